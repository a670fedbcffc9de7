package vn.edu.privacy.consent.portal;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.EntryTexts;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.Proof;
import vn.edu.privacy.consent.purpose.ChangeWords;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.platform.page.Times;

/** What was decided, as a family keeps it: from the ledger, under the version decided on, never from what holds now. */
@Component
class FamilyReceipts {
    private final Proof proof;
    private final Purposes purposes;
    private final ChildConsents consents;
    private final EntryTexts texts;

    FamilyReceipts(Proof proof, Purposes purposes, ChildConsents consents, EntryTexts texts) {
        this.texts = texts;
        this.proof = proof;
        this.purposes = purposes;
        this.consents = consents;
    }

    /** The receipt for a decision about that child; empty when there is none. */
    Mono<Receipt> of(Child child, UUID decisionId, Say say) {
        return proof.chain(child.id())
                .filter(link ->
                        link.entry().isDecision() && link.entry().decisionId().equals(decisionId))
                .next()
                .flatMap(link -> Mono.zip(
                                purposes.version(
                                        link.entry().key().purpose(),
                                        link.entry().purposeVersion()),
                                texts.read(child.id(), List.of(decisionId)))
                        .map(known -> receipt(link, known.getT1(), known.getT2(), say)));
    }

    private Receipt receipt(Proof.Link link, PublishedPurpose purpose, List<String> conditions, Say say) {
        LedgerEntry entry = link.entry();
        return new Receipt(
                entry,
                purpose.notice(say.language()).name(),
                consents.act(entry, say),
                categories(entry, purpose, say),
                conditions,
                entry.language() == null ? "" : ChangeWords.language(entry.language(), say.locale()),
                link.hash());
    }

    private static List<String> categories(LedgerEntry entry, PublishedPurpose purpose, Say say) {
        return purpose.categories().stream()
                .filter(category -> entry.categories().contains(category.code()))
                .map(category -> category.name(say.language()))
                .toList();
    }

    /**
     * A receipt.
     *
     * @param entry the decision as the ledger keeps it
     * @param purpose its name in plain words
     * @param act who decided what: "Mẹ đồng ý"
     * @param categories the kinds of data it is about
     * @param conditions in the party's own words; none once its data was erased
     * @param language in which the notice was read, by its name; empty for a withdrawal
     * @param hash of the ledger's chain up to the entry, in hexadecimal
     */
    record Receipt(
            LedgerEntry entry,
            String purpose,
            String act,
            List<String> categories,
            List<String> conditions,
            String language,
            String hash) {
        private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

        /** The time of day, to the second. */
        public String time() {
            return SECOND.format(entry.decidedAt().atZone(Times.ZONE));
        }
    }
}

package vn.edu.privacy.consent.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.AwaitedAnswers;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.ReadConsents;
import vn.edu.privacy.consent.consent.application.ReadConsents.PurposeConsent;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.platform.page.Times;

/** What stands for a child, put the way its family reads it. */
@Component
class ChildConsents {
    private static final Set<ConsentState> AGAIN = Set.of(ConsentState.STALE, ConsentState.AWAITING_RECONFIRMATION);

    private final ReadConsents consents;
    private final AwaitedAnswers awaited;
    private final Family family;

    ChildConsents(ReadConsents consents, AwaitedAnswers awaited, Family family) {
        this.consents = consents;
        this.awaited = awaited;
        this.family = family;
    }

    /** Every purpose in force; to a representative only those that the mandate is for. */
    Mono<List<PurposeConsent>> all(Child child) {
        return consents.of(child.id())
                .map(all -> all.stream()
                        .filter(consent ->
                                child.acting().covers(consent.purpose().code()))
                        .toList());
    }

    /** A purpose in force that needs consent; empty when there is none of that code. */
    Mono<PurposeConsent> one(Child child, String code) {
        return consents.of(child.id(), code)
                .filter(consent -> child.acting().covers(code))
                .filter(consent -> consent.purpose().basis().needsConsent());
    }

    /** The purposes that need consent, as cards. */
    List<Card> cards(List<PurposeConsent> all, Child child, Say say) {
        return all.stream()
                .filter(consent -> consent.evaluation().isPresent())
                .map(consent -> card(consent, child, say))
                .toList();
    }

    /** One purpose that needs consent, as a card. */
    Card card(PurposeConsent consent, Child child, Say say) {
        Evaluation evaluation = consent.evaluation().orElseThrow();
        boolean waits = waitsFor(consent, child);
        return new Card(
                consent.purpose().code(),
                consent.purpose().notice(say.language()).name(),
                consent.purpose().sensitive(),
                evaluation.state(),
                waits ? "wait" : look(evaluation.state()),
                waits && !AGAIN.contains(evaluation.state()) ? say.of("waits") : label(evaluation, say),
                say.of("meaning." + evaluation.answer()),
                consent.decisions().stream()
                        .map(entry -> new Card.Act(
                                entry.decisionId(),
                                act(entry, say) + limited(entry, consent, say) + corrected(entry, consent, say),
                                entry.decidedAt()))
                        .toList(),
                lastDay(evaluation.permitUntil()),
                waits ? Card.Place.WAITING : Card.Place.SETTLED,
                step(consent, child),
                asked(child, consent.purpose()) && stands(consent));
    }

    /** Whether the law asks the reader about a purpose (R-CH-02, R-CH-11, R-CH-24). */
    boolean asked(Child child, PublishedPurpose purpose) {
        return awaited.asked(purpose, child.facts(), child.side(), family.today());
    }

    /** Whether the law asks the reader about any of them; where none needs consent, whether it would. */
    boolean asked(Child child, List<PurposeConsent> all) {
        List<PublishedPurpose> asking = all.stream()
                .map(PurposeConsent::purpose)
                .filter(purpose -> purpose.basis().needsConsent())
                .toList();
        return asking.isEmpty()
                ? awaited.asked(child.facts(), child.side(), family.today())
                : asking.stream().anyMatch(purpose -> asked(child, purpose));
    }

    /** "Mẹ đồng ý": who decided what, and whether a representative did so. */
    String act(LedgerEntry entry, Say say) {
        String by = entry.mandate() == null ? "" : " " + say.of("act.byRepresentative");
        return say.first("act." + entry.kind(), who(entry.decidedAs(), say)) + by;
    }

    /** " (một phần)": the agreement is to a part, until a day or under conditions (art. 11.7). */
    private static String limited(LedgerEntry entry, PurposeConsent consent, Say say) {
        boolean part =
                entry.categories().size() < consent.purpose().dataCategories().size();
        boolean limits = part
                || entry.particulars().lastDay() != null
                || entry.particulars().conditions() != null;
        return entry.kind() == EntryKind.GIVEN && limits ? " " + say.of("act.limited") : "";
    }

    /** " (đã đính chính)": the school had entered something else. */
    private static String corrected(LedgerEntry entry, PurposeConsent consent, Say say) {
        return consent.correctedBy(entry).isPresent() ? " " + say.of("act.corrected") : "";
    }

    /** A capacity, seen from the reader: the student is "con" to a parent and "em" to itself. */
    String who(Capacity capacity, Say say) {
        return say.of("who." + capacity);
    }

    /** Whether anybody's agreement stands. */
    static boolean stands(PurposeConsent consent) {
        return consent.decisions().stream().anyMatch(entry -> entry.kind() == EntryKind.GIVEN);
    }

    /** Whether the reader's answer is wanted. */
    boolean waitsFor(PurposeConsent consent, Child child) {
        return awaited.wanted(consent, child.facts(), child.side(), family.today());
    }

    /** The reader's own latest decision. */
    static Optional<LedgerEntry> own(PurposeConsent consent, Child child) {
        return consent.decisions().stream()
                .filter(entry -> entry.party().equals(child.party()))
                .findFirst();
    }

    private Card.Step step(PurposeConsent consent, Child child) {
        ConsentState state = consent.evaluation().orElseThrow().state();
        if (!asked(child, consent.purpose()) || AwaitedAnswers.closed(state)) {
            return Card.Step.NONE;
        }
        Optional<LedgerEntry> own = own(consent, child);
        if (waitsFor(consent, child) || own.isEmpty()) {
            return Card.Step.ANSWER;
        }
        // who agreed takes it back by withdrawing
        return own.get().kind() == EntryKind.GIVEN ? Card.Step.NONE : Card.Step.CHANGE;
    }

    private static String label(Evaluation evaluation, Say say) {
        if (evaluation.state() == ConsentState.AWAITING_PARTY) {
            return say.of(
                    evaluation.missing().contains(Side.STUDENT) ? "state.AWAITING_STUDENT" : "state.AWAITING_GUARDIAN");
        }
        return say.of("state." + evaluation.state());
    }

    private static String look(ConsentState state) {
        return switch (state) {
            case GIVEN -> "yes";
            case REFUSED, WITHDRAWN, ENDED, EXPIRED -> "no";
            default -> "wait";
        };
    }

    private static @Nullable LocalDate lastDay(@Nullable Instant until) {
        return until == null ? null : LocalDate.ofInstant(until.minusNanos(1), Times.ZONE);
    }
}

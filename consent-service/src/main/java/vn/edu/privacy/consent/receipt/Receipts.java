package vn.edu.privacy.consent.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.checkpoint.Checkpoints;
import vn.edu.privacy.consent.checkpoint.SignedCheckpoint;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.Proof;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.purpose.ServedNotice;
import vn.edu.privacy.consent.purpose.ServedNotices;
import vn.edu.privacy.consent.roster.Seen;

/** The receipts of decisions. One is signed when it is first read, and stays what it was. */
@Component
public class Receipts {
    private static final String DEFAULT_LANGUAGE = "vi";

    private final Consents consents;
    private final Proof proof;
    private final Purposes purposes;
    private final ServedNotices notices;
    private final ReceiptSignature signature;
    private final R2dbcReceipts stored;
    private final Checkpoints checkpoints;
    private final JsonNode context;
    private final Clock clock;

    Receipts(
            Consents consents,
            Proof proof,
            Purposes purposes,
            ServedNotices notices,
            ReceiptSignature signature,
            R2dbcReceipts stored,
            Checkpoints checkpoints,
            JsonMapper json,
            Clock clock) {
        this.consents = consents;
        this.proof = proof;
        this.purposes = purposes;
        this.notices = notices;
        this.signature = signature;
        this.stored = stored;
        this.checkpoints = checkpoints;
        this.context = context(json);
        this.clock = clock;
    }

    /**
     * The receipt of a decision, for the party and for who decided on its behalf; empty for everybody else and when there is no such decision.
     *
     * @param id the receipt's id, which is the decision's
     * @param person who asks
     */
    public Mono<Receipt> read(UUID id, UUID person) {
        return signed(id, Optional.of(person)).map(signature::stored);
    }

    /** The same, signed in compact form (JWS, RS256). */
    public Mono<String> readSigned(UUID id, UUID person) {
        return signed(id, Optional.of(person));
    }

    /** Any receipt in compact form, for an officer; empty when there is no such decision. */
    Mono<String> any(UUID id) {
        return signed(id, Optional.empty())
                .delayUntil(compact -> Seen.note(
                        List.of(signature.stored(compact).dataSubject().studentId())));
    }

    /** All that verifies a signed receipt without us: what it says, the signature, and the proof under a checkpoint. */
    Mono<ReceiptDocument> document(String compact) {
        Receipt receipt = signature.stored(compact);
        return checkpoints
                .inclusion(receipt.dataSubject().studentId(), receipt.ledger().seq())
                .map(inclusion -> new ReceiptDocument(receipt, compact, inclusion));
    }

    /** The proof for who has number and check value of a printed receipt; empty when the ledger has no such entry. */
    Mono<PrintedProof> printed(UUID id, String hash) {
        return consents.entry(id)
                .flatMap(entry -> link(entry.key().studentId(), id))
                .filter(link -> link.hash().equals(hash))
                .flatMap(link -> checkpoints
                        .inclusion(link.entry().key().studentId(), link.entry().seq())
                        .map(inclusion -> new PrintedProof(id, link.body(), inclusion)));
    }

    /** Whether the signature holds and the ledger still says the same. */
    Mono<ReceiptVerdict> verify(String compact) {
        return signature
                .verified(compact)
                .map(receipt -> agreement(receipt).map(ledger -> ReceiptVerdict.genuine(receipt.receiptId(), ledger)))
                .orElseGet(() -> Mono.just(ReceiptVerdict.forged()));
    }

    private Mono<String> signed(UUID id, Optional<UUID> person) {
        return consents.entry(id)
                .filter(LedgerEntry::isDecision)
                .filter(entry -> person.map(
                                reader -> reader.equals(entry.party()) || reader.equals(representative(entry)))
                        .orElse(true))
                .flatMap(entry ->
                        stored.find(entry.key().studentId(), id).switchIfEmpty(Mono.defer(() -> issue(entry))));
    }

    private Mono<String> issue(LedgerEntry entry) {
        UUID student = entry.key().studentId();
        Mono<Optional<ServedNotice>> notice = Mono.justOrEmpty(entry.noticeId())
                .flatMap(notices::find)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Mono<Optional<SignedCheckpoint>> newest =
                checkpoints.newest().map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(link(student, entry.decisionId()), purpose(entry), notice, newest)
                .map(parts -> signature.sign(content(parts.getT1(), parts.getT2(), parts.getT3(), parts.getT4(), now)))
                .flatMap(jws -> stored.keep(student, entry.decisionId(), jws, now));
    }

    private Mono<Proof.Link> link(UUID student, UUID decision) {
        return proof.chain(student)
                .filter(link -> link.entry().decisionId().equals(decision))
                .next();
    }

    private Mono<PublishedPurpose> purpose(LedgerEntry entry) {
        return purposes.version(entry.key().purpose(), entry.purposeVersion());
    }

    private Receipt content(
            Proof.Link link,
            PublishedPurpose purpose,
            Optional<ServedNotice> notice,
            Optional<SignedCheckpoint> newest,
            Instant issuedAt) {
        LedgerEntry entry = link.entry();
        String language = Optional.ofNullable(entry.language()).orElse(DEFAULT_LANGUAGE);
        return new Receipt(
                context,
                "urn:uuid:" + entry.decisionId(),
                Receipt.TYPE,
                Receipt.LAYOUT,
                Receipt.SCHEMA,
                entry.decisionId(),
                entry.recordId(),
                issuedAt,
                new Receipt.Controller(entry.key().schoolId()),
                new Receipt.DataSubject(entry.key().studentId()),
                new Receipt.Decided(
                        entry.decisionId(),
                        entry.kind().name(),
                        entry.party(),
                        representative(entry),
                        entry.decidedAs().name(),
                        entry.method(),
                        entry.decidedAt()),
                new Receipt.ForPurpose(
                        purpose.code(),
                        purpose.version(),
                        purpose.notice(language).name(),
                        entry.categories(),
                        purpose.basis().name(),
                        entry.key().period(),
                        purpose.processingUntil()),
                new Receipt.Shown(
                        entry.noticeId(),
                        purpose.version(),
                        language,
                        notice.map(ServedNotice::servedAt).orElse(null)),
                new Receipt.Place(entry.seq(), link.hash()),
                newest.map(checkpoint -> new Receipt.Sealed(checkpoint.number(), checkpoint.hash()))
                        .orElse(null));
    }

    private static @Nullable UUID representative(LedgerEntry entry) {
        LedgerEntry.ByMandate mandate = entry.mandate();
        return mandate == null ? null : mandate.representative();
    }

    private static JsonNode context(JsonMapper json) {
        try (InputStream in = new ClassPathResource("receipt/context.json").getInputStream()) {
            return json.readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The link must be the one signed, and the chain must hold up to it. */
    private Mono<ReceiptVerdict.Agreement> agreement(Receipt receipt) {
        UUID student = receipt.dataSubject().studentId();
        return Mono.zip(link(student, receipt.receiptId()), proof.verify(student))
                .map(found -> {
                    Proof.Link link = found.getT1();
                    Proof.Verdict chain = found.getT2();
                    boolean holds = chain.valid()
                            || chain.firstBrokenSeq() > receipt.ledger().seq();
                    boolean same = link.hash().equals(receipt.ledger().hash())
                            && link.entry().seq() == receipt.ledger().seq();
                    return holds && same ? ReceiptVerdict.Agreement.AGREES : ReceiptVerdict.Agreement.DISAGREES;
                })
                .defaultIfEmpty(ReceiptVerdict.Agreement.UNKNOWN);
    }
}

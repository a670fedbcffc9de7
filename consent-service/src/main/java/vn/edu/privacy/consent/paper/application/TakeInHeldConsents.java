package vn.edu.privacy.consent.paper.application;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.announcement.Announcement;
import vn.edu.privacy.consent.announcement.AnnouncementKind;
import vn.edu.privacy.consent.announcement.Announcements;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.application.DecisionRefused;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.paper.application.IntakeRefused.Reason;
import vn.edu.privacy.consent.paper.domain.BatchLine;
import vn.edu.privacy.consent.paper.domain.BatchState;
import vn.edu.privacy.consent.paper.domain.IntakeBatch;
import vn.edu.privacy.consent.paper.domain.SamplingPlan;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.contracts.law.Regimes;

/**
 * Takes in the consents that a school already holds on paper or from before 2026: they stay valid, and nobody is asked
 * again (Law 91/2025 art. 39.1, R-REG-02). Every line enters the ledger and waits; a sample that nobody could foresee is
 * compared with its evidence by a second person. Runs in the caller's transaction.
 */
public final class TakeInHeldConsents {
    private static final int SEED_BYTES = 32;

    private final Students students;
    private final RecordDecisions decisions;
    private final NewerDecisions newer;
    private final IntakeBatches batches;
    private final Announcements announcements;
    private final Regimes regimes;
    private final SamplingPlan plan;
    private final SecureRandom random;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** Collaborators: roster, recording, ledger, batches, telling officers, the laws, the plan, chance, ids and time. */
    public TakeInHeldConsents(
            Students students,
            RecordDecisions decisions,
            Consents consents,
            IntakeBatches batches,
            Announcements announcements,
            Regimes regimes,
            SamplingPlan plan,
            SecureRandom random,
            Supplier<UUID> ids,
            Clock clock) {
        this.students = students;
        this.decisions = decisions;
        this.newer = new NewerDecisions(consents);
        this.batches = batches;
        this.announcements = announcements;
        this.regimes = regimes;
        this.plan = plan;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Enters a batch and draws its sample.
     *
     * @throws PaperRefused (as an error signal) without the declaration that the evidence covers the same content
     * @throws IntakeRefused (as an error signal) with every line that cannot be taken in; then the caller rolls back
     */
    public Mono<IntakeBatch> take(IntakeOrder order) {
        if (!order.sameContent()) {
            return PaperRefused.because(PaperRefused.Reason.NOT_DECLARED);
        }
        return Flux.fromStream(IntStream.rangeClosed(1, order.lines().size())
                        .mapToObj(number -> new Numbered(number, order.lines().get(number - 1)))
                        .sorted(Numbered.LEDGER_ORDER))
                .concatMap(line -> enter(order, line))
                .collectList()
                .flatMap(outcomes -> drawn(order, outcomes));
    }

    private Mono<Outcome> enter(IntakeOrder order, Numbered numbered) {
        IntakeOrder.Line line = numbered.line();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ConsentRules.ZONE);
        if (line.expressedOn().isAfter(today)
                || regimes.find(line.expressedOn()).isEmpty()) {
            return numbered.refused(Reason.DATE_OUTSIDE_THE_LAW);
        }
        return students.facts(line.studentId())
                .filter(facts -> facts.schoolId().equals(order.schoolId()))
                .flatMap(facts -> newer.stand(line.studentId(), line.party(), line.purpose(), line.expressedOn())
                        .flatMap(overtaken ->
                                overtaken ? numbered.refused(Reason.NEWER_DECISION) : record(order, numbered)))
                .switchIfEmpty(numbered.refused(Reason.UNKNOWN_STUDENT));
    }

    private Mono<Outcome> record(IntakeOrder order, Numbered numbered) {
        IntakeOrder.Line line = numbered.line();
        DecisionOrder wanted = new DecisionOrder(
                line.studentId(),
                line.party(),
                line.method().name(),
                List.of(new DecisionOrder.Item(
                        line.purpose(), line.kind(), null, line.categories(), false, null, null)),
                Optional.of(new DecisionOrder.Desk(
                        order.submittedBy(), line.expressedOn(), line.reference(), order.sameContent())));
        return decisions
                .record(wanted)
                .map(recorded -> numbered.entered(recorded.getFirst().entry().decisionId()))
                .onErrorResume(DecisionRefused.class, refused -> numbered.refused(reason(refused)));
    }

    private static Reason reason(DecisionRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_STUDENT -> Reason.UNKNOWN_PARTY;
            case NOT_ASKED_OF_YOU -> Reason.NOT_ASKED;
            case CATEGORY_UNKNOWN -> Reason.CATEGORY_UNKNOWN;
            case UNKNOWN_PURPOSE, PURPOSE_RETIRED, NO_CONSENT_NEEDED -> Reason.UNKNOWN_PURPOSE;
            default -> throw refused;
        };
    }

    private Mono<IntakeBatch> drawn(IntakeOrder order, List<Outcome> outcomes) {
        List<IntakeRefused.Line> refused = outcomes.stream()
                .flatMap(outcome -> outcome.refused().stream())
                .sorted(Comparator.comparingInt(IntakeRefused.Line::line))
                .toList();
        if (!refused.isEmpty()) {
            return Mono.error(() -> new IntakeRefused(refused));
        }
        return batches.rejectedSince(order.schoolId(), outcomes.size()).flatMap(rejectedBefore -> {
            IntakeBatch batch = batch(order, outcomes.size(), rejectedBefore);
            Set<Integer> sample =
                    SamplingPlan.draw(HexFormat.of().parseHex(batch.seed()), batch.lines(), batch.sampleSize());
            List<BatchLine> lines = outcomes.stream()
                    .map(outcome -> BatchLine.entered(
                            outcome.number(),
                            order.lines().get(outcome.number() - 1).studentId(),
                            outcome.decisionId().orElseThrow(),
                            sample.contains(outcome.number())))
                    .toList();
            return batches.keep(batch, lines)
                    .then(announcements.tell(Announcement.toOfficers(
                            AnnouncementKind.PAPER_TO_CHECK, batch.schoolId(), batch.submittedAt())))
                    .thenReturn(batch);
        });
    }

    private IntakeBatch batch(IntakeOrder order, int lines, int rejectedBefore) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new IntakeBatch(
                ids.get(),
                order.schoolId(),
                order.submittedBy(),
                now,
                lines,
                plan,
                rejectedBefore,
                plan.size(lines, rejectedBefore),
                HexFormat.of().formatHex(seed),
                BatchState.SAMPLING,
                null);
    }

    private record Numbered(int number, IntakeOrder.Line line) {
        /** One student after another, so that two batches never wait for each other; a person's decisions as they came. */
        static final Comparator<Numbered> LEDGER_ORDER = Comparator.comparing(
                        (Numbered numbered) -> numbered.line().studentId())
                .thenComparing(numbered -> numbered.line().expressedOn())
                .thenComparingInt(Numbered::number);

        Outcome entered(UUID decisionId) {
            return new Outcome(number, Optional.of(decisionId), Optional.empty());
        }

        Mono<Outcome> refused(Reason reason) {
            return Mono.just(
                    new Outcome(number, Optional.empty(), Optional.of(new IntakeRefused.Line(number, reason))));
        }
    }

    private record Outcome(int number, Optional<UUID> decisionId, Optional<IntakeRefused.Line> refused) {}
}

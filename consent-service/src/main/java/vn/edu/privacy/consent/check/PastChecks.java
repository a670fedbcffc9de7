package vn.edu.privacy.consent.check;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.Moment;
import vn.edu.privacy.consent.consent.application.RecallConsent;
import vn.edu.privacy.consent.consent.application.Recalled;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.platform.database.Params;

/**
 * Answers for a past instant, from the ledger, the roster's versions and the versions of the purpose, in the order of
 * reasons of {@link Checks}; rare, and off the hot path. Logs each answer in the transaction that reads for it.
 */
@Component
class PastChecks {
    private static final String LOG = """
            insert into check_log (student_id, check_id, purpose, school_id, caller, client, categories, answer, reason,
                record_id, asked_at, asked_about, known_at)
            values (:student, :checkId, :purpose, :school, :caller, :client, :categories, :answer, :reason, :record,
                :now, :at, :knownAt)""";

    private final RecallConsent recall;
    private final Purposes purposes;
    private final DatabaseClient database;
    private final TransactionalOperator snapshot;
    private final Clock clock;

    PastChecks(
            RecallConsent recall,
            Purposes purposes,
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            Clock clock) {
        this.recall = recall;
        this.purposes = purposes;
        this.database = database;
        this.clock = clock;
        DefaultTransactionDefinition oneState = new DefaultTransactionDefinition();
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot = TransactionalOperator.create(transactions, oneState);
    }

    /** The answer; complete only when it is in the log. */
    Mono<Cell> answer(PastQuestion question) {
        Moment moment = question.moment();
        return recall.facts(question.student(), moment)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .zipWith(purposes.inForce(question.purpose(), moment.at())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty()))
                .flatMap(known -> answer(
                        question, known.getT1().orElse(null), known.getT2().orElse(null)))
                .delayUntil(cell -> log(question, cell))
                .as(snapshot::transactional);
    }

    private Mono<Cell> answer(PastQuestion question, @Nullable StudentFacts facts, @Nullable PublishedPurpose purpose) {
        if (facts == null || !enrolled(facts, question)) {
            return Mono.just(without(question, Reason.NOT_ENROLLED, purpose));
        }
        if (purpose == null) {
            return Mono.just(without(question, Reason.UNKNOWN_PURPOSE, null));
        }
        if (!purpose.activeOn(question.moment().day())) {
            return Mono.just(without(question, Reason.PURPOSE_NOT_ACTIVE, purpose));
        }
        List<String> wanted = Objects.requireNonNullElse(question.categories(), purpose.dataCategories());
        if (!purpose.dataCategories().containsAll(wanted)) {
            return Mono.just(without(question, Reason.CATEGORIES_NOT_GRANTED, purpose));
        }
        if (!purpose.basis().needsConsent()) {
            return Mono.just(cell(question, Reason.EXCEPTION_BASIS, purpose, wanted, null));
        }
        return recall.recall(facts, question.schoolId(), purpose, question.moment())
                .map(recalled -> byConsent(question, purpose, wanted, recalled));
    }

    private static boolean enrolled(StudentFacts facts, PastQuestion question) {
        return facts.enrolments().stream()
                .anyMatch(stay -> stay.schoolId().equals(question.schoolId())
                        && stay.inForce(question.moment().day()));
    }

    private static Cell byConsent(
            PastQuestion question, PublishedPurpose purpose, List<String> wanted, Recalled recalled) {
        return switch (recalled.answer()) {
            case RESTRICTED -> cell(question, Reason.RESTRICTED, purpose, List.of(), recalled);
            case DENY -> without(question, Reason.NO_VALID_CONSENT, purpose);
            case PERMIT ->
                recalled.categories().containsAll(wanted)
                        ? cell(question, Reason.CONSENT_GIVEN, purpose, wanted, recalled)
                        : cell(
                                question,
                                Reason.CATEGORIES_NOT_GRANTED,
                                purpose,
                                recalled.categories().stream().sorted().toList(),
                                recalled);
        };
    }

    private static Cell without(PastQuestion question, Reason reason, @Nullable PublishedPurpose purpose) {
        return cell(question, reason, purpose, List.of(), null);
    }

    private static Cell cell(
            PastQuestion question,
            Reason reason,
            @Nullable PublishedPurpose purpose,
            List<String> granted,
            @Nullable Recalled recalled) {
        boolean permitted = reason == Reason.CONSENT_GIVEN;
        Answer answer = answer(reason);
        return new Cell(
                question.student(),
                question.purpose(),
                answer.name(),
                reason,
                granted,
                permitted && recalled != null ? List.copyOf(recalled.conditionalOn()) : List.of(),
                purpose == null ? null : purpose.basis(),
                permitted && recalled != null ? recalled.permitUntil() : null,
                answer == Answer.DENY || recalled == null
                        ? null
                        : recalled.recordId().orElse(null),
                null);
    }

    private static Answer answer(Reason reason) {
        return switch (reason) {
            case CONSENT_GIVEN, EXCEPTION_BASIS -> Answer.PERMIT;
            case RESTRICTED -> Answer.RESTRICTED;
            default -> Answer.DENY;
        };
    }

    private Mono<Void> log(PastQuestion question, Cell cell) {
        List<String> categories = question.categories();
        return Params.of(database.sql(LOG))
                .bind("student", question.student())
                .bind("checkId", question.checkId())
                .bind("purpose", question.purpose())
                .bind("school", question.schoolId())
                .bind("caller", question.caller())
                .bind("client", question.client(), String.class)
                .bind("answer", cell.answer())
                .bind("reason", cell.reason().name())
                .bind("now", clock.instant())
                .bind("at", question.moment().at())
                .bind("categories", categories == null ? null : categories.toArray(String[]::new), String[].class)
                .bind("record", cell.recordId(), UUID.class)
                .bind("knownAt", question.moment().knownAt(), Instant.class)
                .statement()
                .then();
    }
}

package vn.edu.privacy.consent.consent.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.Particulars;
import vn.edu.privacy.consent.consent.application.ProjectedRecord;
import vn.edu.privacy.consent.consent.application.StoredRecord;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Ledger and records in PostgreSQL; the database links the chain inside the statement that writes it. */
final class R2dbcConsents implements Consents {
    private static final String BEGIN = """
            insert into ledger_head (student_id, seq, hash, last_at)
            values ($1, 0, decode(repeat('00', 32), 'hex'), '-infinity')
            on conflict do nothing""";
    private static final String LOCK = """
            select seq, case when seq = 0 then timestamptz 'epoch' else last_at end as last_at
            from ledger_head where student_id = $1 for update""";
    private static final String ENTRIES = "select * from decision where student_id = $1 order by seq";
    private static final String ENTRY = "select * from decision where decision_id = $1";
    private static final String RECORDS = "select * from consent_record where student_id = $1";

    /** One round trip: move the head, append the entry, write the record. */
    private static final String APPEND = """
            with head as (
                update ledger_head
                set seq = seq + 1, hash = sha256(hash || :bodyHash), last_at = :decidedAt
                where student_id = :studentId and seq = :seq - 1
                returning old.hash as prev_hash, new.hash as hash, new.seq as seq),
            entry as (
                insert into decision (student_id, seq, decision_id, record_id, school_id, purpose, period,
                    purpose_version, major_version, kind, party, capacity, categories, method, notice_id, language,
                    request_id, target_seq, entered_by, expressed_on, reference, last_day, conditions_digest,
                    representation_id, representative, decided_at, body, prev_hash, body_hash, hash)
                select :studentId, head.seq, :decisionId, :recordId, :schoolId, :purpose, :period,
                    :purposeVersion, :majorVersion, :kind, :party, :capacity, :categories, :method, :noticeId, :language,
                    :requestId, :target, :enteredBy, :expressedOn, :reference, :lastDay, :conditions,
                    :representation, :representative, :decidedAt, :body, head.prev_hash, :bodyHash, head.hash
                from head
                returning seq)
            insert into consent_record (student_id, controller_id, purpose_id, period, record_id, state, answer,
                categories, conditional_on, answer_until, reminder_may_help, major_version, last_seq, changed_at)
            select :studentId, :schoolId, :purpose, :period, :recordId, :state, :answer,
                :granted, :conditionalOn, :answerUntil, :reminder, :majorVersion, entry.seq, :decidedAt
            from entry
            on conflict (student_id, controller_id, purpose_id, period) do update
            set state = excluded.state, answer = excluded.answer, categories = excluded.categories,
                conditional_on = excluded.conditional_on, answer_until = excluded.answer_until, reminder_may_help = excluded.reminder_may_help,
                major_version = excluded.major_version, last_seq = excluded.last_seq, changed_at = excluded.changed_at""";

    /** Keeps when it was asked anew beside the record: whoever asks about the time before has to know. */
    private static final String UPDATE = """
            with changed as (
            update consent_record
            set state = :state, answer = :answer, categories = :granted, conditional_on = :conditionalOn,
                answer_until = :answerUntil, reminder_may_help = :reminder, reconfirm_after = :reconfirmAfter, changed_at = :at
            where student_id = :studentId and controller_id = :schoolId and purpose_id = :purpose and period = :period
            returning student_id, record_id, old.reconfirm_after as until_now, new.reconfirm_after as anew)
            insert into reconfirmation (student_id, record_id, after_seq, asked_at)
            select student_id, record_id, anew, :at from changed where anew > until_now""";

    private static final String SHORTEN = """
            update consent_record set answer_until = :end, changed_at = :at
            where purpose_id = :purpose and answer = 'PERMIT' and answer_until > :end""";
    private static final String MAKE_STALE = """
            update consent_record
            set state = 'STALE', answer = 'DENY', categories = '{}', conditional_on = '{}', answer_until = null, reminder_may_help = true,
                changed_at = :at
            where purpose_id = :purpose and answer = 'PERMIT' and major_version < :majorVersion
            returning *""";

    private static final String ASKED_ANEW = """
            select coalesce(max(after_seq), 0) as after_seq from reconfirmation
            where student_id = $1 and record_id = $2 and asked_at <= $3""";
    private static final String DUE = """
            select answer_until, student_id from consent_record
            where answer = 'PERMIT' and answer_until <= :at and (answer_until, student_id) > (:until, :student)
            order by answer_until, student_id limit :atMost""";

    private final DatabaseClient database;
    private final JsonMapper json;

    R2dbcConsents(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Head> lock(UUID studentId) {
        return database.sql(BEGIN)
                .bind(0, studentId)
                .then()
                .then(database.sql(LOCK)
                        .bind(0, studentId)
                        .map(row -> new Head(
                                RequiredColumn.get(row, "seq", Long.class),
                                RequiredColumn.get(row, "last_at", Instant.class)))
                        .one());
    }

    @Override
    public Flux<LedgerEntry> entries(UUID studentId) {
        return database.sql(ENTRIES).bind(0, studentId).map(ConsentRows::entry).all();
    }

    @Override
    public Mono<LedgerEntry> entry(UUID decisionId) {
        return database.sql(ENTRY).bind(0, decisionId).map(ConsentRows::entry).one();
    }

    @Override
    public Flux<StoredRecord> records(UUID studentId) {
        return database.sql(RECORDS).bind(0, studentId).map(ConsentRows::record).all();
    }

    @Override
    public Flux<ProjectedRecord> projected(UUID studentId) {
        return database.sql(RECORDS)
                .bind(0, studentId)
                .map(ConsentRows::projected)
                .all();
    }

    @Override
    public Mono<Void> append(LedgerEntry entry, Evaluation evaluation, StoredRecord record) {
        String body = LedgerBody.canonical(entry, json);
        Capacity capacity = entry.capacity();
        LedgerEntry.ByMandate mandate = entry.mandate();
        Params statement = Params.of(database.sql(APPEND))
                .bind("bodyHash", LedgerBody.sha256(body))
                .bind("body", body)
                .bind("decidedAt", entry.decidedAt())
                .bind("studentId", entry.key().studentId())
                .bind("seq", entry.seq())
                .bind("decisionId", entry.decisionId())
                .bind("recordId", entry.recordId())
                .bind("schoolId", entry.key().schoolId())
                .bind("purpose", entry.key().purpose())
                .bind("period", entry.key().period())
                .bind("purposeVersion", entry.purposeVersion())
                .bind("majorVersion", entry.majorVersion())
                .bind("kind", entry.kind().name())
                .bind("party", entry.party())
                .bind("categories", array(entry.categories()))
                .bind("method", entry.method())
                .bind("representation", mandate == null ? null : mandate.representation(), UUID.class)
                .bind("representative", mandate == null ? null : mandate.representative(), UUID.class)
                .bind("capacity", capacity == null ? null : capacity.name(), String.class)
                .bind("noticeId", entry.noticeId(), UUID.class)
                .bind("language", entry.language(), String.class)
                .bind("requestId", entry.requestId(), UUID.class);
        return evaluated(particulars(statement, entry.particulars()), evaluation)
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "ledger of " + entry.key().studentId() + " moved on without the lock")))
                .then();
    }

    @Override
    public Mono<Void> update(StoredRecord record, Evaluation evaluation, Instant at) {
        return evaluated(Params.of(database.sql(UPDATE)), evaluation)
                .bind("reconfirmAfter", record.reconfirmAfter())
                .bind("at", at)
                .bind("studentId", record.key().studentId())
                .bind("schoolId", record.key().schoolId())
                .bind("purpose", record.key().purpose())
                .bind("period", record.key().period())
                .statement()
                .then();
    }

    @Override
    public Mono<Void> endNoLaterThan(String purpose, Instant end, Instant at) {
        return database.sql(SHORTEN)
                .bind("purpose", purpose)
                .bind("end", end)
                .bind("at", at)
                .then();
    }

    @Override
    public Flux<StoredRecord> makeStale(String purpose, int majorVersion, Instant at) {
        return database.sql(MAKE_STALE)
                .bind("purpose", purpose)
                .bind("majorVersion", majorVersion)
                .bind("at", at)
                .map(ConsentRows::record)
                .all();
    }

    @Override
    public Mono<Long> askedAnewAfter(UUID studentId, UUID recordId, Instant at) {
        return database.sql(ASKED_ANEW)
                .bind(0, studentId)
                .bind(1, recordId)
                .bind(2, at)
                .map(row -> RequiredColumn.get(row, "after_seq", Long.class))
                .one();
    }

    @Override
    public Flux<Due> due(Instant at, Due after, int atMost) {
        return database.sql(DUE)
                .bind("at", at)
                .bind("until", after.until())
                .bind("student", after.studentId())
                .bind("atMost", atMost)
                .map(row -> new Due(
                        RequiredColumn.get(row, "answer_until", Instant.class),
                        RequiredColumn.get(row, "student_id", UUID.class)))
                .all();
    }

    private static Params particulars(Params statement, Particulars said) {
        return statement
                .bind("target", said.target(), Long.class)
                .bind("enteredBy", said.enteredBy(), UUID.class)
                .bind("expressedOn", said.expressedOn(), LocalDate.class)
                .bind("reference", said.reference(), String.class)
                .bind("lastDay", said.lastDay(), LocalDate.class)
                .bind("conditions", said.conditions(), String.class);
    }

    private static Params evaluated(Params statement, Evaluation evaluation) {
        return statement
                .bind("state", evaluation.state().name())
                .bind("answer", evaluation.answer().name())
                .bind("granted", array(evaluation.categories().stream().sorted().toList()))
                .bind(
                        "conditionalOn",
                        evaluation.conditionalOn().stream().sorted().toArray(UUID[]::new))
                .bind("reminder", evaluation.reminderMayHelp())
                .bind("answerUntil", evaluation.permitUntil(), Instant.class);
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}

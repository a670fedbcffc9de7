package vn.edu.privacy.consent.paper.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.paper.application.IntakeBatches;
import vn.edu.privacy.consent.paper.domain.BatchLine;
import vn.edu.privacy.consent.paper.domain.BatchState;
import vn.edu.privacy.consent.paper.domain.IntakeBatch;
import vn.edu.privacy.consent.paper.domain.SamplingPlan;
import vn.edu.privacy.consent.paper.domain.WrongBecause;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Batches in PostgreSQL. */
@Repository
class R2dbcIntakeBatches implements IntakeBatches {
    private static final String BATCH = """
            select batch_id, school_id, submitted_by, submitted_at, lines, plan_least, plan_percent, rejected_before,
                sample_size, seed, state, decided_at
            from intake_batch
            """;

    private final DatabaseClient database;

    R2dbcIntakeBatches(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep(IntakeBatch batch, List<BatchLine> lines) {
        return database.sql("""
                        insert into intake_batch (batch_id, school_id, submitted_by, submitted_at, lines, plan_least,
                            plan_percent, rejected_before, sample_size, seed, state)
                        values (:id, :school, :by, :at, :lines, :least, :percent, :rejected, :size, :seed, :state)""")
                .bind("id", batch.id())
                .bind("school", batch.schoolId())
                .bind("by", batch.submittedBy())
                .bind("at", batch.submittedAt())
                .bind("lines", batch.lines())
                .bind("least", batch.plan().least())
                .bind("percent", batch.plan().percent())
                .bind("rejected", batch.rejectedBefore())
                .bind("size", batch.sampleSize())
                .bind("seed", batch.seed())
                .bind("state", batch.state().name())
                .then()
                .then(keepLines(batch.id(), lines));
    }

    private Mono<Void> keepLines(UUID batch, List<BatchLine> lines) {
        return database.sql("""
                        insert into intake_line (batch_id, line, student_id, decision_id, sampled)
                        select :batch, line, student, decision, sampled
                        from unnest(:lines::int[], :students::uuid[], :decisions::uuid[], :sampled::boolean[])
                            as entered (line, student, decision, sampled)""")
                .bind("batch", batch)
                .bind("lines", lines.stream().map(BatchLine::line).toArray(Integer[]::new))
                .bind("students", lines.stream().map(BatchLine::studentId).toArray(UUID[]::new))
                .bind("decisions", lines.stream().map(BatchLine::decisionId).toArray(UUID[]::new))
                .bind("sampled", lines.stream().map(BatchLine::sampled).toArray(Boolean[]::new))
                .then();
    }

    @Override
    public Mono<IntakeBatch> find(UUID id) {
        return database.sql(BATCH + "where batch_id = :id")
                .bind("id", id)
                .map(R2dbcIntakeBatches::batch)
                .one();
    }

    @Override
    public Mono<IntakeBatch> lock(UUID id) {
        return database.sql(BATCH + "where batch_id = :id for update")
                .bind("id", id)
                .map(R2dbcIntakeBatches::batch)
                .one();
    }

    @Override
    public Flux<BatchLine> lines(UUID id) {
        return database.sql("""
                        select line, student_id, decision_id, sampled, correct, wrong_because, checked_by, checked_at
                        from intake_line where batch_id = :id order by line""").bind("id", id).map(R2dbcIntakeBatches::line).all();
    }

    @Override
    public Flux<IntakeBatch> ofSchool(String schoolId, int atMost) {
        return database.sql(BATCH + "where school_id = :school order by submitted_at desc limit :most")
                .bind("school", schoolId)
                .bind("most", atMost)
                .map(R2dbcIntakeBatches::batch)
                .all();
    }

    @Override
    public Mono<Integer> rejectedSince(String schoolId, int lines) {
        return database.sql("""
                        select count(*)::int as rejected from intake_batch
                        where school_id = :school and state = 'REJECTED' and decided_at > coalesce(
                            (select max(decided_at) from intake_batch
                             where school_id = :school and state = 'ACCEPTED' and lines >= :lines), '-infinity')""")
                .bind("school", schoolId)
                .bind("lines", lines)
                .map(row -> RequiredColumn.get(row, "rejected", Integer.class))
                .one();
    }

    @Override
    public Mono<Void> compared(UUID id, int line, @Nullable WrongBecause wrong, UUID by, Instant at) {
        return Params.of(database.sql("""
                        update intake_line
                        set correct = :correct, wrong_because = :wrong, checked_by = :by, checked_at = :at
                        where batch_id = :id and line = :line"""))
                .bind("correct", wrong == null)
                .bind("by", by)
                .bind("at", at)
                .bind("id", id)
                .bind("line", line)
                .bind("wrong", wrong == null ? null : wrong.name(), String.class)
                .statement()
                .then();
    }

    @Override
    public Mono<Void> decided(UUID id, BatchState state, Instant at) {
        return database.sql("update intake_batch set state = :state, decided_at = :at where batch_id = :id")
                .bind("state", state.name())
                .bind("at", at)
                .bind("id", id)
                .then();
    }

    private static IntakeBatch batch(Readable row) {
        return new IntakeBatch(
                RequiredColumn.get(row, "batch_id", UUID.class),
                RequiredColumn.get(row, "school_id", String.class),
                RequiredColumn.get(row, "submitted_by", UUID.class),
                RequiredColumn.get(row, "submitted_at", Instant.class),
                RequiredColumn.get(row, "lines", Integer.class),
                new SamplingPlan(
                        RequiredColumn.get(row, "plan_least", Integer.class),
                        RequiredColumn.get(row, "plan_percent", Integer.class)),
                RequiredColumn.get(row, "rejected_before", Integer.class),
                RequiredColumn.get(row, "sample_size", Integer.class),
                RequiredColumn.get(row, "seed", String.class),
                BatchState.valueOf(RequiredColumn.get(row, "state", String.class)),
                row.get("decided_at", Instant.class));
    }

    private static BatchLine line(Readable row) {
        String wrong = row.get("wrong_because", String.class);
        return new BatchLine(
                RequiredColumn.get(row, "line", Integer.class),
                RequiredColumn.get(row, "student_id", UUID.class),
                RequiredColumn.get(row, "decision_id", UUID.class),
                RequiredColumn.get(row, "sampled", Boolean.class),
                row.get("correct", Boolean.class),
                wrong == null ? null : WrongBecause.valueOf(wrong),
                row.get("checked_by", UUID.class),
                row.get("checked_at", Instant.class));
    }
}

package vn.edu.privacy.consent.receipt;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Signed receipts in PostgreSQL. */
@Repository
class R2dbcReceipts {
    private final DatabaseClient database;

    R2dbcReceipts(DatabaseClient database) {
        this.database = database;
    }

    /** The signed receipt; empty before it was first read. */
    Mono<String> find(UUID student, UUID decision) {
        return database.sql("select jws from receipt where student_id = :student and decision_id = :decision")
                .bind("student", student)
                .bind("decision", decision)
                .map(row -> RequiredColumn.get(row, "jws", String.class))
                .one();
    }

    /** Keeps the receipt unless another reader was first, and answers the one that is kept. */
    Mono<String> keep(UUID student, UUID decision, String jws, Instant at) {
        return database.sql("""
                        insert into receipt (student_id, decision_id, jws, issued_at)
                        values (:student, :decision, :jws, :at) on conflict do nothing""")
                .bind("student", student)
                .bind("decision", decision)
                .bind("jws", jws)
                .bind("at", at)
                .then()
                .then(Mono.defer(() -> find(student, decision)));
    }
}

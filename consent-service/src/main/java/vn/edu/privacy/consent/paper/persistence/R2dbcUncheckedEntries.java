package vn.edu.privacy.consent.paper.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.paper.application.UncheckedEntries;
import vn.edu.privacy.platform.database.RequiredColumn;

/** The queue for second persons, read from the ledger itself, so that the two can never disagree. */
@Repository
class R2dbcUncheckedEntries implements UncheckedEntries {
    private final DatabaseClient database;

    R2dbcUncheckedEntries(DatabaseClient database) {
        this.database = database;
    }

    /** A desk always says where its evidence is: a row without is forged, which the chain tells, and nobody checks it. */
    @Override
    public Flux<Unchecked> of(String schoolId, int atMost) {
        return database.sql("""
                        select entry.decision_id, entry.student_id, entry.purpose, entry.kind, entry.entered_by,
                            entry.decided_at, entry.expressed_on, entry.method, entry.reference
                        from decision entry
                        where entry.school_id = :school and entry.entered_by is not null
                            and entry.reference is not null
                            and entry.kind in ('GIVEN', 'REFUSED', 'SETTLED_GIVEN', 'SETTLED_REFUSED')
                            and not exists (select from decision later
                                where later.student_id = entry.student_id and later.target_seq = entry.seq
                                    and later.kind in ('CHECK_CONFIRMED', 'CHECK_REJECTED', 'LEFT_OUT'))
                            and not exists (select from intake_line line join intake_batch batch using (batch_id)
                                where line.decision_id = entry.decision_id and batch.state = 'SAMPLING')
                        order by entry.decided_at, entry.decision_id
                        limit :most""")
                .bind("school", schoolId)
                .bind("most", atMost)
                .map(R2dbcUncheckedEntries::entry)
                .all();
    }

    private static Unchecked entry(Readable row) {
        return new Unchecked(
                RequiredColumn.get(row, "decision_id", UUID.class),
                RequiredColumn.get(row, "student_id", UUID.class),
                RequiredColumn.get(row, "purpose", String.class),
                EntryKind.valueOf(RequiredColumn.get(row, "kind", String.class)),
                RequiredColumn.get(row, "entered_by", UUID.class),
                RequiredColumn.get(row, "decided_at", Instant.class),
                row.get("expressed_on", LocalDate.class),
                RequiredColumn.get(row, "method", String.class),
                RequiredColumn.get(row, "reference", String.class));
    }
}

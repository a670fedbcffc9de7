package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Representations in force, as the roster's authority reads them. */
@Repository
class R2dbcMandates {
    private final DatabaseClient database;

    R2dbcMandates(DatabaseClient database) {
        this.database = database;
    }

    /** By what a person represents whom for a student on a day, in the order in which it was recorded. */
    Flux<Held> of(UUID person, UUID studentId, LocalDate day) {
        return database.sql("""
                        select representation_id, represented, purposes, request_types, valid_until from representation
                        where student_id = $1 and representative = $2 and outcome = 'CONFIRMED' and ended_at is null
                            and valid_from <= $3 and valid_until > $3
                        order by recorded_at, representation_id""")
                .bind(0, studentId)
                .bind(1, person)
                .bind(2, day)
                .map(row -> new Held(
                        RequiredColumn.get(row, "represented", UUID.class),
                        new Mandate(
                                RequiredColumn.get(row, "representation_id", UUID.class),
                                Set.of(RequiredColumn.get(row, "purposes", String[].class)),
                                Set.of(RequiredColumn.get(row, "request_types", String[].class)),
                                RequiredColumn.get(row, "valid_until", LocalDate.class))))
                .all();
    }

    /**
     * A mandate.
     *
     * @param represented for whom
     * @param mandate by what
     */
    record Held(UUID represented, Mandate mandate) {}
}

package vn.edu.privacy.notification.guardianship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.Birthdays;
import vn.edu.privacy.contracts.law.Regime;
import vn.edu.privacy.notification.deadline.Deadlines;

/** Who is a child in the sense of Decree 13 art. 20: under 16 (R-CH-21). Not proven without a birth date. */
@Component
public class Childhood {
    private static final String BIRTH =
            "select s.birth_date from known_student s where s.student_id = $1 and s.birth_date is not null";
    private static final String GUARDED = BIRTH + " and " + """
            exists (select from known_guardian g where g.student_id = s.student_id and g.person_id = $2
                and g.in_force_from <= $3 and (g.in_force_until is null or g.in_force_until > $3)
                and not coalesce(g.suspended_from <= $3
                    and (g.suspended_until is null or g.suspended_until > $3), false))""";

    private final DatabaseClient database;

    Childhood(DatabaseClient database) {
        this.database = database;
    }

    /** Whether a student was a child on that day. */
    public Mono<Boolean> isChild(UUID studentId, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Deadlines.ZONE);
        return database.sql(BIRTH)
                .bind(0, studentId)
                .mapValue(LocalDate.class)
                .one()
                .map(birth -> isChild(birth, day))
                .defaultIfEmpty(false);
    }

    /** Whether a person was a guardian, in force and not suspended, of a student who was a child on that day. */
    public Mono<Boolean> guardsChild(UUID person, UUID studentId, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Deadlines.ZONE);
        return database.sql(GUARDED)
                .bind(0, studentId)
                .bind(1, person)
                .bind(2, day)
                .mapValue(LocalDate.class)
                .one()
                .map(birth -> isChild(birth, day))
                .defaultIfEmpty(false);
    }

    private static boolean isChild(LocalDate birth, LocalDate day) {
        return day.isBefore(Birthdays.adultOn(birth, Regime.Minor16To17.FROM_AGE));
    }
}

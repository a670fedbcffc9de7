package vn.edu.privacy.consent.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Classes in PostgreSQL. */
@Repository
class R2dbcClasses implements Classes {
    private final DatabaseClient database;
    private final Clock clock;

    R2dbcClasses(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<List<String>> of(String schoolId) {
        return database.sql("""
                        select distinct class_name from enrolment
                        where school_id = :school and enrolled_from <= :today
                            and (enrolled_until is null or enrolled_until > :today)""")
                .bind("school", schoolId)
                .bind("today", today())
                .map(row -> RequiredColumn.get(row, "class_name", String.class))
                .all()
                .collectSortedList(ClassNames.BY_GRADE);
    }

    @Override
    public Mono<List<UUID>> students(String schoolId, String className) {
        return database.sql("""
                        select student_id from enrolment
                        where school_id = :school and class_name = :class and enrolled_from <= :today
                            and (enrolled_until is null or enrolled_until > :today)""")
                .bind("school", schoolId)
                .bind("class", className)
                .bind("today", today())
                .map(row -> RequiredColumn.get(row, "student_id", UUID.class))
                .all()
                .collectList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), R2dbcStudents.ZONE);
    }
}

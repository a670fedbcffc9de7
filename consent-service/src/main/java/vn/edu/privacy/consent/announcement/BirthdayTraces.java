package vn.edu.privacy.consent.announcement;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.roster.StudentTraces;

/** The birthdays that people were told of tell the birth date. */
@Component
class BirthdayTraces implements StudentTraces {
    private final DatabaseClient database;

    BirthdayTraces(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> erase(UUID studentId) {
        return database.sql("delete from birthday_announced where student_id = :student")
                .bind("student", studentId)
                .then();
    }
}

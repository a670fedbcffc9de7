package vn.edu.privacy.notification.notice;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.Params;

/** Writes what was announced into inboxes and the officers' list; joins the caller's transaction. */
@Component
class Announcements {
    private static final String TELL_OFFICERS = """
            insert into officer_notice (school_id, id, kind, student_id, purpose, campaign_id, about, at)
            values (:school, :announcement, :kind, :student, :purpose, :campaign, :about, :at)
            on conflict (school_id, id) do nothing""";

    private final DatabaseClient database;
    private final Telling telling;

    Announcements(DatabaseClient database, Telling telling) {
        this.database = database;
        this.telling = telling;
    }

    /** Tells people and officers; who was told under this id before is not told again. */
    Mono<Void> tell(Announced told) {
        Mono<Void> people = telling.tell(new Tidings(told.kind(), told.people(), told.matter(), told.id(), told.at()));
        return told.officersOfSchool() == null ? people : people.then(tellOfficers(told, told.officersOfSchool()));
    }

    private Mono<Void> tellOfficers(Announced told, String school) {
        Matter matter = told.matter();
        return Params.of(database.sql(TELL_OFFICERS))
                .bind("school", school)
                .bind("announcement", told.id())
                .bind("kind", told.kind().name())
                .bind("student", matter.studentId(), UUID.class)
                .bind("purpose", matter.purpose(), String.class)
                .bind("campaign", matter.campaignId(), UUID.class)
                .bind("about", matter.date(), LocalDate.class)
                .bind("at", told.at())
                .rowsUpdated()
                .then();
    }
}

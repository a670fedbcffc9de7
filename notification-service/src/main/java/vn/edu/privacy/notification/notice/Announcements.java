package vn.edu.privacy.notification.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.time.Ids;

/** Writes what was announced into inboxes and the officers' list; joins the caller's transaction. */
@Component
class Announcements {
    private static final String TELL_PEOPLE = """
            with told as (
                insert into notice (id, person_id, kind, announcement_id, student_id, purpose, campaign_id, about, at)
                select recipient.id, recipient.person_id, :kind, :announcement, :student, :purpose, :campaign, :about,
                    :at
                from unnest(:ids::uuid[], :people::uuid[]) with ordinality as recipient (id, person_id, place)
                order by place
                on conflict (person_id, announcement_id) do nothing
                returning id, person_id, kind, at),
            heading as (
                insert into notice_digest (person_id, kind, at, notice_id)
                select person_id, kind, at, id from told order by person_id
                on conflict do nothing
                returning notice_id)
            insert into delivery (notice_id, channel, next_attempt_at)
            select notice_id, 'EMAIL', :send from heading""";
    private static final String TELL_OFFICERS = """
            insert into officer_notice (school_id, id, kind, student_id, purpose, campaign_id, about, at)
            values (:school, :announcement, :kind, :student, :purpose, :campaign, :about, :at)
            on conflict (school_id, id) do nothing""";

    private final DatabaseClient database;
    private final Clock clock;
    private final Duration gatherFor;

    Announcements(DatabaseClient database, Clock clock, NoticeProperties properties) {
        this.database = database;
        this.clock = clock;
        this.gatherFor = properties.gatherFor();
    }

    /** Tells people and officers; who was told under this id before is not told again. */
    Mono<Void> tell(Announced told) {
        Mono<Void> people = told.people().isEmpty() ? Mono.empty() : tellPeople(told);
        return told.officersOfSchool() == null ? people : people.then(tellOfficers(told, told.officersOfSchool()));
    }

    private Mono<Void> tellPeople(Announced told) {
        UUID[] people = told.people().toArray(UUID[]::new);
        UUID[] ids = Stream.generate(Ids::next).limit(people.length).toArray(UUID[]::new);
        return matter(TELL_PEOPLE, told)
                .bind("ids", ids)
                .bind("people", people)
                .bind("send", clock.instant().plus(gatherFor))
                .rowsUpdated()
                .then();
    }

    private Mono<Void> tellOfficers(Announced told, String school) {
        return matter(TELL_OFFICERS, told).bind("school", school).rowsUpdated().then();
    }

    private Params matter(String statement, Announced told) {
        Matter matter = told.matter();
        return Params.of(database.sql(statement))
                .bind("announcement", told.id())
                .bind("kind", told.kind().name())
                .bind("student", matter.studentId(), UUID.class)
                .bind("purpose", matter.purpose(), String.class)
                .bind("campaign", matter.campaignId(), UUID.class)
                .bind("about", matter.date(), LocalDate.class)
                .bind("at", told.at());
    }
}

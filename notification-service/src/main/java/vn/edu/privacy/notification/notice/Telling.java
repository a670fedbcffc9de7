package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.time.Ids;

/**
 * Writes notices into inboxes and orders the messages that lead to them; joins the caller's transaction. A person's
 * window is locked first, so that what two transactions tell at once finds the same message waiting.
 */
@Component
class Telling {
    private static final String LOCK = """
            with locked as (
                insert into notice_window (person_id) select unnest(:people::uuid[])
                on conflict (person_id) do update set person_id = excluded.person_id
                returning person_id)
            select locked.person_id, %s
            from locked left join notice_preference preference on preference.person_id = locked.person_id
            order by locked.person_id""".formatted(Preferences.COLUMNS);
    private static final String TELL = """
            with recipient as (
                select * from unnest(:ids::uuid[], :people::uuid[], :silenced::boolean[], :channels::text[],
                    :sends::timestamptz[], :gathers::boolean[])
                    as row (id, person_id, silenced, channel, send_at, gathers)),
            told as (
                insert into notice (id, person_id, kind, request_id, announcement_id, student_id, purpose, campaign_id,
                    about, incident_id, at, occasion, silenced)
                select id, person_id, :kind, :request, :announcement, :student, :purpose, :campaign, :about, :incident,
                    :at, :occasion, silenced
                from recipient
                on conflict do nothing
                returning id),
            sending as (select recipient.* from recipient join told on told.id = recipient.id where channel <> ''),
            joined as (
                -- only while nobody has claimed the message
                select sending.id, waiting.notice_id as heading_id
                from sending
                join notice_window open on open.person_id = sending.person_id
                join delivery waiting on waiting.notice_id = open.heading_id and waiting.state = 'PENDING'
                    and waiting.attempts = 0 and waiting.next_attempt_at = open.closes_at
                where sending.gathers and open.closes_at > :now
                for update of waiting),
            together as (
                insert into notice_together (notice_id, heading_id) select id, heading_id from joined),
            heading as (select * from sending where id not in (select id from joined)),
            opened as (
                update notice_window set heading_id = heading.id, closes_at = heading.send_at
                from heading where heading.gathers and notice_window.person_id = heading.person_id)
            insert into delivery (notice_id, channel, next_attempt_at, ordered_at)
            select id, channel, send_at, :now from heading""";

    private final DatabaseClient database;
    private final Preferences preferences;
    private final Gateways gateways;
    private final Clock clock;
    private final Duration gatherFor;

    Telling(
            DatabaseClient database,
            Preferences preferences,
            Gateways gateways,
            Clock clock,
            NoticeProperties properties) {
        this.database = database;
        this.preferences = preferences;
        this.gateways = gateways;
        this.clock = clock;
        this.gatherFor = properties.gatherFor();
    }

    /** Tells everybody who was not told the same before. */
    Mono<Void> tell(Tidings tidings) {
        if (tidings.people().isEmpty()) {
            return Mono.empty();
        }
        return database.sql(LOCK)
                .bind("people", tidings.people().toArray(UUID[]::new))
                .map(row -> new Recipient(
                        Ids.next(), get(row, "person_id", UUID.class), Preferences.of(row, preferences.usual())))
                .all()
                .collectList()
                .flatMap(recipients -> tell(tidings, recipients));
    }

    private Mono<Void> tell(Tidings tidings, List<Recipient> recipients) {
        // as precise as the database keeps it: a window is known by the very moment at which it closes
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Channel> offered = gateways.offered();
        NoticeKind kind = tidings.kind();
        List<Sending> sendings = recipients.stream()
                .map(recipient -> Sending.of(kind, recipient.preference(), offered, now, gatherFor))
                .toList();
        Matter matter = tidings.matter();
        return Params.of(database.sql(TELL))
                .bind("ids", recipients.stream().map(Recipient::id).toArray(UUID[]::new))
                .bind("people", recipients.stream().map(Recipient::personId).toArray(UUID[]::new))
                .bind(
                        "silenced",
                        recipients.stream()
                                .map(recipient -> recipient.preference().silences(kind))
                                .toArray(Boolean[]::new))
                .bind(
                        "channels",
                        sendings.stream()
                                .map(sending ->
                                        sending.channel().map(Channel::name).orElse(""))
                                .toArray(String[]::new))
                .bind("sends", sendings.stream().map(Sending::at).toArray(Instant[]::new))
                .bind("gathers", sendings.stream().map(Sending::gathers).toArray(Boolean[]::new))
                .bind("kind", kind.name())
                .bind("request", matter.requestId(), UUID.class)
                .bind("announcement", tidings.announcementId(), UUID.class)
                .bind("student", matter.studentId(), UUID.class)
                .bind("purpose", matter.purpose(), String.class)
                .bind("campaign", matter.campaignId(), UUID.class)
                .bind("about", matter.date(), LocalDate.class)
                .bind("incident", matter.incidentId(), UUID.class)
                .bind("at", tidings.at())
                .bind("occasion", tidings.occasion())
                .bind("now", now)
                .rowsUpdated()
                .then();
    }

    private record Recipient(UUID id, UUID personId, Preference preference) {}
}

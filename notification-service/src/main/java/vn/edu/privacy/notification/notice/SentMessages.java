package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.platform.database.Params;

/**
 * What was sent to whom, by which channel, and what proves it; for the officers of the school that it is about, or of
 * every school. Ids only: no name and no address is known here.
 */
@Component
class SentMessages {
    private static final String OF_SCHOOL = """
            (:school::text is null or :school = coalesce(
                (select school_id from request where request.id = notice.request_id),
                (select school_id from known_student where known_student.student_id = notice.student_id)))""";
    private static final String LIST = """
            select delivery.*, notice.person_id, notice.kind, notice.at,
                (select count(*) from notice_together where heading_id = notice.id) as others
            from delivery join notice on notice.id = delivery.notice_id
            where (:all or delivery.state = any (:states)) and %s
            order by delivery.ordered_at desc, delivery.notice_id, delivery.channel
            limit :most""".formatted(OF_SCHOOL);
    private static final String DEAD = "delivery.state in ('FAILED', 'UNDELIVERED', 'NO_ADDRESS')";
    private static final String ONE = "delivery.notice_id = :notice and delivery.channel = :channel and " + DEAD;
    // whom another channel reached, or may still reach, is told nothing twice
    private static final String UNREACHED =
            "delivery.channel = :channel and (:kind::text is null or notice.kind = :kind) and " + DEAD + """
             and not exists (
                select from delivery other where other.notice_id = delivery.notice_id
                    and other.channel <> delivery.channel and other.state in ('PENDING', 'SENT', 'DELIVERED'))""";
    private static final String REPLAY = """
            with old as (
                select delivery.* from delivery join notice on notice.id = delivery.notice_id
                where %s and %s
                order by delivery.ordered_at, delivery.notice_id limit :most for update of delivery skip locked),
            kept as (
                insert into delivery_round (notice_id, channel, round, state, attempts, sent_at, reported_at, error,
                    evidence, gateway_id, template, template_version, language, replayed_by, replayed_at)
                select notice_id, channel, round, state, attempts, sent_at, reported_at, error, evidence, gateway_id,
                    template, template_version, language, :by, :now
                from old)
            update delivery set state = 'PENDING', round = old.round + 1, attempts = 0, next_attempt_at = :now,
                sent_at = null, reported_at = null, error = null, evidence = null, gateway_id = null, asked = 0,
                template = null, template_version = null, language = null
            from old where delivery.notice_id = old.notice_id and delivery.channel = old.channel""";
    private static final String REPLAY_ONE = REPLAY.formatted(ONE, OF_SCHOOL);
    private static final String REPLAY_ALL = REPLAY.formatted(UNREACHED, OF_SCHOOL);
    private static final String LEFT = """
            select count(*) as left_over from delivery join notice on notice.id = delivery.notice_id
            where %s and %s""".formatted(UNREACHED, OF_SCHOOL);
    private static final String KNOWS = """
            select count(*) as known from delivery join notice on notice.id = delivery.notice_id
            where delivery.notice_id = :notice and delivery.channel = :channel and %s""".formatted(OF_SCHOOL);

    private final DatabaseClient database;

    SentMessages(DatabaseClient database) {
        this.database = database;
    }

    /** The newest in one of those states, newest first; in any state when none is named. */
    Mono<List<Item>> list(Collection<DeliveryState> states, @Nullable String schoolId, int most) {
        return school(LIST, schoolId)
                .bind("all", states.isEmpty())
                .bind("states", states.stream().map(DeliveryState::name).toArray(String[]::new))
                .bind("most", most)
                .statement()
                .map(SentMessages::item)
                .all()
                .collectList();
    }

    /**
     * Has what did not reach a person sent anew, as another message; how it ended before is kept. False when it is not at
     * such an end.
     */
    Mono<Boolean> replay(UUID noticeId, Channel channel, @Nullable String schoolId, String by, Instant now) {
        return school(REPLAY_ONE, schoolId)
                .bind("notice", noticeId)
                .bind("channel", channel.name())
                .bind("most", 1)
                .bind("by", by)
                .bind("now", now)
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Has everything of a channel sent anew that reached nobody, the longest waiting first; it leaves as fast as the
     * channel's pace lets it.
     *
     * @param kind only of this kind; of every kind when null
     * @param most how many at once
     */
    Mono<Replayed> replayAll(
            Channel channel, @Nullable NoticeKind kind, @Nullable String schoolId, String by, Instant now, int most) {
        return unreached(REPLAY_ALL, channel, kind, schoolId)
                .bind("by", by)
                .bind("now", now)
                .bind("most", most)
                .rowsUpdated()
                .flatMap(replayed -> unreached(LEFT, channel, kind, schoolId)
                        .statement()
                        .map(row -> get(row, "left_over", Long.class))
                        .one()
                        .map(left -> new Replayed(replayed, left)));
    }

    private Params unreached(String statement, Channel channel, @Nullable NoticeKind kind, @Nullable String schoolId) {
        return school(statement, schoolId)
                .bind("channel", channel.name())
                .bind("kind", kind == null ? null : kind.name(), String.class);
    }

    /** Whether there is such a delivery for that school to know of. */
    Mono<Boolean> knows(UUID noticeId, Channel channel, @Nullable String schoolId) {
        return school(KNOWS, schoolId)
                .bind("notice", noticeId)
                .bind("channel", channel.name())
                .statement()
                .map(row -> get(row, "known", Long.class) > 0)
                .one();
    }

    private Params school(String statement, @Nullable String schoolId) {
        return Params.of(database.sql(statement)).bind("school", schoolId, String.class);
    }

    private static Item item(Readable row) {
        return new Item(
                get(row, "notice_id", UUID.class),
                get(row, "person_id", UUID.class),
                NoticeKind.valueOf(get(row, "kind", String.class)),
                get(row, "others", Long.class).intValue() + 1,
                get(row, "at", Instant.class),
                Channel.valueOf(get(row, "channel", String.class)),
                DeliveryState.valueOf(get(row, "state", String.class)),
                get(row, "attempts", Integer.class),
                get(row, "round", Integer.class),
                row.get("next_attempt_at", Instant.class),
                row.get("sent_at", Instant.class),
                row.get("reported_at", Instant.class),
                row.get("error", String.class),
                row.get("evidence", String.class),
                row.get("gateway_id", String.class),
                row.get("template", String.class),
                row.get("template_version", Integer.class),
                row.get("language", String.class));
    }

    /**
     * What became of having many sent anew.
     *
     * @param replayed how many are to be sent
     * @param left how many are still to be asked for
     */
    record Replayed(long replayed, long left) {}

    /**
     * One message by one channel.
     *
     * @param noticeId the first of the notices that it leads to
     * @param personId to whom
     * @param kind of that notice
     * @param notices how many notices it leads to
     * @param at when what it tells of happened
     * @param channel by which
     * @param state how far it came
     * @param attempts how many were made
     * @param round how often an officer had it sent anew
     * @param nextAttemptAt when it is tried next
     * @param sentAt when it was taken
     * @param reportedAt when its gateway said that it arrived, or did not
     * @param error why it was not taken, as a code
     * @param evidence what the mail server or the gateway answered
     * @param gatewayId the gateway's id of it
     * @param template name of the wording sent
     * @param templateVersion its version
     * @param language of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID noticeId,
            UUID personId,
            NoticeKind kind,
            int notices,
            Instant at,
            Channel channel,
            DeliveryState state,
            int attempts,
            int round,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Nullable Instant reportedAt,
            @Nullable String error,
            @Nullable String evidence,
            @Nullable String gatewayId,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable String language) {

        /** Whether an officer can have it sent anew. */
        @JsonIgnore
        public boolean isDead() {
            return state == DeliveryState.FAILED
                    || state == DeliveryState.UNDELIVERED
                    || state == DeliveryState.NO_ADDRESS;
        }
    }
}

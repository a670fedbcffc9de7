package vn.edu.privacy.notification.notice;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.platform.database.Params;

/** Where a message goes that could not reach the person: to the next channel of the person's choice not tried yet. */
@Component
class NextChannel {
    /** Orders it for what {@code gone} names; in the statement that records that it is gone, so that both or none hold. */
    static final String ORDER = """
            insert into delivery (notice_id, channel, next_attempt_at, ordered_at)
            select gone.notice_id, next.channel, :now, :now
            from gone
            join notice on notice.id = gone.notice_id
            cross join lateral (
                select wanted.channel
                from unnest(coalesce(
                    (select channels from notice_preference where person_id = notice.person_id), :usual::text[]))
                    with ordinality as wanted (channel, place)
                where wanted.channel = any (:offered::text[])
                    and not exists (
                        select from delivery tried
                        where tried.notice_id = gone.notice_id and tried.channel = wanted.channel)
                order by place limit 1) as next
            on conflict do nothing""";

    private final Preferences preferences;
    private final Gateways gateways;

    NextChannel(Preferences preferences, Gateways gateways) {
        this.preferences = preferences;
        this.gateways = gateways;
    }

    /** Binds what {@link #ORDER} asks for. */
    Params bind(Params statement, Instant now) {
        return statement
                .bind("now", now)
                .bind("usual", Preferences.names(preferences.usual().channels()))
                .bind("offered", Preferences.names(gateways.offered()));
    }
}

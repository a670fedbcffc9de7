package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.platform.database.Params;

/** How people want to be reached, each as the person last said. */
@Component
class Preferences {
    /** What {@link #of(Readable, Preference)} reads; of {@code notice_preference} as {@code preference}. */
    static final String COLUMNS =
            "preference.channels as preferred, preference.quiet_from, preference.quiet_to, preference.optional";

    private static final String FIND =
            "select " + COLUMNS + " from notice_preference preference where person_id = :person";
    private static final String KEEP = """
            insert into notice_preference (person_id, channels, quiet_from, quiet_to, optional, changed_at)
            values (:person, :channels, :from, :to, :optional, :at)
            on conflict (person_id) do update set channels = excluded.channels, quiet_from = excluded.quiet_from,
                quiet_to = excluded.quiet_to, optional = excluded.optional, changed_at = excluded.changed_at""";

    private final DatabaseClient database;
    private final Preference usual;

    Preferences(DatabaseClient database, NoticeProperties properties) {
        this.database = database;
        this.usual = properties.usual();
    }

    /** How somebody is reached who never chose. */
    Preference usual() {
        return usual;
    }

    /** The person's choice. */
    Mono<Preference> of(UUID personId) {
        return database.sql(FIND)
                .bind("person", personId)
                .map(row -> of(row, usual))
                .one()
                .defaultIfEmpty(usual);
    }

    /** Keeps the person's choice; what is told from now on follows it. */
    Mono<Void> keep(UUID personId, Preference preference, Instant at) {
        QuietHours quiet = preference.quiet();
        return Params.of(database.sql(KEEP))
                .bind("person", personId)
                .bind("channels", names(preference.channels()))
                .bind("from", quiet == null ? null : quiet.from(), LocalTime.class)
                .bind("to", quiet == null ? null : quiet.to(), LocalTime.class)
                .bind("optional", preference.optional())
                .bind("at", at)
                .rowsUpdated()
                .then();
    }

    /** Reads it from a row where it may be absent. */
    static Preference of(Readable row, Preference usual) {
        String @Nullable [] preferred = row.get("preferred", String[].class);
        if (preferred == null) {
            return usual;
        }
        LocalTime from = row.get("quiet_from", LocalTime.class);
        LocalTime to = row.get("quiet_to", LocalTime.class);
        return new Preference(
                Arrays.stream(preferred).map(Channel::valueOf).toList(),
                from == null || to == null ? null : new QuietHours(from, to),
                get(row, "optional", Boolean.class));
    }

    static String[] names(List<Channel> channels) {
        return channels.stream().map(Channel::name).toArray(String[]::new);
    }
}

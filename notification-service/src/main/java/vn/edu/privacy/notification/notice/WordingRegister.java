package vn.edu.privacy.notification.notice;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;

/**
 * Every wording that was ever in use, append-only. The words themselves are part of a release and change with it; the
 * release that brings new ones gives them their number when it first looks here. So what a delivery names by its version
 * can be read word for word, whatever the bundles say today.
 */
@Component
class WordingRegister {
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private static final String ENTER = """
            insert into notice_template (name, channel, language, version, subject, body, digest, since)
            select current.name, current.channel, current.language,
                coalesce((
                    select max(version) from notice_template known
                    where known.name = current.name and known.channel = current.channel
                        and known.language = current.language), 0) + 1,
                current.subject, current.body, current.digest, :at
            from unnest(:names::text[], :channels::text[], :languages::text[], :subjects::text[], :bodies::text[],
                :digests::text[]) as current (name, channel, language, subject, body, digest)
            where not exists (
                select from notice_template known
                where known.name = current.name and known.channel = current.channel
                    and known.language = current.language and known.digest = current.digest)
            on conflict do nothing""";
    private static final String NUMBERS = "select name, channel, language, digest, version from notice_template";
    private static final String HISTORY = """
            select channel, language, version, subject, body, since from notice_template
            where name = :name order by channel, language desc, version desc""";

    private final DatabaseClient database;
    private final Wordings wordings;
    private final Clock clock;
    private final Mono<Map<Key, Integer>> numbers;

    WordingRegister(DatabaseClient database, Wordings wordings, Clock clock) {
        this.database = database;
        this.wordings = wordings;
        this.clock = clock;
        this.numbers = Mono.defer(this::enter).cache(known -> FOR_EVER, failed -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The number of one of today's wordings. */
    Mono<Integer> version(Wording wording) {
        return numbers.map(known -> Objects.requireNonNull(
                known.get(Key.of(wording)), () -> wording.name() + " was entered by another release at this moment"));
    }

    /** Every version of one name, in each channel and language, the newest first. */
    Mono<List<Version>> history(String name) {
        return numbers.then(database.sql(HISTORY)
                .bind("name", name)
                .map(row -> new Version(
                        Channel.valueOf(get(row, "channel", String.class)),
                        Locale.of(get(row, "language", String.class)),
                        get(row, "version", Integer.class),
                        get(row, "subject", String.class),
                        get(row, "body", String.class),
                        get(row, "since", Instant.class)))
                .all()
                .collectList());
    }

    private Mono<Map<Key, Integer>> enter() {
        List<Wording> all = wordings.all();
        return database.sql(ENTER)
                .bind("names", column(all, Wording::name))
                .bind("channels", column(all, wording -> wording.channel().name()))
                .bind("languages", column(all, wording -> wording.language().getLanguage()))
                .bind("subjects", column(all, Wording::subject))
                .bind("bodies", column(all, Wording::body))
                .bind("digests", column(all, Wording::digest))
                .bind("at", clock.instant())
                .fetch()
                .rowsUpdated()
                .then(database.sql(NUMBERS)
                        .map(row -> Map.entry(
                                new Key(
                                        get(row, "name", String.class),
                                        get(row, "channel", String.class),
                                        get(row, "language", String.class),
                                        get(row, "digest", String.class)),
                                get(row, "version", Integer.class)))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] column(List<Wording> all, Function<Wording, String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    /**
     * A wording as it was.
     *
     * @param channel where it was read
     * @param language in which
     * @param version its number
     * @param subject of an e-mail, or title
     * @param body the text
     * @param since when a release first brought it
     */
    record Version(Channel channel, Locale language, int version, String subject, String body, Instant since) {}

    private record Key(String name, String channel, String language, String digest) {
        static Key of(Wording wording) {
            return new Key(
                    wording.name(), wording.channel().name(), wording.language().getLanguage(), wording.digest());
        }
    }
}

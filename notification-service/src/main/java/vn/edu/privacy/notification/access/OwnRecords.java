package vn.edu.privacy.notification.access;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.access.HeldData.Item;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.language.InLanguage;
import vn.edu.privacy.platform.page.Schools;

/**
 * What this platform itself holds about a person who is no student: their relations, the consents they decided on as
 * consent-service told of them, their requests, and how they wish to be told. Nothing about a child beyond that.
 */
@Component
public class OwnRecords {
    /** As which holder it answers. */
    static final String CODE = "consent-platform";

    private static final Map<String, String> NAMES =
            Map.of("vi", "Hệ thống đồng ý và yêu cầu", "en", "Consents and requests");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String RELATIONS = """
            select g.capacity, s.school_id, g.in_force_from, g.in_force_until
            from known_guardian g join known_student s using (student_id)
            where g.person_id = $1 order by g.in_force_from, s.student_id""";
    private static final String DECISIONS = """
            select d.purpose, d.decision, d.decided_at, k.names from known_decision d
            left join lateral (select names from known_purpose
                where code = d.purpose order by version desc limit 1) k on true
            where d.party = $1 order by d.decided_at, d.purpose""";
    private static final String REQUESTS = """
            select reference, type, received_at from request where requester = $1 order by received_at, id limit 500""";
    private static final String PREFERENCES = "select channels from notice_preference where person_id = $1";
    private static final String NOTICES = "select count(*) from notice where person_id = $1";

    private final DatabaseClient database;
    private final MessageSource texts;
    private final Schools schools;
    private final JsonMapper json;
    private final Clock clock;

    OwnRecords(DatabaseClient database, MessageSource texts, Schools schools, JsonMapper json, Clock clock) {
        this.database = database;
        this.texts = texts;
        this.schools = schools;
        this.json = json;
        this.clock = clock;
    }

    /** A holder by its name, this platform among them. */
    public static String name(HolderRegistry registry, String code, String language) {
        return registry.find(code)
                .map(holder -> holder.name(language))
                .orElseGet(() -> code.equals(CODE) ? InLanguage.of(NAMES, language, code) : code);
    }

    /** What is held about the person. */
    Mono<HeldData> of(UUID person) {
        return Flux.concat(
                        read(RELATIONS, person, this::relation),
                        read(DECISIONS, person, this::decision),
                        read(REQUESTS, person, this::request),
                        read(PREFERENCES, person, this::preference),
                        read(NOTICES, person, this::notices))
                .collectList()
                .map(items -> new HeldData(CODE, clock.instant(), items));
    }

    private Flux<Item> read(String select, UUID person, Function<Readable, Item> item) {
        return database.sql(select)
                .bind(0, person)
                .map((row, about) -> item.apply(row))
                .all();
    }

    private Item relation(Readable row) {
        String capacity = "rights.capacity." + get(row, "capacity", String.class);
        String school = get(row, "school_id", String.class);
        String from = DAY.format(get(row, "in_force_from", LocalDate.class));
        LocalDate until = row.get("in_force_until", LocalDate.class);
        return item(
                "person-relation",
                language -> until == null
                        ? text("relation", language, text(capacity, language), schools.name(school, language), from)
                        : text(
                                "relation.ended",
                                language,
                                text(capacity, language),
                                schools.name(school, language),
                                from,
                                DAY.format(until)));
    }

    private Item decision(Readable row) {
        String purpose = get(row, "purpose", String.class);
        Json known = row.get("names", Json.class);
        Map<String, String> names = known == null ? Map.of() : json.readValue(known.asString(), TEXTS);
        String decision = "rights.held.decision." + get(row, "decision", String.class);
        String at = DAY.format(get(row, "decided_at", Instant.class));
        return item(
                "person-decision",
                language -> text(
                        "decision",
                        language,
                        InLanguage.of(names, language.getLanguage(), purpose),
                        text(decision, language),
                        at));
    }

    private Item request(Readable row) {
        String reference = get(row, "reference", String.class);
        String type = "rights.type." + get(row, "type", String.class);
        String at = DAY.format(get(row, "received_at", Instant.class));
        return item("person-request", language -> text("request", language, reference, text(type, language), at));
    }

    private Item preference(Readable row) {
        List<String> channels = List.of(get(row, "channels", String[].class));
        return item(
                "person-preference",
                language -> channels.isEmpty()
                        ? text("inbox.channel.PORTAL", language)
                        : channels.stream()
                                .map(channel -> text("inbox.channel." + channel, language))
                                .collect(Collectors.joining(", ")));
    }

    private Item notices(Readable row) {
        String count = String.valueOf(get(row, "count", Long.class));
        return item("person-notices", language -> count);
    }

    private Item item(String category, Function<Locale, String> value) {
        Map<String, String> values = inEach(value);
        return new Item(
                category,
                inEach(language -> text("rights.held." + category, language)),
                InLanguage.of(values, "vi", category),
                false,
                null,
                values);
    }

    private static Map<String, String> inEach(Function<Locale, String> text) {
        return LANGUAGES.stream().collect(Collectors.toMap(Locale::getLanguage, text));
    }

    /** A text by its key. */
    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }

    /** A line of what is held, of its parts. */
    private String text(String line, Locale language, String... parts) {
        return texts.getMessage("rights.held." + line, parts, language);
    }
}

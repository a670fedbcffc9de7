package vn.edu.privacy.notification.access;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.HeldData.Item;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.language.InLanguage;

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
    private static final String RELATIONS = """
            select g.capacity, s.school_id, g.in_force_from, g.in_force_until
            from known_guardian g join known_student s using (student_id)
            where g.person_id = $1 order by g.in_force_from, s.student_id""";
    private static final String DECISIONS = """
            select purpose, decision, decided_at from known_decision where party = $1 order by decided_at, purpose""";
    private static final String REQUESTS = """
            select reference, type, received_at from request where requester = $1 order by received_at, id limit 500""";
    private static final String PREFERENCES = "select channels from notice_preference where person_id = $1";
    private static final String NOTICES = "select count(*) from notice where person_id = $1";

    private final DatabaseClient database;
    private final Clock clock;

    OwnRecords(DatabaseClient database, Clock clock) {
        this.database = database;
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
                        read(RELATIONS, person, OwnRecords::relation),
                        read(DECISIONS, person, OwnRecords::decision),
                        read(REQUESTS, person, OwnRecords::request),
                        read(PREFERENCES, person, OwnRecords::preference),
                        read(NOTICES, person, OwnRecords::notices))
                .collectList()
                .map(items -> new HeldData(CODE, clock.instant(), items));
    }

    private Flux<Item> read(String select, UUID person, Function<Readable, Item> item) {
        return database.sql(select)
                .bind(0, person)
                .map((row, about) -> item.apply(row))
                .all();
    }

    private static Item relation(Readable row) {
        LocalDate until = row.get("in_force_until", LocalDate.class);
        return item(
                "person-relation",
                "Quan hệ giám hộ",
                "Guardianship",
                get(row, "capacity", String.class) + ", " + get(row, "school_id", String.class) + ", "
                        + DAY.format(get(row, "in_force_from", LocalDate.class)) + " – "
                        + (until == null ? "" : DAY.format(until)));
    }

    private static Item decision(Readable row) {
        return item(
                "person-decision",
                "Quyết định về sự đồng ý",
                "Decision on a consent",
                get(row, "purpose", String.class) + ": " + get(row, "decision", String.class) + ", "
                        + DAY.format(get(row, "decided_at", Instant.class)));
    }

    private static Item request(Readable row) {
        return item(
                "person-request",
                "Yêu cầu đã gửi",
                "Request sent",
                get(row, "reference", String.class) + ", " + get(row, "type", String.class) + ", "
                        + DAY.format(get(row, "received_at", Instant.class)));
    }

    private static Item preference(Readable row) {
        return item(
                "person-preference",
                "Cách nhận thông báo",
                "How notices are received",
                String.join(", ", get(row, "channels", String[].class)));
    }

    private static Item notices(Readable row) {
        return item(
                "person-notices",
                "Số thông báo trong hộp thư",
                "Notices in the inbox",
                String.valueOf(get(row, "count", Long.class)));
    }

    private static Item item(String category, String vietnamese, String english, String value) {
        return new Item(category, Map.of("vi", vietnamese, "en", english), value, false, null);
    }
}

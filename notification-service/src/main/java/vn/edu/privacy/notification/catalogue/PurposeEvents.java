package vn.edu.privacy.notification.catalogue;

import io.r2dbc.postgresql.codec.Json;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.PurposePublishedV1;
import vn.edu.privacy.contracts.events.PurposeRetiredV1;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;

/** Keeps each version of a purpose that was published, and that a purpose was retired. */
final class PurposeEvents implements EventHandler {
    private static final String KEEP = """
            insert into known_purpose (code, version, lawful_basis, data_categories, names, consequences, recipients,
                published_at, sensitive_categories)
            values (:code, :version, :basis, :categories, :names, :consequences, :recipients, :at, :sensitive)
            on conflict do nothing""";
    private static final String RETIRE =
            "update known_purpose set retired_at = :at where code = :code and version <= :version";

    private final DatabaseClient database;
    private final JsonMapper json;

    PurposeEvents(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(IncomingEvent event) {
        return switch (event.type()) {
            case PurposePublishedV1.TYPE -> keep(event.as(PurposePublishedV1.class, json));
            case PurposeRetiredV1.TYPE -> retire(event.as(PurposeRetiredV1.class, json));
            default -> Mono.empty();
        };
    }

    private Mono<Void> keep(PurposePublishedV1 purpose) {
        return database.sql(KEEP)
                .bind("code", purpose.code())
                .bind("version", purpose.version())
                .bind("basis", purpose.lawfulBasis())
                .bind("categories", purpose.dataCategories().toArray(String[]::new))
                .bind("names", json(purpose.names()))
                .bind("consequences", json(purpose.consequences()))
                .bind("recipients", json(purpose.recipients()))
                .bind("at", purpose.publishedAt())
                .bind("sensitive", sensitive(purpose).toArray(String[]::new))
                .then();
    }

    /** Which of its data is sensitive; all of it where the event comes from before that was told. */
    private static List<String> sensitive(PurposePublishedV1 purpose) {
        List<String> told = purpose.sensitiveCategories();
        if (told != null) {
            return told;
        }
        return purpose.sensitive() ? purpose.dataCategories() : List.of();
    }

    private Mono<Void> retire(PurposeRetiredV1 purpose) {
        return database.sql(RETIRE)
                .bind("at", purpose.retiredAt())
                .bind("code", purpose.code())
                .bind("version", purpose.version())
                .then();
    }

    private Json json(Object value) {
        return Json.of(json.writeValueAsString(value));
    }
}

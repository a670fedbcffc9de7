package vn.edu.privacy.notification.request.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.request.application.Particulars;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.platform.vault.SubjectKeys;
import vn.edu.privacy.platform.vault.SubjectKeys.Sealed;

/** What requesters wrote, sealed under the student's key. */
@Component
class RequestWords {
    private static final String READ =
            "select id, student_id, %1$s as sealed from request where id = any($1) and %1$s is not null";
    private static final String REASONS = READ.formatted("reason_sealed");
    private static final String PARTICULARS = READ.formatted("particulars_sealed");

    private final DatabaseClient database;
    private final SubjectKeys keys;
    private final JsonMapper json;

    RequestWords(DatabaseClient database, SubjectKeys keys, JsonMapper json) {
        this.database = database;
        this.keys = keys;
        this.json = json;
    }

    Mono<Map<UUID, String>> reasons(Collection<Facts> requests) {
        return read(REASONS, requests, plain -> new String(plain, UTF_8));
    }

    Mono<Map<UUID, Particulars>> particulars(Collection<Facts> requests) {
        return read(PARTICULARS, requests, plain -> json.readValue(plain, Particulars.class));
    }

    Mono<Void> keep(Facts request, Particulars particulars) {
        return keys.seal(request.studentId(), json.writeValueAsBytes(particulars))
                .flatMap(bytes -> database.sql("update request set particulars_sealed = $2 where id = $1")
                        .bind(0, request.id())
                        .bind(1, bytes)
                        .then());
    }

    /** What can be read no longer is absent. */
    private <T> Mono<Map<UUID, T>> read(String select, Collection<Facts> requests, Function<byte[], T> reader) {
        return database.sql(select)
                .bind(0, requests.stream().map(Facts::id).toArray(UUID[]::new))
                .map((row, about) -> Map.entry(
                        get(row, "id", UUID.class),
                        new Sealed(get(row, "student_id", UUID.class), get(row, "sealed", byte[].class))))
                .all()
                .collectList()
                .flatMap(rows -> opened(rows, reader));
    }

    private <T> Mono<Map<UUID, T>> opened(List<Map.Entry<UUID, Sealed>> rows, Function<byte[], T> reader) {
        if (rows.isEmpty()) {
            return Mono.just(Map.of());
        }
        return keys.openAll(rows.stream().map(Map.Entry::getValue).toList()).map(opened -> {
            Map<UUID, T> byRequest = new HashMap<>();
            for (int each = 0; each < rows.size(); each++) {
                UUID id = rows.get(each).getKey();
                opened.get(each).ifPresent(plain -> byRequest.put(id, reader.apply(plain)));
            }
            return byRequest;
        });
    }
}

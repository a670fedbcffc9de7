package vn.edu.privacy.notification.request.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Extension;
import vn.edu.privacy.notification.request.application.Extensions;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.platform.vault.SubjectKeys;
import vn.edu.privacy.platform.vault.SubjectKeys.Sealed;

/** Extensions in PostgreSQL. */
@Component
class R2dbcExtensions implements Extensions {
    private static final String KEEP = """
            insert into request_extension (request_id, days, article, reason_sealed, granted_at)
            values ($1, $2, $3, $4, $5)""";
    private static final String OF = """
            select e.*, r.student_id from request_extension e join request r on r.id = e.request_id
            where e.request_id = any($1)""";

    private final DatabaseClient database;
    private final SubjectKeys keys;

    R2dbcExtensions(DatabaseClient database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Mono<Void> keep(Facts request, Extension extension) {
        return keys.seal(request.studentId(), extension.reason().getBytes(UTF_8))
                .flatMap(bytes -> database.sql(KEEP)
                        .bind(0, request.id())
                        .bind(1, extension.days())
                        .bind(2, extension.article())
                        .bind(3, bytes)
                        .bind(4, extension.grantedAt())
                        .then());
    }

    @Override
    public Mono<Map<UUID, Extension>> of(Collection<Facts> requests) {
        return database.sql(OF)
                .bind(0, requests.stream().map(Facts::id).toArray(UUID[]::new))
                .map((row, about) -> Row.of(row))
                .all()
                .collectList()
                .flatMap(this::opened);
    }

    private Mono<Map<UUID, Extension>> opened(List<Row> rows) {
        return rows.isEmpty()
                ? Mono.just(Map.of())
                : keys.openAll(rows.stream().map(Row::reason).toList()).map(reasons -> read(rows, reasons));
    }

    private static Map<UUID, Extension> read(List<Row> rows, List<Optional<byte[]>> reasons) {
        Map<UUID, Extension> byRequest = new HashMap<>();
        for (int each = 0; each < rows.size(); each++) {
            Row row = rows.get(each);
            reasons.get(each).ifPresent(reason -> byRequest.put(row.requestId(), row.extension(reason)));
        }
        return byRequest;
    }

    private record Row(UUID requestId, int days, String article, Sealed reason, Instant grantedAt) {
        static Row of(Readable row) {
            return new Row(
                    get(row, "request_id", UUID.class),
                    get(row, "days", Integer.class),
                    get(row, "article", String.class),
                    new Sealed(get(row, "student_id", UUID.class), get(row, "reason_sealed", byte[].class)),
                    get(row, "granted_at", Instant.class));
        }

        Extension extension(byte[] plain) {
            return new Extension(days, article, new String(plain, UTF_8), grantedAt);
        }
    }
}

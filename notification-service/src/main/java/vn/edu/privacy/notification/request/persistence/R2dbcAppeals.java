package vn.edu.privacy.notification.request.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.Appeals;
import vn.edu.privacy.notification.request.domain.Appeal;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.vault.SubjectKeys;
import vn.edu.privacy.platform.vault.SubjectKeys.Sealed;

/** Appeals in PostgreSQL. */
@Component
class R2dbcAppeals implements Appeals {
    private static final String LODGE = """
            insert into request_appeal (request_id, text_sealed, lodged_at) values ($1, $2, $3)
            on conflict (request_id) do nothing""";
    private static final String DECIDE = """
            update request_appeal set outcome = $2, answer_sealed = $3, decided_by = $4, decided_at = $5
            where request_id = $1 and outcome is null""";
    private static final String OF = """
            select a.*, r.student_id from request_appeal a join request r on r.id = a.request_id
            where a.request_id = any($1)""";
    private static final String OPEN = """
            select a.request_id from request_appeal a join request r on r.id = a.request_id
            where a.outcome is null and (cast(:school as text) is null or r.school_id = :school)
            order by a.lodged_at limit 200""";

    private final DatabaseClient database;
    private final SubjectKeys keys;

    R2dbcAppeals(DatabaseClient database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Mono<Boolean> lodge(Facts request, Appeal.Lodged appeal) {
        return keys.seal(request.studentId(), appeal.text().getBytes(UTF_8))
                .flatMap(bytes -> database.sql(LODGE)
                        .bind(0, request.id())
                        .bind(1, bytes)
                        .bind(2, appeal.lodgedAt())
                        .fetch()
                        .rowsUpdated())
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Appeal> lock(Facts request) {
        return read(OF + " for update of a", List.of(request))
                .flatMap(found -> Mono.justOrEmpty(found.get(request.id())));
    }

    @Override
    public Mono<Void> decide(Facts request, Appeal decided, String by) {
        return switch (decided) {
            case Appeal.Lodged lodged -> Mono.error(new IllegalArgumentException("nothing was decided"));
            case Appeal.Dismissed dismissed ->
                decide(request, "DISMISSED", dismissed.answer(), by, dismissed.decidedAt());
            case Appeal.Allowed allowed -> decide(request, "ALLOWED", allowed.answer(), by, allowed.decidedAt());
        };
    }

    @Override
    public Mono<Map<UUID, Appeal>> of(Collection<Facts> requests) {
        return read(OF, requests);
    }

    @Override
    public Mono<List<UUID>> open(@Nullable String schoolId) {
        return Params.of(database.sql(OPEN))
                .bind("school", schoolId, String.class)
                .statement()
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    private Mono<Void> decide(Facts request, String outcome, String answer, String by, Instant at) {
        return keys.seal(request.studentId(), answer.getBytes(UTF_8))
                .flatMap(bytes -> database.sql(DECIDE)
                        .bind(0, request.id())
                        .bind(1, outcome)
                        .bind(2, bytes)
                        .bind(3, by)
                        .bind(4, at)
                        .then());
    }

    private Mono<Map<UUID, Appeal>> read(String select, Collection<Facts> requests) {
        return database.sql(select)
                .bind(0, requests.stream().map(Facts::id).toArray(UUID[]::new))
                .map((row, about) -> Row.of(row))
                .all()
                .collectList()
                .flatMap(this::opened);
    }

    private Mono<Map<UUID, Appeal>> opened(List<Row> rows) {
        if (rows.isEmpty()) {
            return Mono.just(Map.of());
        }
        return keys.openAll(rows.stream().flatMap(Row::sealed).toList()).map(words -> {
            Map<UUID, Appeal> byRequest = new HashMap<>();
            for (int each = 0; each < rows.size(); each++) {
                Row row = rows.get(each);
                row.appeal(words.get(2 * each), words.get(2 * each + 1))
                        .ifPresent(appeal -> byRequest.put(row.requestId(), appeal));
            }
            return byRequest;
        });
    }

    private record Row(
            UUID requestId,
            UUID studentId,
            byte[] text,
            Instant lodgedAt,
            @Nullable String outcome,
            byte @Nullable [] answer,
            @Nullable Instant decidedAt) {
        static Row of(Readable row) {
            return new Row(
                    get(row, "request_id", UUID.class),
                    get(row, "student_id", UUID.class),
                    get(row, "text_sealed", byte[].class),
                    get(row, "lodged_at", Instant.class),
                    row.get("outcome", String.class),
                    row.get("answer_sealed", byte[].class),
                    row.get("decided_at", Instant.class));
        }

        /** The requester's words and the head's; before there are any of the head, the requester's stand in. */
        Stream<Sealed> sealed() {
            return Stream.of(text, answer == null ? text : answer).map(bytes -> new Sealed(studentId, bytes));
        }

        Optional<Appeal> appeal(Optional<byte[]> openedText, Optional<byte[]> openedAnswer) {
            return openedText.flatMap(plain ->
                    openedAnswer.map(answered -> appeal(new String(plain, UTF_8), new String(answered, UTF_8))));
        }

        private Appeal appeal(String words, String answered) {
            if (outcome == null) {
                return new Appeal.Lodged(requestId, lodgedAt, words);
            }
            Instant at = Objects.requireNonNull(decidedAt, "decided_at");
            return outcome.equals("ALLOWED")
                    ? new Appeal.Allowed(requestId, lodgedAt, words, answered, at)
                    : new Appeal.Dismissed(requestId, lodgedAt, words, answered, at);
        }
    }
}

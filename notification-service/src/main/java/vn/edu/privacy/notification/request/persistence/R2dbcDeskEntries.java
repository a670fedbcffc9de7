package vn.edu.privacy.notification.request.persistence;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.request.application.DeskEntries;
import vn.edu.privacy.notification.request.application.DeskEntry;
import vn.edu.privacy.notification.request.application.DeskEntry.Words;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.vault.SubjectKeys;
import vn.edu.privacy.platform.vault.SubjectKeys.Sealed;

/** What was written down at the desk, in PostgreSQL. */
@Component
class R2dbcDeskEntries implements DeskEntries {
    private static final String KEEP = """
            insert into request_desk (request_id, entered_by, entered_at, capacity, identity, help, form, hand_over_at,
                language, words_sealed, check_needed)
            values (:id, :by, :at, :capacity, :identity, :help, :form, :handOver, :language, :words, :check)""";
    private static final String WAITS =
            "select exists (select from request_desk where request_id = $1 and check_needed and checked_at is null)";
    private static final String WAITING = """
            select d.request_id from request_desk d join request r on r.id = d.request_id
            where d.check_needed and d.checked_at is null and r.state in ('AWAITING_CONFIRMATION', 'RECEIVED')
                and (cast(:school as text) is null or r.school_id = :school)
            order by d.entered_at""";

    private final DatabaseClient database;
    private final SubjectKeys keys;
    private final JsonMapper json;

    R2dbcDeskEntries(DatabaseClient database, SubjectKeys keys, JsonMapper json) {
        this.database = database;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public Mono<Void> keep(Facts request, DeskEntry entry) {
        return keys.seal(request.studentId(), json.writeValueAsBytes(entry.words()))
                .flatMap(words -> Params.of(database.sql(KEEP))
                        .bind("id", entry.requestId())
                        .bind("by", entry.enteredBy())
                        .bind("at", entry.enteredAt())
                        .bind("capacity", entry.capacity())
                        .bind("identity", entry.identity().name())
                        .bind("help", entry.help().name())
                        .bind("form", entry.handOver().form().name())
                        .bind("handOver", entry.handOver().at(), Instant.class)
                        .bind("language", entry.language())
                        .bind("words", words)
                        .bind("check", entry.checkNeeded())
                        .rowsUpdated())
                .then();
    }

    @Override
    public Mono<Map<UUID, DeskEntry>> of(Collection<Facts> requests) {
        Map<UUID, UUID> subjects = requests.stream().collect(Collectors.toMap(Facts::id, Facts::studentId));
        return database.sql("select * from request_desk where request_id = any($1)")
                .bind(0, subjects.keySet().toArray(UUID[]::new))
                .map((row, about) -> new Row(entry(row), get(row, "words_sealed", byte[].class)))
                .all()
                .collectList()
                .flatMap(rows -> opened(rows, subjects));
    }

    @Override
    public Mono<Boolean> waits(UUID requestId) {
        return database.sql(WAITS).bind(0, requestId).mapValue(Boolean.class).one();
    }

    @Override
    public Mono<Void> checked(UUID requestId, DeskEntry.Check check) {
        return database.sql("update request_desk set checked_by = $2, checked_at = $3 where request_id = $1")
                .bind(0, requestId)
                .bind(1, check.by())
                .bind(2, check.at())
                .then();
    }

    @Override
    public Mono<List<UUID>> waiting(@Nullable String schoolId) {
        return Params.of(database.sql(WAITING))
                .bind("school", schoolId, String.class)
                .statement()
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    private Mono<Map<UUID, DeskEntry>> opened(List<Row> rows, Map<UUID, UUID> subjects) {
        if (rows.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<Sealed> sealed = rows.stream()
                .map(row -> new Sealed(subject(subjects, row), row.words()))
                .toList();
        return keys.openAll(sealed).map(opened -> {
            Map<UUID, DeskEntry> byRequest = new HashMap<>();
            for (int each = 0; each < rows.size(); each++) {
                DeskEntry entry = rows.get(each).with(words(opened.get(each)));
                byRequest.put(entry.requestId(), entry);
            }
            return byRequest;
        });
    }

    private static UUID subject(Map<UUID, UUID> subjects, Row row) {
        return Objects.requireNonNull(subjects.get(row.entry().requestId()), "only what was asked for is read");
    }

    private Words words(Optional<byte[]> plain) {
        return plain.map(bytes -> json.readValue(bytes, Words.class)).orElse(Words.NONE);
    }

    private static DeskEntry entry(Readable row) {
        UUID checkedBy = row.get("checked_by", UUID.class);
        return new DeskEntry(
                get(row, "request_id", UUID.class),
                get(row, "entered_by", UUID.class),
                get(row, "entered_at", Instant.class),
                get(row, "capacity", String.class),
                DeskEntry.Identity.valueOf(get(row, "identity", String.class)),
                DeskEntry.Help.valueOf(get(row, "help", String.class)),
                new DeskEntry.HandOver(
                        DeskEntry.Form.valueOf(get(row, "form", String.class)), row.get("hand_over_at", Instant.class)),
                get(row, "language", String.class),
                Words.NONE,
                get(row, "check_needed", Boolean.class),
                checkedBy == null ? null : new DeskEntry.Check(checkedBy, get(row, "checked_at", Instant.class)));
    }

    private record Row(DeskEntry entry, byte[] words) {
        DeskEntry with(Words opened) {
            return new DeskEntry(
                    entry.requestId(),
                    entry.enteredBy(),
                    entry.enteredAt(),
                    entry.capacity(),
                    entry.identity(),
                    entry.help(),
                    entry.handOver(),
                    entry.language(),
                    opened,
                    entry.checkNeeded(),
                    entry.check());
        }
    }
}

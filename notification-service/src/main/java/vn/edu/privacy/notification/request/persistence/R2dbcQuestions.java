package vn.edu.privacy.notification.request.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.Questions;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Question;
import vn.edu.privacy.notification.request.domain.Question.Asked;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.vault.SubjectKeys;
import vn.edu.privacy.platform.vault.SubjectKeys.Sealed;

/** Questions in PostgreSQL. */
@Component
class R2dbcQuestions implements Questions {
    private static final String ASK = """
            insert into request_question (request_id, number, about, text_sealed, asked_at, asked_by, answer_by, pauses)
            values (:id, :number, :about, :text, :at, :by, :answerBy, :pauses)""";
    private static final String CLOSE = """
            update request_question set outcome = :outcome, closed_at = :at, answer_sealed = :answer
            where request_id = :id and number = :number and outcome = 'OPEN'""";

    private final DatabaseClient database;
    private final SubjectKeys keys;

    R2dbcQuestions(DatabaseClient database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Mono<Void> ask(Facts request, Question.Open question, String officer, String text) {
        Asked asked = question.asked();
        return keys.seal(request.studentId(), text.getBytes(UTF_8))
                .flatMap(bytes -> Params.of(database.sql(ASK))
                        .bind("id", asked.requestId())
                        .bind("number", asked.number())
                        .bind("about", asked.about().name())
                        .bind("text", bytes)
                        .bind("at", asked.at())
                        .bind("by", officer)
                        .bind("answerBy", asked.answerBy())
                        .bind("pauses", asked.pauses())
                        .rowsUpdated())
                .then();
    }

    @Override
    public Mono<Void> close(Facts request, Question closed, @Nullable String answer) {
        return Mono.justOrEmpty(answer)
                .flatMap(text -> keys.seal(request.studentId(), text.getBytes(UTF_8)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(bytes -> Params.of(database.sql(CLOSE))
                        .bind("id", closed.asked().requestId())
                        .bind("number", closed.asked().number())
                        .bind("outcome", closed.outcome().name())
                        .bind("at", closed.closedAt(), Instant.class)
                        .bind("answer", bytes.orElse(null), byte[].class)
                        .rowsUpdated())
                .then();
    }

    @Override
    public Mono<List<Written>> of(Facts request) {
        return database.sql("select * from request_question where request_id = $1 order by number")
                .bind(0, request.id())
                .map((row, about) -> Row.of(row, request.studentId()))
                .all()
                .collectList()
                .flatMap(this::opened);
    }

    @Override
    public Mono<List<UUID>> lapsed(Instant now, int limit) {
        return database.sql("""
                        select request_id from request_question where outcome = 'OPEN' and answer_by <= $1
                        order by answer_by limit $2""")
                .bind(0, now)
                .bind(1, limit)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    private Mono<List<Written>> opened(List<Row> rows) {
        List<Sealed> texts = rows.stream().flatMap(row -> row.texts().stream()).toList();
        return texts.isEmpty()
                ? Mono.just(List.of())
                : keys.openAll(texts).map(open -> {
                    List<Written> written = new ArrayList<>();
                    int next = 0;
                    for (Row row : rows) {
                        String text = text(open.get(next++));
                        String answer = row.texts().size() > 1 ? text(open.get(next++)) : null;
                        written.add(new Written(row.question(), text, answer));
                    }
                    return written;
                });
    }

    private static @Nullable String text(Optional<byte[]> plain) {
        return plain.map(bytes -> new String(bytes, UTF_8)).orElse(null);
    }

    private record Row(Question question, List<Sealed> texts) {
        static Row of(Readable row, UUID student) {
            List<Sealed> texts = new ArrayList<>();
            texts.add(new Sealed(student, get(row, "text_sealed", byte[].class)));
            byte[] answer = row.get("answer_sealed", byte[].class);
            if (answer != null) {
                texts.add(new Sealed(student, answer));
            }
            return new Row(question(row), texts);
        }

        private static Question question(Readable row) {
            Question.Open open = new Question.Open(new Asked(
                    get(row, "request_id", UUID.class),
                    get(row, "number", Integer.class),
                    Question.About.valueOf(get(row, "about", String.class)),
                    get(row, "asked_at", Instant.class),
                    get(row, "answer_by", Instant.class),
                    get(row, "pauses", Boolean.class)));
            return switch (Question.Outcome.valueOf(get(row, "outcome", String.class))) {
                case OPEN -> open;
                case ANSWERED -> open.answered(get(row, "closed_at", Instant.class));
                case UNANSWERED -> open.lapsed(get(row, "closed_at", Instant.class));
                case MOOT -> open.dropped(get(row, "closed_at", Instant.class));
            };
        }
    }
}

package vn.edu.privacy.notification.carrying;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.HolderAnswer;
import vn.edu.privacy.notification.holder.HolderAnswer.Status;
import vn.edu.privacy.notification.holder.Instruction;

/** What holders answered under their signature, kept as proof: the first of each status. */
@Component
class Acknowledgements {
    private static final String KEEP = """
            insert into acknowledgement (student_id, instruction_id, status, at, key_id, signed, body)
            values (:student, :id, :status, :at, :key, :signed, :body)
            on conflict (student_id, instruction_id, status) do nothing""";
    private static final String OF =
            "select * from acknowledgement where student_id = $1 and instruction_id = $2 order by at, status";

    private final DatabaseClient database;

    Acknowledgements(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps the proof of an answer, when there is one; joins the caller's transaction. */
    Mono<Void> keep(Instruction instruction, @Nullable HolderAnswer answer) {
        HolderAnswer.Proof proof = answer == null ? null : answer.proof();
        return answer == null || proof == null
                ? Mono.empty()
                : database.sql(KEEP)
                        .bind("student", instruction.studentId())
                        .bind("id", instruction.id())
                        .bind("status", answer.status().name())
                        .bind("at", answer.at())
                        .bind("key", proof.keyId())
                        .bind("signed", proof.signed())
                        .bind("body", proof.body())
                        .then();
    }

    /** What was kept of an instruction, oldest first. */
    Mono<List<Kept>> of(UUID studentId, UUID instruction) {
        return database.sql(OF)
                .bind(0, studentId)
                .bind(1, instruction)
                .map(row -> new Kept(
                        Status.valueOf(get(row, "status", String.class)),
                        get(row, "at", Instant.class),
                        get(row, "key_id", String.class),
                        get(row, "signed", String.class),
                        get(row, "body", String.class)))
                .all()
                .collectList();
    }

    /**
     * One of them.
     *
     * @param status what the holder said
     * @param at since when, by its own clock
     * @param keyId the key by which it verifies
     * @param signed the signature, a JWT that binds the body
     * @param body as it came
     */
    record Kept(Status status, Instant at, String keyId, String signed, String body) {}
}

package vn.edu.privacy.standalone.sector;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.sector.SectorRoutes.Answer;

/** What the stand-in's holders are told to do, and whether they have done it: each takes a while. */
final class SectorInstructions {
    /** By kind of instruction, how a holder says that it is done. */
    private static final Map<String, String> DONE = Map.of(
            "STOP", "STOPPED",
            "RESTRICT", "RESTRICTED",
            "LIFT", "LIFTED",
            "ERASE", "ERASED",
            "RECTIFY", "RECTIFIED");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SectorStore store;
    private final Duration takes;
    private final Clock clock;

    SectorInstructions(SectorStore store, Duration takes, Clock clock) {
        this.store = store;
        this.takes = takes;
        this.clock = clock;
    }

    /** What a holder answers to an instruction that is put, or asked for. */
    Answer answer(String holder, UUID id, Request request) {
        if (request.getMethod().equals(RequestMethod.GET)) {
            return store.instruction(holder, id).map(this::stateOf).orElseGet(SectorRoutes::notFound);
        }
        if (!request.getMethod().equals(RequestMethod.PUT)) {
            return Answer.problem(405, "method-not-allowed", "An instruction is put or read");
        }
        JsonNode body = JSON.readTree(request.getBody());
        UUID studentId = UUID.fromString(SectorRoutes.required(body, "studentId"));
        String kind = SectorRoutes.required(body, "kind");
        if (!DONE.containsKey(kind)) {
            return Answer.problem(422, "unknown-instruction", "Known here are " + DONE.keySet());
        }
        List<String> categories = SectorRoutes.texts(body, "dataCategories");
        List<SectorStore.Correction> corrections = corrections(body);
        if ((kind.equals("ERASE") && categories.isEmpty())
                || (kind.equals("RECTIFY") == (corrections == null || corrections.isEmpty()))) {
            return Answer.problem(422, "incomplete-instruction", "ERASE names data, RECTIFY what is right");
        }
        if (store.student(studentId).isEmpty() && !GuardianData.isKept(holder, studentId, store)) {
            return SectorRoutes.notFound();
        }
        SectorStore.Instruction told = new SectorStore.Instruction(
                holder,
                id,
                kind,
                studentId,
                SectorRoutes.required(body, "schoolId"),
                SectorRoutes.required(body, "purpose"),
                categories,
                corrections,
                body.has("requestId") ? UUID.fromString(SectorRoutes.required(body, "requestId")) : null,
                Instant.parse(SectorRoutes.required(body, "dueBy")),
                clock.instant());
        SectorStore.Instruction kept = store.keep(told);
        return kept.saysTheSameAs(told)
                ? stateOf(kept)
                : Answer.problem(409, "instruction-reused", "This id names another instruction");
    }

    private Answer stateOf(SectorStore.Instruction instruction) {
        boolean done = isDone(instruction);
        return Answer.ok(Map.of(
                "instructionId", instruction.instructionId(),
                "status", done ? DONE.get(instruction.kind()) : "RECEIVED",
                "at", (done ? doneAt(instruction) : instruction.receivedAt()).toString()));
    }

    /** Whether the holder has done it by now. */
    boolean isDone(SectorStore.Instruction instruction) {
        return !clock.instant().isBefore(doneAt(instruction));
    }

    private Instant doneAt(SectorStore.Instruction instruction) {
        return instruction.receivedAt().plus(takes);
    }

    private static @Nullable List<SectorStore.Correction> corrections(JsonNode body) {
        return body.has("corrections")
                ? body.path("corrections")
                        .valueStream()
                        .map(each -> new SectorStore.Correction(
                                SectorRoutes.required(each, "category"),
                                each.has("was") ? each.path("was").asString("") : null,
                                SectorRoutes.required(each, "value")))
                        .toList()
                : null;
    }
}

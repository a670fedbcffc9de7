package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.contracts.events.ErasureAppliedV1;
import vn.edu.privacy.contracts.events.ErasureInstructedV1;
import vn.edu.privacy.contracts.events.ErasureRefusedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** Has a child's data erased as the other service does, and hears what became of it. */
public final class Erasing implements AutoCloseable {
    /** What the mother said in words. */
    static final String WORDS = "Chỉ dùng ảnh chụp cả lớp";

    static final Duration SOON = Duration.ofSeconds(20);

    private static final String OFFICER = Tokens.system(Role.DATA_PROTECTION_OFFICER);

    private final UUID officer = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private final School school;
    private final Child child;
    private final Topic answers;

    public Erasing(School school, Child child) {
        this.school = school;
        this.child = child;
        this.answers = new Topic(Topics.DECISIONS, child.id());
    }

    @Override
    public void close() {
        answers.close();
    }

    /** The mother agrees on a condition. */
    void give(String purpose) {
        String notice = school.serve(child, child.mother(), Role.GUARDIAN, purpose)
                .get("id")
                .asString();
        Map<String, Object> item = new HashMap<>(School.answer(purpose, "GIVEN", notice));
        item.put("conditions", WORDS);
        school.decisions(child, child.mother(), Role.GUARDIAN, item)
                .expectStatus()
                .isCreated();
    }

    /** What was said on one purpose, after a withdrawal and approved. */
    Instruction words(UUID requester, String purpose, boolean risksAccepted) {
        return words(requester, purpose, risksAccepted, approver);
    }

    /** The same, approved by somebody or by nobody. */
    Instruction words(UUID requester, String purpose, boolean risksAccepted, @Nullable UUID approvedBy) {
        return request -> new ErasureInstructedV1(
                request,
                child.id(),
                requester,
                null,
                "PURPOSE",
                purpose,
                "WITHDRAWN",
                risksAccepted,
                approvedBy,
                Instant.now());
    }

    /** The whole student, approved. */
    Instruction student(UUID requester, String ground) {
        return request -> new ErasureInstructedV1(
                request, child.id(), requester, null, "STUDENT", null, ground, true, approver, Instant.now());
    }

    /** The whole student, by an authority's order that an officer brings, approved. */
    public Instruction order() {
        return orderApprovedBy(approver);
    }

    /** The same, approved by the officer who brings it. */
    Instruction orderOfOneAlone() {
        return orderApprovedBy(officer);
    }

    private Instruction orderApprovedBy(UUID somebody) {
        return request -> new ErasureInstructedV1(
                request, child.id(), null, officer, "STUDENT", null, "AUTHORITY", false, somebody, Instant.now());
    }

    /** Instructs it and waits until it is done; gives the request. */
    public UUID applied(Instruction instruction) {
        UUID request = UUID.randomUUID();
        send(request, instruction);
        about(ErasureAppliedV1.TYPE, request);
        return request;
    }

    /** Instructs it and waits until it is refused; gives the reason. */
    String refused(Instruction instruction) {
        UUID request = UUID.randomUUID();
        send(request, instruction);
        return about(ErasureRefusedV1.TYPE, request).get("reason").asString();
    }

    void send(UUID request, Instruction instruction) {
        Topic.send(Topics.INSTRUCTIONS, child.id(), ErasureInstructedV1.TYPE, instruction.of(request));
    }

    /** What was told of the child, of one type. */
    List<JsonNode> told(String type) {
        return answers.events(type);
    }

    private JsonNode about(String type, UUID request) {
        return await().atMost(SOON)
                .until(
                        () -> answers.events(type).stream()
                                .filter(event ->
                                        event.get("requestId").asString().equals(request.toString()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    String answer(String purpose) {
        return school.check(child, purpose).get("answer").asString();
    }

    JsonNode entries() {
        return School.json(school.get("/v1/students/" + child.id() + "/ledger", OFFICER))
                .get("entries");
    }

    void chainHolds() {
        assertThat(School.json(school.get("/v1/students/" + child.id() + "/ledger/verification", OFFICER))
                        .get("valid")
                        .asBoolean())
                .isTrue();
    }

    /** Neither to a school that asks by id, number or about the past, nor to the mother, nor to the officer. */
    void nobodyIsToldAnything(String purpose, Instant before) {
        assertThat(answer(purpose)).isEqualTo("DENY");
        for (String moment : List.of("at", "knownAt")) {
            assertThat(reason(School.json(school.check(School.ID, child, purpose, Map.of(moment, before)))))
                    .isEqualTo("NOT_ENROLLED");
        }
        assertThat(reason(School.json(school.post(
                        "/v1/checks",
                        Tokens.system(School.ID),
                        Map.of("schoolId", School.ID, "sectorId", child.sectorId(), "purpose", purpose)))))
                .isEqualTo("NOT_ENROLLED");
        String consents = "/v1/students/" + child.id() + "/consents";
        school.get(consents, Tokens.bearer(Role.GUARDIAN, child.mother()))
                .expectStatus()
                .isNotFound();
        assertThat(School.json(school.get(consents, OFFICER)).toString())
                .doesNotContain(child.name())
                .doesNotContain(WORDS);
    }

    private static String reason(JsonNode check) {
        return check.at("/reasons/0/code").asString();
    }

    /** What is instructed, as one request. */
    public interface Instruction {
        ErasureInstructedV1 of(UUID request);
    }
}

package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/**
 * Two ways to one answer: a check about now reads what is stored with the record, a check about an instant reads ledger and
 * roster from the beginning. Asked about now, over random histories, they never differ.
 */
@RealParts
@Import(ClockAhead.Instead.class)
@TestPropertySource(properties = "privacy.consents.expiry-interval=P1000D")
class PastEqualsPresentIT {
    private static final long SEED = 20261125;
    private static final int HISTORIES = 30;
    private static final int STEPS = 9;
    private static final List<String> SAID =
            List.of("answer", "dataCategories", "conditions", "consentEnds", "recordId");

    @LocalServerPort
    int port;

    @Autowired
    ClockAhead clock;

    private final Random random = new Random(SEED);
    private School school;

    @BeforeEach
    void school() {
        clock.reset();
        school = School.at(port);
    }

    @Test
    @Rule("R-CON-10")
    void whateverHappenedBefore() {
        Set<String> reasons = new HashSet<>();
        for (int history = 0; history < HISTORIES; history++) {
            clock.reset();
            String purpose = publish();
            Child child = random.nextInt(4) == 0
                    ? school.turning(
                            random.nextBoolean() ? 7 : 18, School.today().plusDays(1 + random.nextInt(3)))
                    : school.child(List.of(5, 10, 17, 18).get(random.nextInt(4)));
            List<String> steps = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                steps.add(happen(child, purpose));
                JsonNode present = ask(child, purpose, Map.of());
                Instant now = clock.instant();
                for (Map<String, ?> moment : List.of(Map.of("at", now), Map.of("knownAt", now))) {
                    JsonNode past = ask(child, purpose, moment);
                    String where = "history %d after %s, asked %s".formatted(history, steps, moment.keySet());
                    assertThat(reason(past)).as(where).isEqualTo(reason(present));
                    SAID.forEach(what -> assertThat(sorted(past, what))
                            .as("%s: %s", where, what)
                            .isEqualTo(sorted(present, what)));
                }
                reasons.add(reason(present));
            }
        }
        // a run that meets only one kind of answer would prove little
        assertThat(reasons)
                .contains("CONSENT_GIVEN", "NO_VALID_CONSENT", "CATEGORIES_NOT_GRANTED", "PURPOSE_NOT_ACTIVE");
    }

    private String happen(Child child, String purpose) {
        List<Supplier<String>> may = List.of(
                () -> decide(child, purpose, "GIVEN"),
                () -> decide(child, purpose, "GIVEN"),
                () -> decide(child, purpose, "GIVEN"),
                () -> decide(child, purpose, "REFUSED"),
                () -> decide(child, purpose, "WITHDRAWN"),
                () -> {
                    school.fatherIsSuspended(child);
                    return "father suspended";
                },
                () -> {
                    school.fatherIsBack(child);
                    return "father back";
                },
                () -> {
                    school.fatherLeaves(child);
                    return "father left";
                },
                () -> {
                    school.publishAnew(purpose, "Hồ sơ").expectStatus().isCreated();
                    return "major version";
                },
                () -> retire(purpose),
                () -> forward(Duration.ofDays(1)),
                () -> forward(Duration.ofDays(2)),
                () -> forward(Duration.ofHours(1)));
        int which = random.nextInt(may.size());
        // a purpose that is retired at once would leave little to see
        return (which == 9 && random.nextInt(4) != 0 ? may.getFirst() : may.get(which)).get();
    }

    private String decide(Child child, String purpose, String decision) {
        UUID person = List.of(child.self(), child.father(), child.mother()).get(random.nextInt(3));
        Role role = person.equals(child.self()) ? Role.STUDENT : Role.GUARDIAN;
        Map<String, Object> item;
        if (decision.equals("WITHDRAWN")) {
            item = School.withdrawal(purpose);
        } else {
            JsonNode notice = School.json(school.post(
                    "/v1/students/" + child.id() + "/served-notices",
                    Tokens.bearer(role, person),
                    Map.of("purpose", purpose, "language", "vi")));
            if (!notice.has("id")) {
                return role + " not served";
            }
            item = new HashMap<>(
                    School.answer(purpose, decision, notice.get("id").asString()));
            if (decision.equals("GIVEN") && random.nextInt(3) == 0) {
                item.put("dataCategories", List.of("height"));
            }
            if (decision.equals("GIVEN") && random.nextInt(4) == 0) {
                item.put("conditions", "Chỉ một lần");
            }
            if (decision.equals("GIVEN") && random.nextInt(4) == 0) {
                item.put("lastDay", School.today().plusDays(random.nextInt(3)).toString());
            }
        }
        int status = school.decisions(child, person, role, item)
                .returnResult(Void.class)
                .getStatus()
                .value();
        return role + " " + decision + " " + status;
    }

    private String retire(String purpose) {
        return "retired "
                + school.post(
                                "/v1/purposes/" + purpose + "/retirement",
                                Tokens.system(Role.DATA_PROTECTION_OFFICER),
                                Map.of("reason", "Kết thúc"))
                        .returnResult(Void.class)
                        .getStatus()
                        .value();
    }

    private String forward(Duration duration) {
        clock.forward(duration);
        return "+" + duration;
    }

    private JsonNode ask(Child child, String purpose, Map<String, ?> moment) {
        return School.json(
                school.check(School.ID, child, purpose, moment).expectStatus().isOk());
    }

    private static String reason(JsonNode check) {
        return check.at("/reasons/0/code").asString();
    }

    private static List<String> sorted(JsonNode check, String what) {
        JsonNode said = check.path(what);
        return said.isArray()
                ? said.valueStream().map(JsonNode::asString).sorted().toList()
                : List.of(said.asString());
    }

    private String publish() {
        String code = TestPurpose.newCode("equal");
        Map<String, Object> draft = new HashMap<>(TestPurpose.draft(code, "Hồ sơ sức khỏe"));
        draft.put("periodKind", random.nextBoolean() ? "OPEN_ENDED" : "SCHOOL_YEAR");
        draft.put(
                "processingUntil",
                School.today().plusDays(4 + random.nextInt(8)).toString());
        school.post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), draft)
                .expectStatus()
                .isCreated();
        return code;
    }
}

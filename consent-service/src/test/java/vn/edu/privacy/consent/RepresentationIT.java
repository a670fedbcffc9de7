package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;
import static vn.edu.privacy.consent.portal.Portal.sentBack;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.portal.Portal;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.contracts.events.RepresentationChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** Somebody decides for a guardian or an adult student, by a document that two persons of the school have seen. */
@RealParts
@Import(ClockAhead.Instead.class)
@TestPropertySource(properties = "privacy.consents.expiry-interval=P1000D")
class RepresentationIT {
    private static final Role FAMILY = Role.GUARDIAN;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @LocalServerPort
    int port;

    @Autowired
    ClockAhead clock;

    @Autowired
    private ApplicationContext context;

    private final UUID clerk = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID aunt = UUID.randomUUID();
    private School school;
    private String purpose;
    private Child child;

    @BeforeEach
    void school() {
        clock.reset();
        school = School.at(port);
        purpose = school.publishNamed("Xe đưa đón");
        child = school.child(5);
    }

    @Test
    @Rule({"R-CON-11", "R-CON-10"})
    void onceCheckedTheRepresentativeDecidesAsThePartyAndEverythingSaysSo() {
        JsonNode recorded = record(Map.of());
        assertThat(recorded.get("state").asString()).isEqualTo("AWAITING_CHECK");
        mayNot(child);
        assertThat(problem(check(recorded, clerk, "CONFIRMED"))).endsWith("/second-person-needed");
        check(recorded, second, "CONFIRMED").expectStatus().isOk();
        assertThat(problem(check(recorded, second, "REJECTED"))).endsWith("/already-checked");

        JsonNode decided = School.json(school.decide(child, aunt, FAMILY, purpose, "GIVEN")
                .expectStatus()
                .isCreated());

        assertThat(answer(purpose)).isEqualTo("PERMIT");
        JsonNode line = ledger().at("/entries/0");
        assertThat(line.get("party").asString()).isEqualTo(child.mother().toString());
        assertThat(line.get("capacity").asString()).isEqualTo("MOTHER");
        assertThat(line.get("representative").asString()).isEqualTo(aunt.toString());
        assertThat(line.get("representation").asString())
                .isEqualTo(recorded.get("id").asString());
        assertThat(School.json(school.get(
                                "/v1/students/" + child.id() + "/ledger/verification",
                                Tokens.system(Role.DATA_PROTECTION_OFFICER)))
                        .get("valid")
                        .asBoolean())
                .isTrue();
        String receiptId = decided.at("/decisions/0/receiptId").asString();
        for (UUID reader : List.of(aunt, child.mother())) {
            JsonNode receipt = School.json(school.get("/v1/receipts/" + receiptId, Tokens.bearer(FAMILY, reader))
                    .expectStatus()
                    .isOk());
            assertThat(receipt.at("/decision/representative").asString()).isEqualTo(aunt.toString());
            assertThat(receipt.at("/decision/party").asString())
                    .isEqualTo(child.mother().toString());
        }
        Portal portal = new Portal(context);
        String ofMother = page(portal.as(FAMILY, child.mother()), "/children/" + child.id());
        assertThat(ofMother).contains("Mẹ đồng ý (người được ủy quyền trả lời thay)", "Chấm dứt ủy quyền");
        WebTestClient representative = portal.as(FAMILY, aunt);
        assertThat(page(representative, "/children/" + child.id()))
                .contains("theo văn bản ủy quyền")
                .doesNotContain("Chấm dứt ủy quyền");
        assertThat(page(representative, "/children/" + child.id() + "/receipts/" + receiptId))
                .contains("Người được ủy quyền", recorded.get("id").asString());
    }

    @Test
    @Rule("R-CON-11")
    void theOfficersAreToldThatOneWaitsAndWhoEnteredItWhatCameOfIt() {
        JsonNode first = record(Map.of());
        try (Topic notices = new Topic(Topics.NOTICES, child.id())) {
            JsonNode waits = told(notices, "REPRESENTATION_TO_CHECK", 1).getFirst();
            assertThat(waits.get("officersOfSchool").asString()).isEqualTo(School.ID);
            assertThat(waits.get("recipients")).isEmpty();
            assertThat(waits.toString())
                    .doesNotContain(
                            child.name(), aunt.toString(), child.mother().toString(), "Tủ");

            check(first, second, "CONFIRMED").expectStatus().isOk();
            JsonNode again = record(Map.of());
            assertThat(problem(check(again, clerk, "REJECTED"))).endsWith("/second-person-needed");
            check(again, second, "REJECTED").expectStatus().isOk();

            for (String outcome : List.of("REPRESENTATION_CONFIRMED", "REPRESENTATION_REJECTED")) {
                JsonNode told = told(notices, outcome, 1).getFirst();
                assertThat(told.get("recipients").valueStream().map(JsonNode::asString))
                        .containsExactly(clerk.toString());
                assertThat(told.has("officersOfSchool")).isFalse();
                assertThat(told.toString())
                        .doesNotContain(
                                child.name(), aunt.toString(), child.mother().toString());
            }
            assertThat(told(notices, "REPRESENTATION_TO_CHECK", 2)).hasSize(2);
        }
    }

    private static List<JsonNode> told(Topic notices, String kind, int atLeast) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> notices.events(NoticeDueV1.TYPE).stream()
                                .filter(notice -> notice.get("kind").asString().equals(kind))
                                .toList(),
                        found -> found.size() >= atLeast);
    }

    @Test
    @Rule("R-CON-11")
    void aDocumentThatDoesNotSaySoGivesNothing() {
        JsonNode recorded = record(Map.of());
        check(recorded, second, "REJECTED").expectStatus().isOk();
        mayNot(child);
    }

    @Test
    @Rule("R-CON-11")
    void onlyWithinTheScope() {
        String other = school.publishNamed("Ảnh lớp");
        confirm(record(Map.of("purposes", List.of(purpose))));

        school.decide(child, aunt, FAMILY, purpose, "GIVEN").expectStatus().isCreated();
        assertThat(problem(school.decide(child, aunt, FAMILY, other, "GIVEN"))).endsWith("/outside-mandate");
        assertThat(answer(other)).isEqualTo("DENY");
        JsonNode read =
                School.json(school.get("/v1/students/" + child.id() + "/consents", Tokens.bearer(FAMILY, aunt)));
        assertThat(read.get("items")
                        .valueStream()
                        .map(item -> item.get("purpose").asString()))
                .containsExactly(purpose);
        assertThat(page(new Portal(context).as(FAMILY, aunt), "/children/" + child.id()))
                .contains("/purposes/" + purpose)
                .doesNotContain("/purposes/" + other);
    }

    @Test
    @Rule("R-CON-11")
    void forSomeKindsOfRequestsItGivesThoseAndNoDecision() {
        school.decide(child, child.mother(), FAMILY, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        JsonNode recorded = confirm(record(Map.of("requestTypes", List.of("WITHDRAW", "ACCESS", "ACCESS"))));
        assertThat(recorded.get("requestTypes").valueStream().map(JsonNode::asString))
                .containsExactly("WITHDRAW", "ACCESS");
        send(Map.of("requestTypes", List.of("EVERYTHING"))).expectStatus().isBadRequest();
        try (Topic roster = new Topic(Topics.ROSTER, child.id())) {
            JsonNode told = await().atMost(Duration.ofSeconds(20))
                    .until(() -> roster.events(RepresentationChangedV1.TYPE), events -> !events.isEmpty())
                    .getFirst();
            assertThat(told.get("requestTypes").valueStream().map(JsonNode::asString))
                    .containsExactly("WITHDRAW", "ACCESS");
        }

        assertThat(problem(school.decide(child, aunt, FAMILY, purpose, "GIVEN")))
                .endsWith("/outside-mandate");
        assertThat(page(new Portal(context).as(FAMILY, aunt), "/children/" + child.id()))
                .contains("không cho trả lời đồng ý");
        assertThat(page(
                        new Portal(context).as(Role.SCHOOL_OFFICER, second, School.ID),
                        "/students/" + child.id() + "/representations"))
                .contains("<span>Rút lại sự đồng ý</span>, <span>Xem dữ liệu</span>");
        school.decisions(child, aunt, FAMILY, School.withdrawal(purpose))
                .expectStatus()
                .isCreated();
        assertThat(answer(purpose)).isEqualTo("DENY");
    }

    @Test
    @Rule("R-CON-11")
    void withoutAStatedTermItLastsOneYearToTheInstant() {
        JsonNode recorded = confirm(record(Map.of()));
        LocalDate until = LocalDate.parse(recorded.get("until").asString());
        assertThat(until).isEqualTo(School.today().plusYears(1));

        clock.to(until.atStartOfDay(ZONE).toInstant().minusSeconds(20));
        school.decide(child, aunt, FAMILY, purpose, "GIVEN").expectStatus().isCreated();
        clock.to(until.atStartOfDay(ZONE).toInstant());
        mayNot(child);
        assertThat(ledger().get("entries")).hasSize(1);
    }

    @Test
    @Rule("R-CON-11")
    void whoGaveItEndsItAtOnceAndWhatWasDecidedStands() {
        JsonNode recorded = confirm(record(Map.of()));
        school.decide(child, aunt, FAMILY, purpose, "GIVEN").expectStatus().isCreated();
        assertThat(end(recorded, aunt).returnResult(Void.class).getStatus().value())
                .isEqualTo(404);

        end(recorded, child.mother()).expectStatus().isOk();

        mayNot(child);
        assertThat(answer(purpose)).isEqualTo("PERMIT");
        assertThat(problem(end(recorded, child.mother()))).endsWith("/representation-ended");
        try (Topic roster = new Topic(Topics.ROSTER, child.id())) {
            List<JsonNode> told = await().atMost(Duration.ofSeconds(20))
                    .until(() -> roster.events(RepresentationChangedV1.TYPE), events -> events.size() == 2);
            assertThat(told).extracting(event -> event.get("holds").asBoolean()).containsExactly(true, false);
            assertThat(told).extracting(event -> event.get("version").asInt()).containsExactly(1, 2);
        }
    }

    @Test
    @Rule({"R-CON-11", "R-CH-23"})
    void whoeverMayNotActIsNotRepresented() {
        confirm(record(Map.of("represented", child.father().toString())));
        school.decide(child, aunt, FAMILY, purpose, "GIVEN").expectStatus().isCreated();
        school.fatherIsSuspended(child);
        mayNot(child);
        school.fatherIsBack(child);
        school.decide(child, aunt, FAMILY, purpose, "WITHDRAWN").expectStatus().isCreated();
        assertThat(ledger().at("/entries/1/party").asString())
                .isEqualTo(child.father().toString());
    }

    @Test
    @Rule({"R-CON-11", "R-CH-24"})
    void aStudentOfAgeAuthorisesAndAMinorDoesNot() {
        child = school.child(10);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("represented", child.self().toString()),
                Map.of("represented", UUID.randomUUID().toString()),
                Map.of("representative", child.mother().toString()),
                Map.of("representative", child.self().toString()))) {
            assertThat(problem(send(wrong))).endsWith("/not-representable");
        }
        assertThat(problem(send(Map.of("until", School.today().toString())))).endsWith("/term-impossible");
        assertThat(problem(send(Map.of("purposes", List.of("no-such-purpose")))))
                .endsWith("/not-by-consent");

        child = school.child(18);
        confirm(record(Map.of("represented", child.self().toString())));
        school.decide(child, aunt, FAMILY, purpose, "GIVEN").expectStatus().isCreated();
        assertThat(answer(purpose)).isEqualTo("PERMIT");
        assertThat(ledger().at("/entries/0/capacity").asString()).isEqualTo("SELF");
    }

    @Test
    @Rule("R-CON-11")
    void theSchoolRecordsChecksAndEndsOnItsPages() {
        Portal portal = new Portal(context);
        WebTestClient first = portal.as(Role.SCHOOL_OFFICER, clerk, School.ID);
        WebTestClient other = portal.as(Role.SCHOOL_OFFICER, second, School.ID);
        String address = "/students/" + child.id() + "/representations";
        String empty = page(first, address);
        assertThat(empty).contains("Mẹ", "Cha", "Xe đưa đón").doesNotContain("checked=");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", hidden(empty, "idempotencyKey"));
        form.add("represented", child.mother().toString());
        form.add("reference", "Tủ 3 / Số 15");
        form.add("requestTypes", "ACCESS");
        form.add("representative", "cô Lan");
        assertThat(sentBack(first, address, form))
                .contains("Mã người được ủy quyền", "Tủ 3 / Số 15", "value=\"ACCESS\" checked=\"checked\"");
        form.remove("requestTypes");
        form.set("representative", aunt.toString());
        assertThat(post(first, address, form)).hasToString(address);

        assertThat(page(first, address))
                .contains("một người khác phải kiểm tra")
                .doesNotContain("CONFIRMED");
        assertThat(page(other, "/representations")).contains(address);
        String shown = page(other, address);
        String id = shown.replaceAll("(?s).*/representations/([0-9a-f-]{36})/check.*", "$1");
        MultiValueMap<String, String> found = new LinkedMultiValueMap<>();
        found.add("idempotencyKey", hidden(shown, "idempotencyKey"));
        found.add("outcome", "CONFIRMED");
        post(other, address + "/" + id + "/check", found);
        school.decide(child, aunt, FAMILY, purpose, "GIVEN").expectStatus().isCreated();

        MultiValueMap<String, String> over = new LinkedMultiValueMap<>();
        over.add("idempotencyKey", hidden(page(other, address), "idempotencyKey"));
        post(other, address + "/" + id + "/end", over);
        mayNot(child);
        assertThat(page(other, address)).contains("Đã chấm dứt");
    }

    private void mayNot(Child about) {
        school.get("/v1/students/" + about.id() + "/consents", Tokens.bearer(FAMILY, aunt))
                .expectStatus()
                .isNotFound();
        school.post(
                        "/v1/students/" + about.id() + "/served-notices",
                        Tokens.bearer(FAMILY, aunt),
                        Map.of("purpose", purpose, "language", "vi"))
                .expectStatus()
                .isNotFound();
        school.decisions(about, aunt, FAMILY, School.withdrawal(purpose))
                .expectStatus()
                .isNotFound();
    }

    private JsonNode record(Map<String, Object> otherwise) {
        return School.json(send(otherwise).expectStatus().isCreated());
    }

    private WebTestClient.ResponseSpec send(Map<String, Object> otherwise) {
        Map<String, Object> document = new HashMap<>(Map.of(
                "represented", child.mother().toString(),
                "representative", aunt.toString(),
                "reference", "Tủ 3 / Số 15"));
        document.putAll(otherwise);
        return school.post(representations(), officer(clerk), document);
    }

    private JsonNode confirm(JsonNode recorded) {
        return School.json(check(recorded, second, "CONFIRMED").expectStatus().isOk());
    }

    private WebTestClient.ResponseSpec check(JsonNode recorded, UUID by, String outcome) {
        return school.post(
                representations() + "/" + recorded.get("id").asString() + "/check",
                officer(by),
                Map.of("outcome", outcome));
    }

    private WebTestClient.ResponseSpec end(JsonNode recorded, UUID by) {
        return School.client(port)
                .post()
                .uri(representations() + "/" + recorded.get("id").asString() + "/end")
                .header("Authorization", Tokens.bearer(FAMILY, by))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }

    private String representations() {
        return "/v1/students/" + child.id() + "/representations";
    }

    private String answer(String code) {
        return school.check(child, code).get("answer").asString();
    }

    private JsonNode ledger() {
        return School.json(
                school.get("/v1/students/" + child.id() + "/ledger", Tokens.system(Role.DATA_PROTECTION_OFFICER)));
    }

    private static String officer(UUID person) {
        return Tokens.bearer(Role.SCHOOL_OFFICER, person, School.ID);
    }

    private static String problem(WebTestClient.ResponseSpec response) {
        return School.json(response).get("type").asString();
    }
}

package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.RestrictionInstructedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** A guardian has their own data deleted, restricted and used no more: its holders are told, and nobody else decides. */
class OwnRightsIT extends RightsCase {
    private static final String LETTERS = "parent-letters";
    private static final String CONTACT = "parent-contact";
    private static final String RELATION = "parent-relation";

    private final UUID clerk = UUID.randomUUID();

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void theSchoolHasDataOfParents() {
        purpose(LETTERS, "CONSENT", List.of("person-email", "person-phone", "full-name"));
        purpose(CONTACT, "STATE_AGENCY_OPERATION", List.of("person-phone", "person-relation", "pick-up-point"));
        purpose(RELATION, "STATE_AGENCY_OPERATION", List.of("person-relation"));
        HOLDERS.knowsPerson(mother, "Trần Thị Bình");
    }

    @Test
    @Rule({"R-RES-01", "R-OBJ-01"})
    void anObjectionIsInEffectOnceEveryHolderHasSaidSoAndIsLiftedInTheSameWay() {
        HOLDERS.answersInstructions(HoldersStandIn.BUS, "RECEIVED");
        Reply opened = ask(Map.of("type", "OBJECT", "purposes", List.of(LETTERS)));
        assertThat(opened.text("state")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(opened.body().path("consequences").get(0).path("text").asString(""))
                .contains("inbox in the portal", "civil register", "still decide for your child")
                .doesNotContain("No more bus");
        assertThat(HOLDERS.instructions(HoldersStandIn.SECTOR, mother)).isEmpty();

        UUID id = opened.id();
        assertThat(post(
                                motherToken(),
                                "/v1/requests/" + id + "/confirmation",
                                Map.of("consequencesAcknowledged", false))
                        .problem())
                .isEqualTo("422 consequences-not-acknowledged");
        confirm(id);
        awaitStep(id, "TOLD");
        JsonNode waiting = get(motherToken(), "/v1/requests/" + id).body();
        assertThat(waiting.path("state").asString("")).isEqualTo("RECEIVED");
        assertThat(waiting.has("inEffectAt")).isFalse();
        assertThat(waiting.path("steps").findValuesAsString("state")).containsExactlyInAnyOrder("TOLD", "RESTRICTED");
        assertThat(ask(Map.of("type", "OBJECT", "purposes", List.of(LETTERS))).id())
                .as("asked again, it is the same request")
                .isEqualTo(id);
        assertThat(Browser.of(context, Role.GUARDIAN, mother)
                        .open("/requests/" + id)
                        .html())
                .contains("có hiệu lực khi họ trả lời", "đang báo những nơi giữ dữ liệu");

        HOLDERS.reset();
        JsonNode done = awaitState(motherToken(), id, "COMPLETED");
        assertThat(done.path("inEffectAt").asString("")).isNotEmpty();
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, mother))
                .isNotEmpty()
                .allSatisfy(told -> {
                    assertThat(told.path("kind").asString("")).isEqualTo("RESTRICT");
                    assertThat(told.path("dataCategories").valueStream().map(JsonNode::asString))
                            .containsExactlyInAnyOrder("person-email", "person-phone");
                });
        consentServiceWasToldNothing();

        assertThat(act(motherToken(), "/v1/requests/" + id + "/lifting", Map.of())
                        .status())
                .isEqualTo(202);
        awaitState(motherToken(), id, "LIFTED");
        assertThat(HOLDERS.instructions(HoldersStandIn.BUS, mother).stream()
                        .map(told -> told.path("kind").asString("")))
                .contains("LIFT");
        assertThat(notices(id)).contains("RESTRICTION_IN_EFFECT", "RESTRICTION_COMPLETED", "RESTRICTION_LIFTED");
    }

    @Test
    @Rule({"R-OBJ-01", "R-DL-06"})
    void whatTheLawHasProcessedWaitsForAnOfficerWhoCarriesItOrSaysByWhichArticleNot() {
        assertThat(ask(Map.of("type", "RESTRICT", "purposes", List.of(CONTACT))).problem())
                .isEqualTo("422 no-consent-needed");
        UUID refused = objection(CONTACT);
        assertThat(get(motherToken(), "/v1/requests/" + refused).text("notInEffectReason"))
                .isEqualTo("PROCESSED_UNDER_LAW");
        assertThat(HOLDERS.instructions(HoldersStandIn.SECTOR, mother)).isEmpty();

        Reply answered = post(
                officerInPerson(),
                "/v1/requests/" + refused + "/refusal",
                Map.of("ground", "STATE_OPERATION", "text", "Nhà trường phải liên hệ được với phụ huynh."));
        assertThat(answered.text("state")).isEqualTo("REFUSED");
        assertThat(answered.body().path("refusal").path("article").asString("")).contains("19.1.c");
        assertThat(answered.body().path("clocks").findValues("metAt")).isNotEmpty();

        UUID upheld = objection(CONTACT);
        assertThat(act(officerInPerson(), "/v1/requests/" + upheld + "/approval", Map.of())
                        .status())
                .isEqualTo(200);
        awaitState(motherToken(), upheld, "COMPLETED");
        assertThat(HOLDERS.instructions(HoldersStandIn.SECTOR, mother))
                .singleElement()
                .satisfies(told -> assertThat(
                                told.path("dataCategories").valueStream().map(JsonNode::asString))
                        .containsExactlyInAnyOrder("person-phone", "person-relation"));
    }

    @Test
    @Rule({"R-DEL-01", "R-DEL-02"})
    void ownDataIsErasedByItsHoldersButForWhatTheLawHasKept() {
        assertThat(ask(deletion(List.of(CONTACT), false)).problem()).isEqualTo("422 risks-not-accepted");
        UUID kept = ask(deletion(List.of(RELATION), true)).id();
        assertThat(act(officerInPerson(), "/v1/requests/" + kept + "/approval", Map.of())
                        .problem())
                .isEqualTo("422 kept-by-law");
        assertThat(act(motherToken(), "/v1/requests/" + kept + "/cancellation", Map.of())
                        .text("state"))
                .isEqualTo("CANCELLED");

        UUID id = ask(deletion(List.of(CONTACT), true)).id();
        Browser officer = Browser.officer(context, SCHOOL);
        assertThat(officer.open("/officer/requests/" + id).html()).contains("Điều 46.3 Bộ luật Dân sự");
        assertThat(act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
        awaitState(motherToken(), id, "COMPLETED");
        assertThat(HOLDERS.instructions(HoldersStandIn.SECTOR, mother))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.path("kind").asString("")).isEqualTo("ERASE");
                    assertThat(told.path("dataCategories").valueStream().map(JsonNode::asString))
                            .containsExactly("person-phone");
                });
        assertThat(HOLDERS.instructions(HoldersStandIn.SECTOR, student)).isEmpty();
        assertThat(notices(id)).contains("DELETION_IN_EFFECT", "DELETION_COMPLETED");
        assertThat(get(motherToken(), "/v1/requests?limit=1").status()).isEqualTo(200);
        assertThat(post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                        .status())
                .as("still a guardian")
                .isEqualTo(201);
    }

    @Test
    void everythingOfOnesOwnIsErasedAndWhatStaysIsAnsweredFor() {
        Map<String, Object> everything = new HashMap<>(deletion(List.of(), true));
        everything.remove("purposes");
        everything.put("everything", true);
        UUID id = ask(everything).id();
        act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
        JsonNode partly = awaitState(motherToken(), id, "NOT_IN_EFFECT");
        assertThat(partly.path("notInEffectReason").asString("")).isEqualTo("KEPT_BY_LAW");
        awaitRow("select count(*) from request_purpose where request_id = '" + id + "' and code = '" + LETTERS
                + "' and applied_at is not null");

        assertThat(post(
                                officerInPerson(),
                                "/v1/requests/" + id + "/refusal",
                                Map.of("ground", "LAW_PROHIBITS", "text", "Quan hệ cha mẹ là việc hộ tịch."))
                        .status())
                .isEqualTo(200);
        JsonNode done = awaitState(motherToken(), id, "COMPLETED");
        assertThat(done.path("refusal").path("article").asString("")).contains("14.2");
    }

    @Test
    @Rule("R-DEL-03")
    void whereEveryHolderDeclinesTheOfficerHasThemAskedAnewOrAnswersForIt() {
        HOLDERS.refuses(HoldersStandIn.SECTOR, "ERASE", "HELD_BY_LAW");
        HOLDERS.refuses(HoldersStandIn.BUS, "ERASE", "HELD_BY_LAW");
        UUID id = ask(deletion(List.of(LETTERS), true)).id();
        act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
        awaitRow("select (count(*) = 2)::int from instruction where state = 'REFUSED' and request_id = '" + id + "'");
        decline(id);
        JsonNode failed = awaitState(motherToken(), id, "NOT_IN_EFFECT");
        assertThat(failed.path("notInEffectReason").asString("")).isEqualTo("HOLDERS_DECLINED");
        assertThat(failed.has("inEffectAt")).isFalse();

        HOLDERS.reset();
        act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of());
        awaitState(motherToken(), id, "COMPLETED");
    }

    @Test
    @Rule({"R-WD-05", "R-WD-07"})
    void withoutAConsentOfOnesOwnOnRecordOneIsToldWhatToAskInstead() {
        Reply refused = ask(Map.of("type", "WITHDRAW", "purposes", List.of(LETTERS)));
        assertThat(refused.problem()).isEqualTo("422 own-consent-not-recorded");
        assertThat(refused.text("detail")).contains("objects", "art. 4.1.d, 10.1", "art. 5.2");
        Browser browser = Browser.of(context, Role.GUARDIAN, mother);
        Browser.Page instead = browser.open("/students/" + mother + "/rights/withdraw");
        assertThat(instead.html()).contains("Điều 4.1.d, 10.1 Luật 91/2025/QH15", "/children/" + student);
        assertThat(instead.links("/students/" + mother + "/rights/object")).isTrue();
        assertThat(browser.open("/students/" + student + "/rights/withdraw").status())
                .isEqualTo(404);
        assertThat(browser.open("/students/" + father + "/rights/withdraw").status())
                .isEqualTo(404);
    }

    @Test
    void pagesAskShowWhatItMeansAndLift() {
        Browser browser = Browser.of(context, Role.GUARDIAN, mother);
        String address = "/students/" + mother + "/rights/restrict";
        assertThat(browser.open("/students/" + mother + "/rights").links(address))
                .isTrue();
        Browser.Page form = browser.open(address);
        assertThat(form.html()).contains("value=\"" + LETTERS + "\"").doesNotContain(TRANSPORT, CONTACT);
        assertThat(browser.open("/students/" + student + "/rights/object").html())
                .contains(TRANSPORT)
                .doesNotContain(RELATION);
        assertThat(browser.open("/students/" + mother + "/rights/delete").html())
                .contains("việc hộ tịch nên không bị xóa", "Mọi dữ liệu của chính tôi");
        String request = browser.send(form, address, Map.of("purpose", LETTERS)).target();
        Browser.Page shown = browser.open(request);
        assertThat(shown.html()).contains("hộp thư của bạn trên cổng", "bạn vẫn quyết định thay con");
        browser.send(shown, request + "/confirmation", Map.of("acknowledged", "read"));
        UUID id = UUID.fromString(request.substring(request.lastIndexOf('/') + 1));
        awaitState(motherToken(), id, "COMPLETED");
        browser.send(browser.open(request), request + "/lifting", Map.of());
        awaitState(motherToken(), id, "LIFTED");
        assertThat(browser.open(request).html()).contains("Dữ liệu lại được dùng cho việc này");
    }

    @Test
    @Rule("R-PROV-03")
    void everyKindOfRequestAboutOwnDataIsTakenAtTheDesk() {
        for (Map<String, Object> asked : List.<Map<String, Object>>of(
                Map.of("type", "ACCESS"),
                Map.of("type", "PROVIDE"),
                Map.of("type", "COMPLAIN", "reason", "Số điện thoại của tôi bị lộ."),
                Map.of(
                        "type",
                        "RECTIFY",
                        "purposes",
                        List.of(CONTACT),
                        "corrections",
                        List.of(Map.of("category", "person-phone", "value", "0912345678"))),
                deletion(List.of(LETTERS), true),
                Map.of("type", "RESTRICT", "purposes", List.of(LETTERS)),
                Map.of("type", "OBJECT", "purposes", List.of(LETTERS)))) {
            Reply entered = enter(asked, mother);
            assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
            assertThat(entered.text("studentId")).isEqualTo(mother.toString());
            assertThat(entered.body().path("desk").path("capacity").asString(""))
                    .isEqualTo("OWN");
        }
        assertThat(enter(Map.of("type", "WITHDRAW", "purposes", List.of(LETTERS)), mother)
                        .problem())
                .isEqualTo("422 own-consent-not-recorded");
        assertThat(enter(Map.of("type", "ACCESS"), father).problem())
                .as("about the other guardian")
                .isEqualTo("422 no-relation");
        assertThat(get(Tokens.bearer(Role.SCHOOL_OFFICER, clerk, "tan-binh"), "/v1/desk/students/" + mother + "/people")
                        .status())
                .as("of another school")
                .isEqualTo(404);
        assertThat(get(clerk(), "/v1/desk/students/" + mother + "/people")
                        .body()
                        .path("items")
                        .findValuesAsString("capacity"))
                .containsExactly("OWN");
    }

    @Test
    @Rule("R-PROV-03")
    void theDesksPagesTakeWhatAPersonAsksAboutTheirOwnData() {
        Browser officer = Browser.officer(context, SCHOOL, clerk);
        String desk = "/officer/desk/students/" + mother;
        assertThat(officer.open("/officer/desk/students/" + student).links(desk))
                .isTrue();
        Browser.Page rights = officer.open(desk);
        assertThat(rights.html()).contains("Trần Thị Bình", "Điều 4.1.d, 10.1 Luật 91/2025/QH15");
        assertThat(rights.links(desk + "/withdraw")).isFalse();
        for (String right : List.of("access", "provide", "rectify", "delete", "restrict", "object", "complain")) {
            assertThat(officer.open(desk + "/" + right).offers(desk + "/" + right))
                    .as(right)
                    .isTrue();
        }
        Browser.Page form = officer.open(desk + "/restrict");
        assertThat(form.html())
                .contains("Chính người đó, về dữ liệu của mình", "hộp thư của bạn trên cổng", LETTERS)
                .doesNotContain(TRANSPORT);
        Map<String, String> fields = DeskForm.filledInFor(mother, Map.of("purpose", LETTERS, "acknowledged", "read"));
        String target = officer.send(form, desk + "/restrict", fields).target();
        assertThat(target).endsWith("/acknowledgement");
        awaitState(motherToken(), UUID.fromString(target.split("/")[3]), "COMPLETED");
        assertThat(Browser.officer(context, "tan-binh", UUID.randomUUID())
                        .open(desk)
                        .status())
                .isEqualTo(404);
    }

    private Reply ask(Map<String, Object> asked) {
        return post(motherToken(), "/v1/requests", asked);
    }

    private void confirm(UUID id) {
        assertThat(post(motherToken(), "/v1/requests/" + id + "/confirmation", Map.of("consequencesAcknowledged", true))
                        .status())
                .isEqualTo(202);
    }

    /** Confirmed, and waiting for an officer. */
    private UUID objection(String purpose) {
        UUID id = ask(Map.of("type", "OBJECT", "purposes", List.of(purpose))).id();
        confirm(id);
        awaitState(motherToken(), id, "NOT_IN_EFFECT");
        return id;
    }

    private static Map<String, Object> deletion(List<String> purposes, boolean accepted) {
        return Map.of("type", "DELETE", "purposes", purposes, "ground", "NO_LONGER_NEEDED", "risksAccepted", accepted);
    }

    /** People at the school record that the holders will not do it. */
    private void decline(UUID id) {
        database.sql("select id from instruction where request_id = '" + id + "'")
                .mapValue(UUID.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow()
                .forEach(task -> assertThat(post(
                                        officerInPerson(),
                                        "/v1/instructions/" + task + "/refusal",
                                        Map.of("reason", "HELD_BY_LAW", "evidence", "Công văn 12"))
                                .status())
                        .isEqualTo(204));
    }

    private void awaitStep(UUID id, String state) {
        awaitRow(
                "select (count(*) > 0 and not exists (select from instruction where state = 'PENDING' and request_id = '"
                        + id + "'))::int from instruction where state = '" + state + "' and request_id = '" + id + "'");
    }

    /** Whatever was sent about the mother before comes before this one. */
    private void consentServiceWasToldNothing() {
        UUID last = UUID.randomUUID();
        Topic.send(
                Topics.INSTRUCTIONS,
                mother,
                RestrictionInstructedV1.TYPE,
                new RestrictionInstructedV1(
                        last, mother, mother, "RESTRICT", "OBJECTION", false, List.of(LETTERS), Instant.now()));
        try (Topic instructed = new Topic(Topics.INSTRUCTIONS, mother)) {
            List<JsonNode> told = await().atMost(Duration.ofSeconds(20))
                    .until(() -> instructed.events(RestrictionInstructedV1.TYPE), events -> !events.isEmpty());
            assertThat(told)
                    .singleElement()
                    .satisfies(each ->
                            assertThat(each.path("requestId").asString("")).isEqualTo(last.toString()));
        }
    }

    private List<String> notices(UUID id) {
        return database.sql("select kind from notice where request_id = '" + id + "' and person_id = '" + mother + "'")
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Reply enter(Map<String, Object> asked, UUID about) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "personId",
                mother,
                "studentId",
                about,
                "request",
                asked,
                "identity",
                "CITIZEN_ID",
                "help",
                "WRITTEN_FOR",
                "form",
                "ON_PAPER",
                "place",
                "Phòng văn thư",
                "language",
                "vi",
                "consequencesAcknowledged",
                true));
        return post(clerk(), "/v1/desk/requests", body);
    }

    private String clerk() {
        return Tokens.bearer(Role.SCHOOL_OFFICER, clerk, SCHOOL);
    }
}

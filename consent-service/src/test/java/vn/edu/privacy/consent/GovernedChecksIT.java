package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** By which channel, with whom, by whose systems: what letter 8343/SGDĐT-VP makes of a check. */
@RealParts
class GovernedChecksIT {
    private static final List<String> ALL_CONTENTS = List.of(
            "PURPOSE",
            "SUBJECTS_AND_TYPES",
            "PERIOD_AND_DELETION",
            "LEGAL_BASIS",
            "PROTECTION",
            "RIGHTS",
            "VIOLATIONS");

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String anOfficer = Tokens.bearer(Role.DEPARTMENT_OFFICER, UUID.randomUUID());
    private final String another = Tokens.bearer(Role.DEPARTMENT_OFFICER, UUID.randomUUID());
    private School school;
    private Child child;
    private String purpose;

    @BeforeEach
    void aChildThatMayBeAskedAbout() {
        school = School.at(port);
        purpose = TestPurpose.newCode("health");
        Map<String, Object> draft = TestPurpose.draft(purpose, "Hồ sơ sức khỏe");
        draft.put("recipients", List.of(named("sector-database"), named("district-" + mark), named("vendor-" + mark)));
        school.post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), draft)
                .expectStatus()
                .isCreated();
        child = school.child(5);
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
    }

    @Test
    @Rule("S-06")
    void onlyARegisteredChannelCollects() {
        assertThat(check(Map.of())).isEqualTo("PERMIT CONSENT_GIVEN");
        assertThat(check(Map.of("channel", "kenh-" + mark))).isEqualTo("DENY CHANNEL_NOT_AUTHORISED");
        assertThat(check(Map.of("channelAddress", "https://" + mark + ".edu.vn/nhap")))
                .isEqualTo("DENY CHANNEL_NOT_AUTHORISED");

        JsonNode channel =
                ok(put(head(School.ID), "/v1/collection-channels/kenh-" + mark, channel(mark + ".edu.vn/nhap")));
        assertThat(channel.path("schoolId").asString("")).isEqualTo(School.ID);
        assertThat(channel.path("host").asString("")).isEqualTo(mark + ".edu.vn");
        assertThat(check(Map.of("channel", "kenh-" + mark))).isEqualTo("PERMIT CONSENT_GIVEN");
        assertThat(check(Map.of("channelAddress", "https://" + mark + ".EDU.vn/khac")))
                .isEqualTo("PERMIT CONSENT_GIVEN");
        assertThat(ok(school.get("/v1/collection-channels?schoolId=" + School.ID, mother()))
                        .path("items")
                        .findValuesAsString("code"))
                .contains("kenh-" + mark);

        ok(send(HttpMethod.POST, head(School.ID), "/v1/collection-channels/kenh-" + mark + "/end", null));
        assertThat(check(Map.of("channel", "kenh-" + mark))).isEqualTo("DENY CHANNEL_NOT_AUTHORISED");
        assertThat(problem(put(head(School.ID), "/v1/collection-channels/kenh-" + mark, channel(mark + ".edu.vn"))))
                .isEqualTo("409 channel-ended");
    }

    @Test
    @Rule("S-06")
    void anotherSchoolsChannelIsNotOnesOwnNorIsAHeadToChangeIt() {
        ok(put(head("sao-mai"), "/v1/collection-channels/kenh-" + mark, channel(null)));
        assertThat(check(Map.of("channel", "kenh-" + mark))).isEqualTo("DENY CHANNEL_NOT_AUTHORISED");
        assertThat(problem(put(head(School.ID), "/v1/collection-channels/kenh-" + mark, channel(null))))
                .isEqualTo("404 not-found");
        assertThat(problem(
                        send(HttpMethod.POST, head(School.ID), "/v1/collection-channels/kenh-" + mark + "/end", null)))
                .isEqualTo("404 not-found");
        ok(put(anOfficer, "/v1/collection-channels/chung-" + mark, channel(null)));
        assertThat(check(Map.of("channel", "chung-" + mark))).isEqualTo("PERMIT CONSENT_GIVEN");
    }

    @Test
    @Rule({"S-06", "S-02"})
    void aFormIsDeniedRefusedAsAChannelAndKeptOutOfNoticesAndCampaigns() {
        JsonNode answer = ok(school.check(
                School.ID, child, purpose, Map.of("channelAddress", "https://docs.google.com/forms/d/1/viewform")));
        assertThat(answer.path("answer").asString("")).isEqualTo("DENY");
        assertThat(answer.at("/reasons/0/code").asString("")).isEqualTo("FORM_FORBIDDEN");
        assertThat(answer.at("/reasons/0/article").asString("")).contains("1.4", "8343/SGDĐT-VP");

        assertThat(problem(
                        put(head(School.ID), "/v1/collection-channels/kenh-" + mark, channel("https://forms.gle/x"))))
                .isEqualTo("422 forbidden-form");

        Map<String, Object> draft = TestPurpose.draft(TestPurpose.newCode("trip"), "Tham quan");
        Map<String, Object> vietnamese = new HashMap<>(TestPurpose.notice("Tham quan"));
        vietnamese.put("summary", "Phụ huynh điền tại forms.gle/abc");
        draft.put("notices", Map.of("vi", vietnamese, "en", TestPurpose.notice("Trip")));
        JsonNode refused = School.json(school.post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), draft)
                .expectStatus()
                .isEqualTo(422));
        assertThat(refused.path("type").asString("")).endsWith("/form-linked");
        assertThat(refused.path("errors").findValuesAsString("field")).containsExactly("notices.vi.summary");

        int year = School.today().getMonthValue() >= 8
                ? School.today().getYear()
                : School.today().getYear() - 1;
        assertThat(problem(school.post(
                        "/v1/campaigns",
                        Tokens.system(Role.SCHOOL_OFFICER, School.ID),
                        Map.of(
                                "schoolYear",
                                year + "-" + (year + 1),
                                "name",
                                Map.of("vi", "Điền forms.office.com/r/abc", "en", "Fill in"),
                                "purposes",
                                List.of(purpose),
                                "opensOn",
                                School.today().toString(),
                                "deadline",
                                School.today().toString()))))
                .isEqualTo("422 form-linked");
    }

    @Test
    @Rule("S-16")
    void aSchoolSharesWithNobodyOutsideTheSectorNotEvenWithConsent() {
        ok(put(anOfficer, "/v1/sharing-recipients/vendor-" + mark, recipient("OUT", "DATA_AXIS", ALL_CONTENTS)));
        Map<String, Object> share = share("vendor-" + mark, "DATA_AXIS");
        assertThat(check(share)).isEqualTo("DENY RECIPIENT_OUTSIDE_SECTOR");
        assertThat(batch(Tokens.system(School.ID), share)).containsExactly("DENY RECIPIENT_OUTSIDE_SECTOR");

        String axis = Tokens.system(Role.DEPARTMENT_SYSTEM);
        assertThat(batch(axis, share)).containsExactly("PERMIT CONSENT_GIVEN");
        assertThat(batch(axis, share("vendor-" + mark, "SECTOR_DATABASE"))).containsExactly("DENY ROUTE_NOT_ALLOWED");
        assertThat(problem(ask(axis, Map.of()))).isEqualTo("403 forbidden");
        assertThat(problem(put(
                        anOfficer,
                        "/v1/sharing-recipients/vendor-" + mark,
                        recipient("OUT", "SECTOR_DATABASE", ALL_CONTENTS))))
                .isEqualTo("422 route-not-allowed");
    }

    @Test
    @Rule({"S-14", "R-TR-01", "R-ROLE-01"})
    void withinTheSectorDataGoesUnderAWholeAgreementByTheRegisteredRouteToWhomThePurposeNames() {
        String district = "district-" + mark;
        Map<String, Object> share = share(district, "DATA_AXIS");
        assertThat(check(share)).isEqualTo("DENY RECIPIENT_UNKNOWN");

        JsonNode kept = ok(
                put(anOfficer, "/v1/sharing-recipients/" + district, recipient("IN", "DATA_AXIS", List.of("PURPOSE"))));
        assertThat(kept.path("missing")).hasSize(6);
        assertThat(check(share)).isEqualTo("DENY AGREEMENT_MISSING");

        Map<String, Object> ended = recipient("IN", "DATA_AXIS", ALL_CONTENTS);
        ended.put(
                "agreement", agreement(ALL_CONTENTS, School.today().minusDays(1).toString()));
        ok(put(anOfficer, "/v1/sharing-recipients/" + district, ended));
        assertThat(check(share)).isEqualTo("DENY AGREEMENT_MISSING");

        ok(put(anOfficer, "/v1/sharing-recipients/" + district, recipient("IN", "DATA_AXIS", ALL_CONTENTS)));
        assertThat(check(share)).isEqualTo("PERMIT CONSENT_GIVEN");
        assertThat(check(share(district, "SECTOR_DATABASE"))).isEqualTo("DENY ROUTE_NOT_ALLOWED");

        String unnamed = "other-" + mark;
        ok(put(anOfficer, "/v1/sharing-recipients/" + unnamed, recipient("IN", "DATA_AXIS", ALL_CONTENTS)));
        assertThat(check(share(unnamed, "DATA_AXIS"))).isEqualTo("DENY RECIPIENT_NOT_NAMED");

        school.decide(child, child.father(), Role.GUARDIAN, purpose, "WITHDRAWN");
        assertThat(check(share)).isEqualTo("DENY NO_VALID_CONSENT");
        assertThat(count("select count(*) from check_log where operation = 'SHARE' and recipient = '" + district + "'"))
                .isEqualTo(6);
    }

    @Test
    @Rule("S-17")
    void whoPassesDataOnIsDisconnectedForGoodByTwoPersonsWhateverClientsItHas() {
        // a school of its own, so that no other test's system is disconnected
        String entity = "0312" + mark;
        String system = "system-" + mark;
        String token = Tokens.system(Role.SCHOOL_SYSTEM, mark);
        ok(put(anOfficer, "/v1/connected-systems/" + system, entity(entity)));
        assertThat(stranger(token)).isEqualTo("DENY NOT_ENROLLED");

        ok(post(anOfficer, "/v1/legal-entities/" + entity + "/suspension", why()));
        assertThat(stranger(token)).isEqualTo("DENY DISCONNECTED");
        ok(post(another, "/v1/legal-entities/" + entity + "/resumption", null));
        assertThat(stranger(token)).isEqualTo("DENY NOT_ENROLLED");

        assertThat(ok(post(anOfficer, "/v1/legal-entities/" + entity + "/revocation", why()))
                        .path("state")
                        .asString(""))
                .isEqualTo("REVOCATION_PROPOSED");
        assertThat(stranger(token)).isEqualTo("DENY DISCONNECTED");
        assertThat(problem(post(anOfficer, "/v1/legal-entities/" + entity + "/revocation/confirmation", null)))
                .isEqualTo("409 second-person-needed");
        assertThat(problem(post(another, "/v1/legal-entities/" + entity + "/resumption", null)))
                .isEqualTo("409 connection-state");
        JsonNode revoked = ok(post(another, "/v1/legal-entities/" + entity + "/revocation/confirmation", null));
        assertThat(revoked.path("state").asString("")).isEqualTo("REVOKED_PERMANENT");
        assertThat(revoked.at("/referredTo/authority").asString("")).isEqualTo("Công an Thành phố");
        assertThat(revoked.path("intermediary").asBoolean()).isTrue();
        assertThat(stranger(token)).isEqualTo("DENY DISCONNECTED");

        for (String way : List.of("resumption", "suspension", "revocation", "revocation/rejection")) {
            assertThat(problem(post(
                            another,
                            "/v1/legal-entities/" + entity + "/" + way,
                            way.equals("suspension") || way.equals("revocation") ? why() : null)))
                    .isEqualTo("409 legal-entity-revoked");
        }
        assertThat(problem(put(anOfficer, "/v1/connected-systems/new-" + mark, entity(entity))))
                .isEqualTo("409 legal-entity-revoked");
        assertThatThrownBy(() -> database.sql(
                                "update legal_entity set state = 'ACTIVE', reason = null, confirmed_by = null"
                                        + " where code = '" + entity + "'")
                        .then()
                        .block())
                .hasStackTraceContaining("not taken back");
        assertThat(count("select count(*) from legal_entity_step where code = '" + entity + "'"))
                .isEqualTo(4);
    }

    @Test
    @Rule("S-17")
    void nothingIsSharedWithWhomWasDisconnected() {
        String entity = "0399" + mark;
        Map<String, Object> district = recipient("IN", "DATA_AXIS", ALL_CONTENTS);
        district.put("legalEntity", entity);
        ok(put(anOfficer, "/v1/sharing-recipients/district-" + mark, district));
        assertThat(check(share("district-" + mark, "DATA_AXIS"))).isEqualTo("PERMIT CONSENT_GIVEN");
        ok(put(anOfficer, "/v1/connected-systems/other-" + mark, entity(entity)));
        ok(post(anOfficer, "/v1/legal-entities/" + entity + "/suspension", why()));
        assertThat(check(share("district-" + mark, "DATA_AXIS"))).isEqualTo("DENY RECIPIENT_DISCONNECTED");
        assertThat(ok(school.get("/v1/legal-entities", anOfficer)).path("items").findValuesAsString("code"))
                .contains(entity);
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        assertThat(problem(ask(Tokens.system(School.ID), Map.of("operation", "SHARE"))))
                .isEqualTo("400 recipient-needed");
        assertThat(problem(ask(Tokens.system(School.ID), Map.of("recipient", "x-y"))))
                .isEqualTo("400 not-of-operation");
        Map<String, Object> both = new HashMap<>(share("x-y", "DATA_AXIS"));
        both.put("channel", "kenh");
        assertThat(problem(ask(Tokens.system(School.ID), both))).isEqualTo("400 not-of-operation");
        assertThat(problem(ask(Tokens.system(School.ID), Map.of("channel", "kenh", "at", "2026-01-01T00:00:00Z"))))
                .isEqualTo("422 past-of-consent");
    }

    private static Map<String, Object> named(String code) {
        return Map.of("code", code, "name", TestPurpose.text("Bên nhận " + code));
    }

    private static Map<String, Object> channel(String address) {
        Map<String, Object> channel = new HashMap<>();
        channel.put("kind", "SCHOOL_SYSTEM");
        channel.put("name", Map.of("vi", "Phần mềm của trường", "en", "The school's system"));
        if (address != null) {
            channel.put("address", address);
        }
        return channel;
    }

    private static Map<String, Object> recipient(String sector, String route, List<String> states) {
        Map<String, Object> recipient = new HashMap<>();
        recipient.put("name", Map.of("vi", "Bên nhận", "en", "A recipient"));
        recipient.put("sector", sector);
        recipient.put("legalEntity", "0301234567");
        recipient.put("route", route);
        recipient.put("agreement", agreement(states, null));
        return recipient;
    }

    private static Map<String, Object> agreement(List<String> states, String until) {
        Map<String, Object> agreement = new HashMap<>();
        agreement.put("reference", "12/TT-2026");
        agreement.put("signedOn", "2026-01-15");
        agreement.put("from", "2026-02-01");
        agreement.put("states", states);
        if (until != null) {
            agreement.put("until", until);
        }
        return agreement;
    }

    private static Map<String, Object> share(String recipient, String route) {
        return Map.of("operation", "SHARE", "recipient", recipient, "route", route);
    }

    private static Map<String, Object> entity(String code) {
        return Map.of("legalEntity", code, "name", "Công ty Phần mềm");
    }

    private static Map<String, Object> why() {
        return Map.of(
                "reason",
                "Chuyển dữ liệu cho bên thứ ba",
                "caseReference",
                "VP-12/2026",
                "intermediary",
                true,
                "referredTo",
                Map.of("authority", "Công an Thành phố", "on", "2026-11-25"));
    }

    private String head(String schoolId) {
        return Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), schoolId);
    }

    private String mother() {
        return Tokens.bearer(Role.GUARDIAN, child.mother());
    }

    private String check(Map<String, Object> more) {
        return said(ok(school.check(School.ID, child, purpose, more)));
    }

    private WebTestClient.ResponseSpec ask(String token, Map<String, Object> more) {
        Map<String, Object> question = new HashMap<>(more);
        question.put("schoolId", School.ID);
        question.put("studentId", child.id().toString());
        question.put("purpose", purpose);
        return school.post("/v1/checks", token, question);
    }

    private String stranger(String token) {
        return said(ok(school.post(
                "/v1/checks",
                token,
                Map.of("schoolId", mark, "studentId", child.id().toString(), "purpose", purpose))));
    }

    private static String said(JsonNode answer) {
        return answer.path("answer").asString("") + " "
                + answer.at("/reasons/0/code").asString("");
    }

    private List<String> batch(String token, Map<String, Object> more) {
        Map<String, Object> question = new HashMap<>(more);
        question.put("schoolId", School.ID);
        question.put("studentIds", List.of(child.id().toString()));
        question.put("purposes", List.of(purpose));
        List<String> cells = new ArrayList<>();
        ok(school.post("/v1/checks/batch", token, question))
                .path("items")
                .forEach(cell -> cells.add(cell.path("answer").asString("") + " "
                        + cell.path("reason").asString("")));
        return cells;
    }

    private WebTestClient.ResponseSpec put(String token, String path, Map<String, Object> body) {
        return send(HttpMethod.PUT, token, path, body);
    }

    private WebTestClient.ResponseSpec post(String token, String path, Map<String, Object> body) {
        return send(HttpMethod.POST, token, path, body);
    }

    private WebTestClient.ResponseSpec send(HttpMethod method, String token, String path, Map<String, Object> body) {
        WebTestClient.RequestBodySpec request = School.client(port)
                .method(method)
                .uri(path)
                .header("Authorization", token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
    }

    private static JsonNode ok(WebTestClient.ResponseSpec response) {
        var result = response.expectBody().returnResult();
        assertThat(result.getStatus().value()).as(String.valueOf(result)).isEqualTo(200);
        return School.json(result.getResponseBodyContent());
    }

    private static String problem(WebTestClient.ResponseSpec response) {
        var result = response.expectBody().returnResult();
        String type = School.json(result.getResponseBodyContent()).path("type").asString("");
        return result.getStatus().value() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    private long count(String sql) {
        Long count = database.sql(sql).mapValue(Long.class).one().block();
        return count == null ? 0 : count;
    }
}

package vn.edu.privacy.consent.paper;

import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.portal.Portal;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** The desk of a school as tests use it: forms printed on its pages, answers entered and checked over HTTP. */
final class Desk {
    private final Portal portal;
    private final School school;

    Desk(ApplicationContext context) {
        portal = new Portal(context);
        school = new School(portal.anybody());
    }

    School school() {
        return school;
    }

    /** Somebody of the school who is logged in. */
    WebTestClient pages(Role role, UUID person) {
        return portal.as(role, person, School.ID);
    }

    Portal portal() {
        return portal;
    }

    static String officer(UUID person) {
        return Tokens.bearer(Role.SCHOOL_OFFICER, person, School.ID);
    }

    /** The number of a form just printed for a child. */
    String print(Child child, String purpose) {
        WebTestClient staff = pages(Role.SCHOOL_STAFF, UUID.randomUUID());
        String address = "/students/" + child.id() + "/purposes/" + purpose + "/form";
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("idempotencyKey", hidden(page(staff, address), "idempotencyKey"));
        return post(staff, address, form).toString().replaceAll(".*/", "");
    }

    /** Who answered on which form, today. */
    static Map<String, Object> onBehalfOf(UUID party, String form) {
        return new HashMap<>(Map.of(
                "party",
                party.toString(),
                "form",
                form,
                "expressedOn",
                School.today().toString()));
    }

    static Map<String, Object> decision(String purpose, String decision) {
        return new HashMap<>(Map.of("purpose", purpose, "decision", decision));
    }

    WebTestClient.ResponseSpec enter(
            Child child, String token, Map<String, Object> decision, String method, Map<String, Object> onBehalfOf) {
        return school.post(
                "/v1/students/" + child.id() + "/decisions",
                token,
                Map.of("decisions", List.of(decision), "method", method, "onBehalfOf", onBehalfOf));
    }

    /** The id of the mother's answer, signed today on a form just printed and entered by that officer. */
    UUID entered(Child child, String purpose, String decision, UUID officer) {
        JsonNode recorded = School.json(enter(
                        child,
                        officer(officer),
                        decision(purpose, decision),
                        "PAPER_FORM",
                        onBehalfOf(child.mother(), print(child, purpose)))
                .expectStatus()
                .isCreated());
        return UUID.fromString(recorded.at("/decisions/0/decisionId").asString());
    }

    WebTestClient.ResponseSpec check(Child child, UUID decision, UUID officer, String outcome) {
        return school.post(
                "/v1/students/" + child.id() + "/decisions/" + decision + "/check",
                officer(officer),
                Map.of("outcome", outcome, "reference", "HS 12"));
    }

    /** The newest line of a student's ledger. */
    JsonNode newestLine(Child child) {
        JsonNode entries = School.json(school.get(
                        "/v1/students/" + child.id() + "/ledger", Tokens.system(Role.DATA_PROTECTION_OFFICER)))
                .get("entries");
        return entries.get(entries.size() - 1);
    }

    String answer(Child child, String purpose) {
        return school.check(child, purpose).get("answer").asString();
    }

    /** The answer about a part of the purpose's data. */
    JsonNode check(Child child, String purpose, String category) {
        return School.json(school.check(School.ID, child, purpose, Map.of("dataCategories", List.of(category)))
                .expectStatus()
                .isOk());
    }

    /** Last part of the problem's type. */
    static String problem(WebTestClient.ResponseSpec response) {
        return School.json(response).get("type").asString().replaceAll(".*/", "");
    }
}

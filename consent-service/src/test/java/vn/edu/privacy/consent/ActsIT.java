package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.application.Recorded;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** What officers do about decisions, and what parties set beyond yes and no, over HTTP on PostgreSQL. */
@RealParts
class ActsIT {
    private static final Role PARENT = Role.GUARDIAN;
    private static final String REFERENCE = "HS 12/2026";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    RecordDecisions decisions;

    @Autowired
    SubjectKeys keys;

    @Autowired
    TransactionalOperator transaction;

    private final UUID clerk = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private School school;
    private String purpose;

    @BeforeEach
    void school() {
        school = School.at(port);
        purpose = TestPurpose.newCode("health");
        school.publish(purpose).expectStatus().isCreated();
    }

    @Test
    @Rule("R-CON-03")
    void whatADeskEnteredCountsOnceASecondPersonHasCheckedIt() {
        Child child = school.child(5);
        Recorded entered = enter(child, child.mother(), DecisionKind.GIVEN);
        assertThat(answer(child)).isEqualTo("DENY");
        assertThat(problem(check(child, entered, clerk, "CONFIRMED"))).endsWith("/second-person-needed");
        JsonNode checked = School.json(
                check(child, entered, second, "CONFIRMED").expectStatus().isCreated());
        assertThat(checked.at("/record/state").asString()).isEqualTo("GIVEN");
        assertThat(answer(child)).isEqualTo("PERMIT");
        assertThat(problem(check(child, entered, second, "REJECTED"))).endsWith("/already-checked");
        JsonNode first = ledger(child).at("/entries/0");
        assertThat(first.get("method").asString()).isEqualTo("PAPER_FORM");
        assertThat(first.get("enteredBy").asString()).isEqualTo(clerk.toString());
        assertThat(first.get("expressedOn").asString()).isEqualTo("2026-09-05");
        assertThat(first.get("reference").asString()).isEqualTo(REFERENCE);
        chainHolds(child);
    }

    @Test
    void whatAPersonDecidedAloneIsNeitherCheckedNorCorrectedByOfficers() {
        Child child = school.child(5);
        JsonNode own = School.json(school.decide(child, child.mother(), PARENT, purpose, "GIVEN"));
        String decision = own.at("/decisions/0/decisionId").asString();
        for (String act : List.of("check", "correction")) {
            Map<String, Object> body = act.equals("check")
                    ? Map.of("outcome", "REJECTED", "reference", REFERENCE)
                    : Map.of("reference", REFERENCE);
            assertThat(problem(act(child, "decisions/" + decision + "/" + act, body, officer(second))))
                    .endsWith("/not-entered-for-others");
        }
        assertThat(answer(child)).isEqualTo("PERMIT");
    }

    @Test
    void aWrongEntryIsReadAsItsCorrectionSays() {
        Child child = school.child(5);
        Recorded entered = enter(child, child.mother(), DecisionKind.GIVEN);
        check(child, entered, second, "CONFIRMED").expectStatus().isCreated();
        JsonNode correction = School.json(
                act(child, entered, "correction", Map.of("readAs", "REFUSED", "reference", REFERENCE), officer(second))
                        .expectStatus()
                        .isCreated());
        assertThat(answer(child)).isEqualTo("DENY");
        JsonNode consents = School.json(school.get("/v1/students/" + child.id() + "/consents", officer(second)));
        JsonNode read = item(consents).at("/decisions/0");
        assertThat(read.get("decision").asString()).isEqualTo("REFUSED");
        assertThat(read.get("correctedBy").asString())
                .isEqualTo(correction.get("entryId").asString());
        JsonNode family = School.json(
                school.get("/v1/students/" + child.id() + "/consents", Tokens.bearer(PARENT, child.mother())));
        assertThat(item(family).at("/decisions/0/decision").asString()).isEqualTo("REFUSED");
        assertThat(item(family).at("/decisions/0").has("correctedBy")).isFalse();
        assertThat(item(consents).get("rule").asString()).isEqualTo("consent-rules, row 5");
        assertThat(problem(act(
                        child,
                        entered,
                        "correction",
                        Map.of("readAs", "REFUSED", "reference", REFERENCE),
                        officer(second))))
                .endsWith("/nothing-to-correct");
        chainHolds(child);
    }

    @Test
    @Rule("R-CH-22")
    void aCheckedDocumentSettlesWhatParentsDisagreeOn() {
        Child child = school.child(5);
        Map<String, Object> settled = Map.of("purpose", purpose, "decision", "GIVEN", "reference", REFERENCE);
        assertThat(problem(act(child, "settlements", settled, officer(clerk)))).endsWith("/nothing-to-settle");
        school.decide(child, child.father(), PARENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        school.decide(child, child.mother(), PARENT, purpose, "REFUSED")
                .expectStatus()
                .isCreated();
        assertThat(answer(child)).isEqualTo("DENY");
        JsonNode entry = School.json(act(child, "settlements", settled, officer(clerk))
                .expectStatus()
                .isCreated());
        assertThat(entry.at("/record/state").asString()).isEqualTo("CONFLICT");
        act(
                        child,
                        "decisions/" + entry.get("entryId").asString() + "/check",
                        Map.of("outcome", "CONFIRMED", "reference", REFERENCE),
                        officer(second))
                .expectStatus()
                .isCreated();
        assertThat(answer(child)).isEqualTo("PERMIT");
        chainHolds(child);
    }

    @Test
    @Rule({"R-CON-09", "R-CH-12"})
    void anAuthoritysOrderEndsItOnTheNextCheckWithItsReference() {
        Child child = school.child(5);
        school.decide(child, child.mother(), PARENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        act(child, "orders", Map.of("purpose", purpose, "reference", "QĐ 7/UBND"), officer(clerk))
                .expectStatus()
                .isCreated();
        assertThat(answer(child)).isEqualTo("DENY");
        JsonNode newest = ledger(child).at("/entries/1");
        assertThat(newest.get("decision").asString()).isEqualTo("ENDED_BY_ORDER");
        assertThat(newest.get("reference").asString()).isEqualTo("QĐ 7/UBND");
        assertThat(problem(act(child, "orders", Map.of("purpose", purpose, "reference", "QĐ 8"), officer(clerk))))
                .endsWith("/already-ended");
    }

    @Test
    void anotherSchoolsOfficerDoesNotFindTheStudent() {
        Child child = school.child(5);
        act(
                        child,
                        "orders",
                        Map.of("purpose", purpose, "reference", "QĐ 7"),
                        Tokens.bearer(Role.SCHOOL_OFFICER, clerk, "sao-mai"))
                .expectStatus()
                .isNotFound();
        act(child, "orders", Map.of("purpose", purpose, "reference", "QĐ 7"), Tokens.bearer(PARENT, child.mother()))
                .expectStatus()
                .isForbidden();
        assertThat(ledger(child).get("entries")).isEmpty();
    }

    @Test
    @Rule("R-CON-07")
    void conditionsAreToldToWhoeverAsksAndGoWithTheStudentsKey() {
        Child child = school.child(5);
        String words = "Chỉ dùng ảnh chụp cả lớp";
        grant(child, Map.of("conditions", words)).expectStatus().isCreated();
        JsonNode check = school.check(child, purpose);
        assertThat(check.get("answer").asString()).isEqualTo("PERMIT");
        assertThat(check.at("/conditions/0").asString()).isEqualTo(words);
        assertThat(ledger(child).toString()).doesNotContain(words);
        String stored = database.sql("select string_agg(t::text, '') as all from decision_text t where student_id = $1")
                .bind(0, child.id())
                .map(row -> row.get("all", String.class))
                .one()
                .block();
        assertThat(stored).doesNotContain("ảnh");
        keys.destroy(child.id()).block();
        assertThat(school.check(child, purpose).get("conditions")).isEmpty();
        chainHolds(child);
    }

    @Test
    @Rule("R-CON-07")
    void whatIsGrantedUntilADayEndsWithIt() {
        Child child = school.child(5);
        LocalDate lastDay = School.today().plusDays(3);
        grant(child, Map.of("lastDay", lastDay.toString())).expectStatus().isCreated();
        assertThat(school.check(child, purpose).get("consentEnds").asString()).isEqualTo(lastDay + "T17:00:00Z");
        grant(child, Map.of("lastDay", School.today().minusDays(1).toString()))
                .expectStatus()
                .isCreated();
        assertThat(answer(child)).isEqualTo("DENY");
    }

    @Test
    void conditionsGoWithAnAgreementOnly() {
        Child child = school.child(5);
        String notice =
                school.serve(child, child.mother(), PARENT, purpose).get("id").asString();
        Map<String, Object> refusal = new HashMap<>(School.answer(purpose, "REFUSED", notice));
        refusal.put("conditions", "Chỉ một lần");
        assertThat(problem(school.decisions(child, child.mother(), PARENT, refusal)))
                .endsWith("/limits-without-consent");
    }

    private WebTestClient.ResponseSpec grant(Child child, Map<String, Object> limits) {
        String notice =
                school.serve(child, child.mother(), PARENT, purpose).get("id").asString();
        Map<String, Object> item = new HashMap<>(School.answer(purpose, "GIVEN", notice));
        item.putAll(limits);
        return school.decisions(child, child.mother(), PARENT, item);
    }

    private Recorded enter(Child child, UUID party, DecisionKind kind) {
        String notice = school.serve(child, party, PARENT, purpose).get("id").asString();
        DecisionOrder order = new DecisionOrder(
                child.id(),
                party,
                "PAPER_FORM",
                List.of(DecisionOrder.Item.plain(purpose, kind, UUID.fromString(notice), false)),
                Optional.of(new DecisionOrder.Desk(clerk, LocalDate.of(2026, 9, 5), REFERENCE, false)));
        @Nullable
        List<Recorded> recorded =
                decisions.record(order).as(transaction::transactional).block();
        return Objects.requireNonNull(recorded).getFirst();
    }

    private WebTestClient.ResponseSpec check(Child child, Recorded entry, UUID by, String outcome) {
        return act(child, entry, "check", Map.of("outcome", outcome, "reference", REFERENCE), officer(by));
    }

    private WebTestClient.ResponseSpec act(
            Child child, Recorded entry, String what, Map<String, Object> body, String token) {
        return act(child, "decisions/" + entry.entry().decisionId() + "/" + what, body, token);
    }

    private WebTestClient.ResponseSpec act(Child child, String path, Map<String, Object> body, String token) {
        return school.post("/v1/students/" + child.id() + "/" + path, token, body);
    }

    private static String officer(UUID person) {
        return Tokens.bearer(Role.SCHOOL_OFFICER, person, School.ID);
    }

    private String answer(Child child) {
        return school.check(child, purpose).get("answer").asString();
    }

    private JsonNode ledger(Child child) {
        return School.json(
                school.get("/v1/students/" + child.id() + "/ledger", Tokens.system(Role.DATA_PROTECTION_OFFICER)));
    }

    private JsonNode item(JsonNode consents) {
        for (JsonNode item : consents.get("items")) {
            if (item.get("purpose").asString().equals(purpose)) {
                return item;
            }
        }
        throw new AssertionError("no " + purpose);
    }

    private void chainHolds(Child child) {
        JsonNode verdict = School.json(school.get(
                "/v1/students/" + child.id() + "/ledger/verification", Tokens.system(Role.DATA_PROTECTION_OFFICER)));
        assertThat(verdict.get("valid").asBoolean()).isTrue();
    }

    private static String problem(WebTestClient.ResponseSpec response) {
        return School.json(response).get("type").asString();
    }
}

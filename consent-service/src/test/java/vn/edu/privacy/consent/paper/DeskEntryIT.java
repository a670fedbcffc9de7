package vn.edu.privacy.consent.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.edu.privacy.consent.paper.Desk.decision;
import static vn.edu.privacy.consent.paper.Desk.officer;
import static vn.edu.privacy.consent.paper.Desk.onBehalfOf;
import static vn.edu.privacy.consent.paper.Desk.problem;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** What people answered on paper, by message or by voice, entered and checked over HTTP. */
@RealParts
class DeskEntryIT {
    private static final String PAPER = "PAPER_FORM";

    private final UUID clerk = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private Desk desk;
    private School school;
    private String purpose;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        desk = new Desk(context);
        school = desk.school();
        purpose = school.publishNamed("Xe đưa đón");
    }

    @Test
    void anAgreementOnPaperCountsWhenSomebodyElseHasCheckedIt() {
        Child child = school.child(5);
        UUID entered = desk.entered(child, purpose, "GIVEN", clerk);
        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
        assertThat(waiting(second)).contains(entered.toString());

        assertThat(problem(desk.check(child, entered, clerk, "CONFIRMED"))).isEqualTo("second-person-needed");
        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
        desk.check(child, entered, second, "CONFIRMED").expectStatus().isCreated();

        assertThat(desk.answer(child, purpose)).isEqualTo("PERMIT");
        assertThat(waiting(second)).doesNotContain(entered.toString());
    }

    @Test
    void anEntryThatItsPaperDoesNotBearOutNeverCounts() {
        Child child = school.child(5);
        UUID entered = desk.entered(child, purpose, "GIVEN", clerk);

        desk.check(child, entered, second, "REJECTED").expectStatus().isCreated();

        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
        assertThat(waiting(second)).doesNotContain(entered.toString());
        UUID again = desk.entered(child, purpose, "GIVEN", clerk);
        desk.check(child, again, second, "CONFIRMED").expectStatus().isCreated();
        assertThat(desk.answer(child, purpose)).isEqualTo("PERMIT");
    }

    @Test
    void aRefusalOnPaperHoldsAtOnce() {
        Child child = school.child(5);
        school.decide(child, child.father(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(desk.answer(child, purpose)).isEqualTo("PERMIT");

        desk.entered(child, purpose, "REFUSED", clerk);

        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
    }

    @Test
    @Rule("R-CON-03")
    void theLedgerTellsHowEachWillWasExpressed() {
        Child child = school.child(5);
        school.decide(child, child.father(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(desk.newestLine(child).get("method").asString()).isEqualTo("PORTAL_TICK");
        for (String method : List.of(PAPER, "SMS_SYNTAX", "VOICE_RECORD")) {
            Child other = school.child(5);
            String form = desk.print(other, purpose);
            Map<String, Object> behalf = onBehalfOf(other.mother(), form);
            behalf.put("reference", "Tủ 3 / Tập 2");
            desk.enter(other, officer(clerk), decision(purpose, "GIVEN"), method, behalf)
                    .expectStatus()
                    .isCreated();

            JsonNode line = desk.newestLine(other);
            assertThat(line.get("method").asString()).isEqualTo(method);
            assertThat(line.get("party").asString()).isEqualTo(other.mother().toString());
            assertThat(line.get("enteredBy").asString()).isEqualTo(clerk.toString());
            assertThat(line.get("expressedOn").asString())
                    .isEqualTo(School.today().toString());
            assertThat(line.get("reference").asString()).isEqualTo(form + " / Tủ 3 / Tập 2");
            assertThat(line.get("purposeVersion").asInt()).isEqualTo(1);
            assertThat(line.get("language").asString()).isEqualTo("vi");
            assertThat(line.hasNonNull("noticeId")).isTrue();
        }
        desk.enter(
                        child,
                        officer(clerk),
                        decision(purpose, "GIVEN"),
                        "PORTAL_TICK",
                        onBehalfOf(child.mother(), desk.print(child, purpose)))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    @Rule("R-CON-07")
    void keepsTheLimitsAndConditionsThatStandOnThePaper() {
        Child child = school.child(5);
        Map<String, Object> limited = decision(purpose, "GIVEN");
        limited.put("dataCategories", List.of("height"));
        limited.put("conditions", "Chỉ dùng ở trường");
        limited.put("lastDay", School.today().plusDays(30).toString());
        JsonNode recorded = School.json(desk.enter(
                        child, officer(clerk), limited, PAPER, onBehalfOf(child.mother(), desk.print(child, purpose)))
                .expectStatus()
                .isCreated());
        UUID entered = UUID.fromString(recorded.at("/decisions/0/decisionId").asString());
        desk.check(child, entered, second, "CONFIRMED").expectStatus().isCreated();

        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
        JsonNode check = desk.check(child, purpose, "height");
        assertThat(check.get("answer").asString()).isEqualTo("PERMIT");
        assertThat(check.get("dataCategories").toString()).isEqualTo("[\"height\"]");
        assertThat(check.get("conditions").toString()).contains("Chỉ dùng ở trường");
        assertThat(Instant.parse(check.get("consentEnds").asString()))
                .isEqualTo(School.today()
                        .plusDays(31)
                        .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                        .toInstant());
    }

    @Test
    void aPaperDoesNotBringBackWhatItsSignerHasTakenBack() {
        Child child = school.child(5);
        String form = desk.print(child, purpose);
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "REFUSED")
                .expectStatus()
                .isCreated();

        assertThat(problem(desk.enter(
                        child, officer(clerk), decision(purpose, "GIVEN"), PAPER, onBehalfOf(child.mother(), form))))
                .isEqualTo("newer-decision");
        assertThat(desk.newestLine(child).get("decision").asString()).isEqualTo("REFUSED");
    }

    @Test
    void theSamePaperIsEnteredOnce() {
        Child child = school.child(5);
        String form = desk.print(child, purpose);
        Map<String, Object> behalf = onBehalfOf(child.mother(), form);
        desk.enter(child, officer(clerk), decision(purpose, "GIVEN"), PAPER, behalf)
                .expectStatus()
                .isCreated();

        assertThat(problem(desk.enter(child, officer(second), decision(purpose, "GIVEN"), PAPER, behalf)))
                .isEqualTo("newer-decision");
    }

    @Test
    @Rule("R-NOT-01")
    void aFormHoldsUntilAMajorVersionReplacesItsNotice() {
        Child child = school.child(5);
        Map<String, Object> behalf = onBehalfOf(child.mother(), desk.print(child, purpose));
        school.publishAnew(purpose, "Xe đưa đón mới").expectStatus().isCreated();

        assertThat(problem(desk.enter(child, officer(clerk), decision(purpose, "GIVEN"), PAPER, behalf)))
                .isEqualTo("notice-superseded");
    }

    @Test
    void refusesWhatTheFormDoesNotSayAndDatesThatCannotBe() {
        Child child = school.child(5);
        Child other = school.child(5);
        String form = desk.print(child, purpose);
        Map<String, Object> given = decision(purpose, "GIVEN");

        assertThat(problem(desk.enter(other, officer(clerk), given, PAPER, onBehalfOf(other.mother(), form))))
                .isEqualTo("unknown-form");
        assertThat(problem(
                        desk.enter(child, officer(clerk), given, PAPER, onBehalfOf(child.mother(), "2222-3333-4444"))))
                .isEqualTo("unknown-form");
        assertThat(problem(desk.enter(
                        child,
                        officer(clerk),
                        decision(school.publishNamed("Ảnh kỷ yếu"), "GIVEN"),
                        PAPER,
                        onBehalfOf(child.mother(), form))))
                .isEqualTo("unknown-form");
        for (int days : new int[] {-1, 1}) {
            Map<String, Object> behalf = onBehalfOf(child.mother(), form);
            behalf.put("expressedOn", School.today().plusDays(days).toString());
            assertThat(problem(desk.enter(child, officer(clerk), given, PAPER, behalf)))
                    .isEqualTo("date-impossible");
        }
        Map<String, Object> withdrawn = decision(purpose, "WITHDRAWN");
        withdrawn.put("consequencesAcknowledged", true);
        assertThat(problem(desk.enter(child, officer(clerk), withdrawn, PAPER, onBehalfOf(child.mother(), form))))
                .isEqualTo("withdrawn-elsewhere");
        desk.enter(child, officer(clerk), given, PAPER, onBehalfOf(other.mother(), form))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void letsOnlyTheSchoolsPeopleEnterAndOnlyItsOfficersSeeTheQueue() {
        Child child = school.child(5);
        String form = desk.print(child, purpose);
        Map<String, Object> given = decision(purpose, "GIVEN");
        Map<String, Object> behalf = onBehalfOf(child.mother(), form);

        desk.enter(child, Tokens.bearer(Role.GUARDIAN, child.mother()), given, PAPER, behalf)
                .expectStatus()
                .isForbidden();
        assertThat(problem(desk.enter(
                        child, Tokens.bearer(Role.SCHOOL_OFFICER, clerk, "other-school"), given, PAPER, behalf)))
                .isEqualTo("unknown-form");
        school.post(
                        "/v1/students/" + child.id() + "/decisions",
                        officer(clerk),
                        Map.of("decisions", List.of(School.withdrawal(purpose)), "method", "PORTAL_TICK"))
                .expectStatus()
                .isForbidden();
        desk.enter(child, Tokens.bearer(Role.SCHOOL_STAFF, clerk, School.ID), given, PAPER, behalf)
                .expectStatus()
                .isCreated();
        school.get("/v1/unchecked-entries", Tokens.bearer(Role.SCHOOL_STAFF, clerk, School.ID))
                .expectStatus()
                .isForbidden();
        assertThat(School.json(school.get(
                                "/v1/unchecked-entries", Tokens.bearer(Role.SCHOOL_OFFICER, second, "other-school")))
                        .get("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tellsTheSchoolsOfficersThatAPaperWaits() {
        Child child = school.child(5);
        desk.entered(child, purpose, "GIVEN", clerk);

        try (Topic notices = new Topic("notices.v1", child.id())) {
            await().untilAsserted(() -> assertThat(notices.events("consent.notice.due.v1"))
                    .singleElement()
                    .satisfies(notice -> {
                        assertThat(notice.get("kind").asString()).isEqualTo("PAPER_TO_CHECK");
                        assertThat(notice.get("officersOfSchool").asString()).isEqualTo(School.ID);
                        assertThat(notice.get("purpose").asString()).isEqualTo(purpose);
                    }));
        }
    }

    private String waiting(UUID officer) {
        return School.json(school.get("/v1/unchecked-entries", officer(officer)))
                .toString();
    }
}

package vn.edu.privacy.consent.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.campaign.application.InviteAndRemind;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** A campaign from its plan to its end: whom it tells, what it counts, and that it grants nothing. */
@RealParts
class CampaignIT {
    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    InviteAndRemind inviteAndRemind;

    private AskingSchool school;
    private LocalDate today;

    @BeforeEach
    void begin() {
        school = new AskingSchool(School.client(port));
        today = School.today();
    }

    @Test
    void onlyAnOfficerPlansForTheOwnSchoolAndOnlyTheSchoolSeesIt() {
        String trip = school.http().publishNamed("Xe đưa đón");
        school.enrol("1A", 5, null, UUID.randomUUID(), null);
        UUID campaign = school.open(List.of(trip), today.plusDays(20));
        String address = "/v1/campaigns/" + campaign;
        String stranger = Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), "truong-khac");

        school.http().get(address, stranger).expectStatus().isNotFound();
        school.http()
                .post(address + "/closure", stranger, Map.of())
                .expectStatus()
                .isNotFound();
        school.http()
                .post(address + "/reminders", stranger, Map.of())
                .expectStatus()
                .isNotFound();
        school.http()
                .post(address + "/closure", Tokens.bearer(Role.SCHOOL_STAFF, UUID.randomUUID(), school.id()), Map.of())
                .expectStatus()
                .isForbidden();
        school.http()
                .get(address, Tokens.bearer(Role.GUARDIAN, UUID.randomUUID()))
                .expectStatus()
                .isForbidden();
        assertThat(ids(stranger)).doesNotContain(campaign.toString());
        assertThat(ids(school.officer())).containsExactly(campaign.toString());
        assertThat(ids(Tokens.bearer(Role.INSPECTOR, UUID.randomUUID()))).contains(campaign.toString());

        assertThat(School.json(school.http()
                                .post(address + "/closure", school.officer(), Map.of())
                                .expectStatus()
                                .isOk())
                        .get("state")
                        .asString())
                .isEqualTo("CLOSED");
        refused(school.http().post(address + "/closure", school.officer(), Map.of()), 409, "campaign-closed");
        refused(school.http().post(address + "/reminders", school.officer(), Map.of()), 409, "campaign-not-open");
    }

    @Test
    void refusesWhatCannotBeAsked() {
        String trip = school.http().publishNamed("Xe đưa đón");
        String ended = school.http().publishNamed("Ảnh kỷ yếu");
        school.http()
                .post(
                        "/v1/purposes/" + ended + "/retirement",
                        Tokens.system(Role.DATA_PROTECTION_OFFICER),
                        Map.of("reason", "Hết năm"))
                .expectStatus()
                .isOk();
        school.enrol("1A", 5, null, UUID.randomUUID(), null);
        LocalDate end = today.plusDays(9);

        refused(school.plan(AskingSchool.plan(List.of("no-such-purpose"), today, end)), 422, "unknown-purpose");
        refused(school.plan(AskingSchool.plan(List.of(ended), today, end)), 409, "purpose-retired");
        refused(
                school.plan(AskingSchool.plan(List.of(trip), today.minusDays(1), end)),
                422,
                "campaign-opens-in-the-past");
        refused(school.plan(AskingSchool.plan(List.of(trip), end, today)), 422, "campaign-deadline-before-opening");
        refused(
                school.plan(AskingSchool.plan(List.of(trip), today, today.plusYears(1))),
                422,
                "campaign-outside-school-year");
        Map<String, Object> otherClass = AskingSchool.plan(List.of(trip), today, end);
        otherClass.put("classes", List.of("1A", "9Z"));
        refused(school.plan(otherClass), 422, "unknown-class");
    }

    @Test
    @Rule({"R-CON-06", "S-03"})
    void thePassingOfTheDeadlineGrantsNothing() {
        String trip = school.http().publishNamed("Xe đưa đón");
        Child child = school.enrol("1A", 5, null, UUID.randomUUID(), null);
        UUID campaign = school.open(List.of(trip), today.plusDays(1));
        tell();

        dates(campaign, today.minusDays(30), today.minusDays(1));
        tell();

        assertThat(School.json(school.http().get("/v1/campaigns/" + campaign, school.officer()))
                        .get("state")
                        .asString())
                .isEqualTo("CLOSED");
        JsonNode check = School.json(school.http()
                .post(
                        "/v1/checks",
                        Tokens.system(school.id()),
                        Map.of("schoolId", school.id(), "studentId", child.id().toString(), "purpose", trip)));
        assertThat(check.get("answer").asString()).isEqualTo("DENY");
        assertThat(check.at("/reasons/0/code").asString()).isEqualTo("NO_VALID_CONSENT");
        JsonNode figures = school.coverage(campaign, school.officer()).at("/total/0");
        assertThat(figures.get("permitted").asInt()).isZero();
        assertThat(figures.get("waiting").asInt()).isEqualTo(1);
    }

    @Test
    @Rule("R-CON-06")
    void tellsEachPersonOncePerStepHoweverMuchWaitsAndNobodyWhoAnsweredEverything() {
        String trip = school.http().publishNamed("Xe đưa đón");
        String photos = school.http().publishNamed("Ảnh kỷ yếu");
        UUID many = UUID.randomUUID();
        school.enrol("1A", 5, null, many, null);
        school.enrol("1B", 4, null, many, null);
        school.enrol("2A", 6, null, many, null);
        Child half = school.enrol("1A", 5, UUID.randomUUID(), UUID.randomUUID(), null);
        school.decides(half, half.mother(), trip, "GIVEN");
        Child done = school.enrol("1A", 5, UUID.randomUUID(), UUID.randomUUID(), null);
        school.decides(done, done.mother(), trip, "GIVEN");
        school.decides(done, done.father(), photos, "REFUSED");
        Child pupil = school.enrol("4A", 10, null, UUID.randomUUID(), UUID.randomUUID());
        school.decides(pupil, pupil.mother(), trip, "GIVEN");
        school.decides(pupil, pupil.mother(), photos, "GIVEN");
        Child apart = school.enrolWithSuspendedFather("1A", UUID.randomUUID(), UUID.randomUUID());
        Child grown = school.enrol("12A", 18, null, UUID.randomUUID(), UUID.randomUUID());
        UUID campaign = school.open(List.of(trip, photos), today.plusDays(20));

        StepVerifier.create(Mono.when(inviteAndRemind.run(), inviteAndRemind.run(), inviteAndRemind.run()))
                .verifyComplete();
        tell();

        List<UUID> missing = List.of(many, half.mother(), half.father(), pupil.self(), apart.mother(), grown.self());
        assertThat(told(campaign, "CAMPAIGN_INVITATION", missing.size())).containsExactlyInAnyOrderElementsOf(missing);

        school.decides(apart, apart.mother(), trip, "REFUSED");
        school.decides(apart, apart.mother(), photos, "GIVEN");
        dates(campaign, today.minusDays(10), today.plusDays(7));
        tell();
        tell();

        List<UUID> left = missing.stream()
                .filter(person -> !person.equals(apart.mother()))
                .toList();
        assertThat(told(campaign, "CAMPAIGN_REMINDER", left.size())).containsExactlyInAnyOrderElementsOf(left);

        String reminders = "/v1/campaigns/" + campaign + "/reminders";
        JsonNode accepted = School.json(school.http()
                .post(reminders, school.officer(), Map.of())
                .expectStatus()
                .isAccepted());
        assertThat(accepted.get("nextPossibleAt").asString())
                .startsWith(Instant.now().plus(Duration.ofDays(3)).toString().substring(0, 10));
        refused(school.http().post(reminders, school.officer(), Map.of()), 429, "reminded-lately");
        tell();
        tell();
        List<UUID> twice = new ArrayList<>(left);
        twice.addAll(left);
        assertThat(told(campaign, "CAMPAIGN_REMINDER", twice.size())).containsExactlyInAnyOrderElementsOf(twice);
    }

    @Test
    void countsWhatTheRecordsSayAndHidesSmallGroupsFromThoseOutside() {
        String trip = school.http().publishNamed("Xe đưa đón");
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            children.add(school.enrol(i < 6 ? "1A" : "1B", 5, UUID.randomUUID(), UUID.randomUUID(), null));
        }
        school.decides(children.get(0), children.get(0).mother(), trip, "GIVEN");
        school.decides(children.get(1), children.get(1).mother(), trip, "REFUSED");
        school.decides(children.get(2), children.get(2).mother(), trip, "GIVEN");
        school.decides(children.get(2), children.get(2).father(), trip, "REFUSED");
        school.decides(children.get(3), children.get(3).mother(), trip, "GIVEN");
        school.decides(children.get(3), children.get(3).mother(), trip, "WITHDRAWN");
        UUID campaign = school.open(List.of(trip), today.plusDays(20));

        JsonNode seen = school.coverage(campaign, school.officer());
        assertThat(seen.at("/classes/0/className").asString()).isEqualTo("1A");
        assertThat(List.of(
                        seen.at("/classes/0/purposes/0/permitted").asInt(),
                        seen.at("/classes/0/purposes/0/refused").asInt(),
                        seen.at("/classes/0/purposes/0/waiting").asInt(),
                        seen.at("/classes/1/purposes/0/waiting").asInt()))
                .containsExactly(1, 3, 2, 2);
        assertThat(seen.at("/total/0/students").asInt()).isEqualTo(8);
        for (String outside : List.of(
                Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), school.id()),
                Tokens.bearer(Role.DEPARTMENT_OFFICER, UUID.randomUUID()),
                Tokens.bearer(Role.INSPECTOR, UUID.randomUUID()))) {
            JsonNode hidden = school.coverage(campaign, outside);
            assertThat(hidden.findValuesAsString("shown")).containsOnly("false");
            assertThat(hidden.findValues("permitted")).isEmpty();
        }
        String staff = Tokens.bearer(Role.SCHOOL_STAFF, UUID.randomUUID(), school.id());
        assertThat(school.coverage(campaign, staff).get("total").toString())
                .isEqualTo(seen.get("total").toString());
        school.decides(children.get(0), children.get(0).father(), trip, "WITHDRAWN");
        assertThat(school.coverage(campaign, school.officer())
                        .at("/total/0/permitted")
                        .asInt())
                .isZero();
    }

    private void tell() {
        StepVerifier.create(inviteAndRemind.run()).verifyComplete();
    }

    private List<UUID> told(UUID campaign, String kind, int expected) {
        try (Topic notices = new Topic(Topics.NOTICES, campaign)) {
            return await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> notices.events(NoticeDueV1.TYPE).stream()
                                    .filter(event ->
                                            event.get("kind").asString().equals(kind))
                                    .flatMap(event -> event.get("recipients").valueStream())
                                    .map(person -> UUID.fromString(person.asString()))
                                    .toList(),
                            people -> people.size() >= expected);
        }
    }

    /** Moves time by moving the campaign. */
    private void dates(UUID campaign, LocalDate opensOn, LocalDate deadline) {
        StepVerifier.create(database.sql("update campaign set opens_on = :from, deadline = :to where campaign_id = :id")
                        .bind("from", opensOn)
                        .bind("to", deadline)
                        .bind("id", campaign)
                        .then())
                .verifyComplete();
    }

    private List<String> ids(String token) {
        return School.json(
                        school.http().get("/v1/campaigns", token).expectStatus().isOk())
                .get("items")
                .findValuesAsString("id");
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String slug) {
        answer.expectStatus().isEqualTo(status);
        JsonNode problem = School.json(answer);
        assertThat(problem.get("type").asString()).endsWith("/problems/" + slug);
        assertThat(problem.get("detail").asString()).doesNotContain("problem.");
    }
}

package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.application.Recorded;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** What was true at a past instant, and what was known then. */
@RealParts
@Import(ClockAhead.Instead.class)
class PastCheckIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Role PARENT = Role.GUARDIAN;
    private static final String REFERENCE = "HS 12/2026";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    RecordDecisions decisions;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    ClockAhead clock;

    private School school;
    private String purpose;
    private Instant start;

    @BeforeEach
    void school() {
        clock.reset();
        school = School.at(port);
        start = clock.instant();
        purpose = publish();
    }

    @Test
    @Rule("R-CON-10")
    void aCorrectionChangesWhatWasTrueButNotWhatWasKnown() {
        Child child = school.child(5);
        UUID entered = enterAndConfirm(child);
        Instant then = later(Duration.ofDays(1));
        act(child, "decisions/" + entered + "/correction", Map.of("readAs", "REFUSED", "reference", REFERENCE));
        assertThat(answer(at(child, then))).isEqualTo("DENY");
        JsonNode known = knownAt(child, then);
        assertThat(answer(known)).isEqualTo("PERMIT");
        assertThat(known.at("/reasons/0/code").asString()).isEqualTo("CONSENT_GIVEN");
        assertThat(known.get("recordId").isString()).isTrue();
        assertThat(known.get("at").asString()).isEqualTo(then.toString());
        assertThat(answer(ask(child, Map.of("at", then, "knownAt", then)))).isEqualTo("PERMIT");
        assertThat(answer(ask(child, Map.of("at", then, "knownAt", clock.instant()))))
                .isEqualTo("DENY");
    }

    @Test
    void aCorrectionNeverBringsAPermitOfThePast() {
        Child child = school.child(5);
        UUID entered = enter(child, DecisionKind.REFUSED);
        confirm(child, entered);
        Instant then = later(Duration.ofDays(1));
        act(child, "decisions/" + entered + "/correction", Map.of("readAs", "GIVEN", "reference", REFERENCE));
        assertThat(answer(at(child, then))).isEqualTo("DENY");
        assertThat(answer(school.check(child, purpose))).isEqualTo("DENY");
    }

    @Test
    @Rule("R-CH-22")
    void aRelationThatTurnsOutToHaveEndedCarriesNothingFromThatDayOn() {
        Child child = school.child(5);
        give(child, child.father());
        LocalDate day = School.today();
        Instant before = clock.instant();
        Instant then = later(Duration.ofDays(1));
        later(Duration.ofDays(2));
        school.fatherLeft(child, day.plusDays(1));
        assertThat(answer(knownAt(child, midday(day.plusDays(1))))).isEqualTo("PERMIT");
        assertThat(answer(at(child, midday(day.plusDays(1))))).isEqualTo("DENY");
        assertThat(answer(at(child, before))).isEqualTo("PERMIT");
        assertThat(answer(knownAt(child, then))).isEqualTo("PERMIT");
        assertThat(answer(school.check(child, purpose))).isEqualTo("DENY");
    }

    @Test
    void factsPutRightDoNotMakeThePastMorePermissiveThanItWas() {
        Child child = school.child(5);
        give(child, child.father());
        Instant before = later(Duration.ofHours(1));
        school.fatherIsSuspended(child);
        Instant suspended = later(Duration.ofHours(1));
        school.fatherIsBack(child);
        Instant back = later(Duration.ofHours(1));
        assertThat(answer(at(child, before))).isEqualTo("PERMIT");
        for (Instant since : List.of(suspended, back)) {
            assertThat(answer(at(child, since))).isEqualTo("DENY");
            assertThat(answer(knownAt(child, since))).isEqualTo("DENY");
        }
        give(child, child.father());
        Instant again = later(Duration.ofHours(1));
        assertThat(answer(at(child, again))).isEqualTo("PERMIT");
        assertThat(answer(at(child, back))).isEqualTo("DENY");
        assertThat(answer(at(child, before))).isEqualTo("PERMIT");
    }

    @Test
    @Rule("R-CH-02")
    void aBirthdayEndsItOnItsInstantInThePastToo() {
        LocalDate birthday = School.today().plusDays(2);
        Child child = school.turning(7, birthday);
        give(child, child.mother());
        Instant turned = birthday.atStartOfDay(ZONE).toInstant();
        assertThat(school.check(child, purpose).get("consentEnds").asString()).isEqualTo(turned.toString());
        later(Duration.ofDays(4));
        for (String which : List.of("at", "knownAt")) {
            assertThat(answer(ask(child, Map.of(which, turned.minusMillis(1))))).isEqualTo("PERMIT");
            assertThat(answer(ask(child, Map.of(which, turned)))).isEqualTo("DENY");
        }
    }

    @Test
    @Rule("R-NOT-05")
    void aMajorVersionLeavesTheTimeBeforeItAlone() {
        Child child = school.child(5);
        give(child, child.mother());
        Instant before = later(Duration.ofHours(1));
        school.publishAnew(purpose, "Hồ sơ").expectStatus().isCreated();
        Instant stale = later(Duration.ofHours(1));
        give(child, child.mother());
        assertThat(answer(at(child, before))).isEqualTo("PERMIT");
        assertThat(answer(at(child, stale))).isEqualTo("DENY");
        assertThat(answer(at(child, clock.instant()))).isEqualTo("PERMIT");
    }

    @Test
    @Rule("R-CON-06")
    void beforeTheFirstDecisionSilenceWasNoConsent() {
        Child child = school.child(5);
        Instant before = later(Duration.ofHours(1));
        give(child, child.mother());
        assertThat(reason(at(child, before))).isEqualTo("NO_VALID_CONSENT");
        assertThat(reason(at(child, start))).isEqualTo("UNKNOWN_PURPOSE");
    }

    @Test
    void aRetiredPurposeWasNotRetiredBefore() {
        Child child = school.child(5);
        give(child, child.mother());
        Instant before = later(Duration.ofHours(1));
        school.post(
                        "/v1/purposes/" + purpose + "/retirement",
                        Tokens.system(Role.DATA_PROTECTION_OFFICER),
                        Map.of("reason", "Kết thúc"))
                .expectStatus()
                .is2xxSuccessful();
        assertThat(reason(at(child, before))).isEqualTo("CONSENT_GIVEN");
        assertThat(reason(knownAt(child, before))).isEqualTo("CONSENT_GIVEN");
        assertThat(reason(at(child, clock.instant()))).isEqualTo("PURPOSE_NOT_ACTIVE");
    }

    @Test
    void nobodyKnewTheStudentBeforeTheRosterDid() {
        Instant before = later(Duration.ofHours(1));
        Child child = school.child(5);
        give(child, child.mother());
        assertThat(reason(knownAt(child, before))).isEqualTo("NOT_ENROLLED");
        assertThat(reason(at(child, before))).isEqualTo("NO_VALID_CONSENT");
        assertThat(reason(knownAt(child, clock.instant()))).isEqualTo("CONSENT_GIVEN");
    }

    @Test
    void aSchoolAsksAboutStudentsWhoWereItsOwnThen() {
        Child child = school.child(5);
        give(child, child.mother());
        Instant then = later(Duration.ofDays(2));
        school.leaves(child);
        assertThat(reason(at(child, clock.instant()))).isEqualTo("NOT_ENROLLED");
        assertThat(reason(knownAt(child, then))).isEqualTo("CONSENT_GIVEN");
        JsonNode others = School.json(school.check("sao-mai", child, purpose, Map.of("at", then))
                .expectStatus()
                .isOk());
        assertThat(reason(others)).isEqualTo("NOT_ENROLLED");
        assertThat(others.has("recordId")).isFalse();
    }

    @Test
    void conditionsOfThePastAreToldWithIt() {
        Child child = school.child(5);
        String notice =
                school.serve(child, child.mother(), PARENT, purpose).get("id").asString();
        Map<String, Object> item = new HashMap<>(School.answer(purpose, "GIVEN", notice));
        item.putAll(Map.of("conditions", "Chỉ một lần", "dataCategories", List.of("height")));
        school.decisions(child, child.mother(), PARENT, item).expectStatus().isCreated();
        Instant then = later(Duration.ofHours(1));
        give(child, child.mother());
        JsonNode part = at(child, then);
        assertThat(reason(part)).isEqualTo("CATEGORIES_NOT_GRANTED");
        assertThat(part.at("/dataCategories/0").asString()).isEqualTo("height");
        JsonNode whole = ask(child, Map.of("dataCategories", List.of("height"), "at", then));
        assertThat(reason(whole)).isEqualTo("CONSENT_GIVEN");
        assertThat(whole.at("/conditions/0").asString()).isEqualTo("Chỉ một lần");
    }

    @Test
    void theFutureIsNotAskedAbout() {
        Child child = school.child(5);
        Instant now = clock.instant();
        Instant future = now.plus(Duration.ofHours(1));
        refused(child, Map.of("at", future), "at", 422);
        refused(child, Map.of("knownAt", future), "knownAt", 422);
        refused(child, Map.of("at", now, "knownAt", now.minusSeconds(1)), "at", 422);
        refused(child, Map.of("at", Instant.parse("1999-12-31T00:00:00Z")), "at", 400);
    }

    @Test
    @Rule("R-CON-01")
    void theLogTellsWhichMomentWasAskedAbout() {
        Child child = school.child(5);
        Instant then = later(Duration.ofHours(1));
        at(child, then);
        knownAt(child, then);
        school.check(child, purpose);
        assertThat(database.sql("""
                        select concat_ws('|', asked_about = :at, known_at = :at, answer) as said from check_log
                        where student_id = :student order by asked_at""")
                        .bind("at", then)
                        .bind("student", child.id())
                        .map(row -> row.get("said", String.class))
                        .all()
                        .collectList()
                        .block())
                .containsExactly("t|DENY", "t|t|DENY", "DENY");
    }

    /** What is kept of a student is never rewritten. */
    @Test
    void versionsOfAStudentAreOnlyAddedTo() {
        Child child = school.child(5);
        later(Duration.ofHours(1));
        school.fatherIsSuspended(child);
        assertThat(versions(child)).isEqualTo("1,2");
        for (String change : List.of("delete from student_version", "update student_version set birth_date = null")) {
            StepVerifier.create(database.sql(change + " where student_id = :student")
                            .bind("student", child.id())
                            .then())
                    .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("append-only"));
        }
        assertThat(versions(child)).isEqualTo("1,2");
    }

    private @Nullable String versions(Child child) {
        return database.sql("""
                        select string_agg(version::text, ',' order by version) as all from student_version
                        where student_id = :student and birth_date is not null""")
                .bind("student", child.id())
                .map(row -> row.get("all", String.class))
                .one()
                .block();
    }

    private void refused(Child child, Map<String, ?> moment, String field, int status) {
        JsonNode problem = School.json(
                school.check(School.ID, child, purpose, moment).expectStatus().isEqualTo(status));
        assertThat(problem.at("/field").asString()).isEqualTo(field);
    }

    /** Gives the instant it was, and lets that much time pass. */
    private Instant later(Duration duration) {
        Instant was = clock.instant();
        clock.forward(duration);
        return was;
    }

    private static Instant midday(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    private JsonNode at(Child child, Instant at) {
        return ask(child, Map.of("at", at));
    }

    private JsonNode knownAt(Child child, Instant knownAt) {
        return ask(child, Map.of("knownAt", knownAt));
    }

    private JsonNode ask(Child child, Map<String, ?> moment) {
        return School.json(
                school.check(School.ID, child, purpose, moment).expectStatus().isOk());
    }

    private static String answer(JsonNode check) {
        return check.get("answer").asString();
    }

    private static String reason(JsonNode check) {
        return check.at("/reasons/0/code").asString();
    }

    private String publish() {
        String code = TestPurpose.newCode("past");
        Map<String, Object> draft = new HashMap<>(TestPurpose.draft(code, "Hồ sơ sức khỏe"));
        draft.put("periodKind", "OPEN_ENDED");
        clock.forward(Duration.ofSeconds(1));
        school.post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), draft)
                .expectStatus()
                .isCreated();
        return code;
    }

    private void give(Child child, UUID parent) {
        school.decide(child, parent, PARENT, purpose, "GIVEN").expectStatus().isCreated();
    }

    private UUID enterAndConfirm(Child child) {
        UUID entered = enter(child, DecisionKind.GIVEN);
        confirm(child, entered);
        assertThat(answer(school.check(child, purpose))).isEqualTo("PERMIT");
        return entered;
    }

    private UUID enter(Child child, DecisionKind kind) {
        String notice =
                school.serve(child, child.mother(), PARENT, purpose).get("id").asString();
        DecisionOrder order = new DecisionOrder(
                child.id(),
                child.mother(),
                "PAPER_FORM",
                List.of(DecisionOrder.Item.plain(purpose, kind, UUID.fromString(notice), false)),
                Optional.of(new DecisionOrder.Desk(UUID.randomUUID(), School.today(), REFERENCE, false)));
        @Nullable
        List<Recorded> recorded =
                decisions.record(order).as(transaction::transactional).block();
        return Objects.requireNonNull(recorded).getFirst().entry().decisionId();
    }

    private void confirm(Child child, UUID entry) {
        act(child, "decisions/" + entry + "/check", Map.of("outcome", "CONFIRMED", "reference", REFERENCE));
    }

    private void act(Child child, String path, Map<String, Object> body) {
        school.post(
                        "/v1/students/" + child.id() + "/" + path,
                        Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), School.ID),
                        body)
                .expectStatus()
                .isCreated();
    }
}

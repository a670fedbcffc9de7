package vn.edu.privacy.consent.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;
import vn.edu.privacy.platform.testing.Postgres;
import vn.edu.privacy.platform.testing.Rule;

class ChecksIT {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final UUID HERE = new UUID(1, 1);
    private static final UUID ELSEWHERE = new UUID(1, 2);
    private static DatabaseClient database;
    private static Checks checks;

    @BeforeAll
    static void start() {
        database = Postgres.migrated();
        checks = new Checks(database, Clock.fixed(NOW, ZoneOffset.UTC));
        run("""
            insert into purpose values ('transport', 1, 1, 'CONSENT', '{name,stop}', 'SCHOOL_YEAR', '2026-09-05',
                '2027-05-31'), ('photos', 1, 1, 'CONSENT', '{name}', 'SCHOOL_YEAR', '2026-09-05', '2027-05-31'),
                ('marks', 1, 1, 'STATE_AGENCY_OPERATION', '{name}', 'OPEN_ENDED', '2026-09-05', '2027-05-31'),
                ('over', 1, 1, 'CONSENT', '{name}', 'SCHOOL_YEAR', '2025-09-05', '2026-05-31')""");
        enrol(HERE, "hoa-sen");
        enrol(ELSEWHERE, "sao-mai");
    }

    @BeforeEach
    void forget() {
        run("delete from consent_record");
        run("delete from check_log");
    }

    @Test
    @Rule({"R-CON-06", "R-CON-22", "R-CON-26"})
    void silenceIsNotConsent() {
        expect(HERE, "transport", null, "DENY", Reason.NO_VALID_CONSENT);
    }

    @Test
    @Rule({"R-CON-04", "R-CON-22"})
    void consentToOnePurposeIsConsentToThatOneAlone() {
        record("PERMIT", "{name,stop}", null, 1);
        expect(HERE, "photos", null, "DENY", Reason.NO_VALID_CONSENT);
        expect(HERE, "transport", null, "PERMIT", Reason.CONSENT_GIVEN);
    }

    @Test
    @Rule("R-WD-04")
    void withdrawalHoldsForTheNextCheck() {
        record("PERMIT", "{name,stop}", null, 1);
        expect(HERE, "transport", null, "PERMIT", Reason.CONSENT_GIVEN);
        run("update consent_record set answer = 'DENY'");
        expect(HERE, "transport", null, "DENY", Reason.NO_VALID_CONSENT);
    }

    @Test
    void answerEndsOnItsInstantWithoutAJob() {
        record("PERMIT", "{name,stop}", NOW.plusMillis(1), 1);
        expect(HERE, "transport", null, "PERMIT", Reason.CONSENT_GIVEN);
        run("update consent_record set answer_until = '" + NOW + "'");
        expect(HERE, "transport", null, "DENY", Reason.NO_VALID_CONSENT);
    }

    @Test
    @Rule("R-NOT-05")
    void consentUnderAReplacedMajorVersionIsStale() {
        record("PERMIT", "{name,stop}", null, 0);
        expect(HERE, "transport", null, "DENY", Reason.NO_VALID_CONSENT);
    }

    @Test
    @Rule("R-CON-07")
    void onlyGrantedCategoriesMayBeCollected() {
        record("PERMIT", "{name}", null, 1);
        expect(HERE, "transport", List.of("name"), "PERMIT", Reason.CONSENT_GIVEN);
        Cell all = expect(HERE, "transport", null, "DENY", Reason.CATEGORIES_NOT_GRANTED);
        assertThat(all.granted()).containsExactly("name");
        expect(HERE, "transport", List.of("blood-type"), "DENY", Reason.CATEGORIES_NOT_GRANTED);
    }

    @Test
    void restrictedIsAnAnswerOfItsOwn() {
        record("RESTRICTED", "{name,stop}", null, 1);
        expect(HERE, "transport", null, "RESTRICTED", Reason.RESTRICTED);
    }

    @Test
    void unknownAndOtherSchoolsStudentsGetTheSameAnswer() {
        expect(ELSEWHERE, "transport", null, "DENY", Reason.NOT_ENROLLED);
        expect(new UUID(9, 9), "transport", null, "DENY", Reason.NOT_ENROLLED);
    }

    @Test
    @Rule("R-EXC-01")
    void lawDecidesWhereNoConsentIsNeededAndPurposesEnd() {
        expect(HERE, "marks", null, "PERMIT", Reason.EXCEPTION_BASIS);
        expect(HERE, "over", null, "DENY", Reason.PURPOSE_NOT_ACTIVE);
        expect(HERE, "never-heard", null, "DENY", Reason.UNKNOWN_PURPOSE);
    }

    @Test
    @Rule("R-CON-01")
    void batchAnswersEveryCellInOrderAndLogsEach() {
        record("PERMIT", "{name,stop}", null, 1);
        StepVerifier.create(checks.answer(new Question(
                        UUID.randomUUID(),
                        "x",
                        "lms",
                        null,
                        "hoa-sen",
                        List.of(ELSEWHERE, HERE),
                        List.of("transport", "marks"),
                        null,
                        Handling.COLLECTED)))
                .assertNext(cells -> assertThat(cells)
                        .extracting(Cell::reason)
                        .containsExactly(
                                Reason.NOT_ENROLLED, Reason.NOT_ENROLLED, Reason.CONSENT_GIVEN, Reason.EXCEPTION_BASIS))
                .verifyComplete();
        StepVerifier.create(database.sql("select count(*) n from check_log")
                        .map(r -> r.get("n", Long.class))
                        .one())
                .expectNext(4L)
                .verifyComplete();
    }

    private static Cell expect(
            UUID student, String purpose, @Nullable List<String> categories, String answer, Reason reason) {
        List<Cell> cells = new ArrayList<>();
        StepVerifier.create(checks.answer(new Question(
                        UUID.randomUUID(),
                        "x",
                        "lms",
                        null,
                        "hoa-sen",
                        List.of(student),
                        List.of(purpose),
                        categories,
                        Handling.COLLECTED)))
                .consumeNextWith(cells::addAll)
                .verifyComplete();
        assertThat(cells).singleElement().satisfies(cell -> {
            assertThat(cell.reason()).isEqualTo(reason);
            assertThat(cell.answer()).isEqualTo(answer);
        });
        return cells.getFirst();
    }

    private static void record(String answer, String categories, @Nullable Instant until, int major) {
        run("insert into consent_record (student_id, controller_id, purpose_id, period, record_id, state, answer,"
                + " categories, answer_until, last_seq, reminder_may_help, major_version, changed_at) values ('"
                + HERE
                + "', 'hoa-sen', 'transport', '2026-2027', '" + UUID.randomUUID() + "', 'GIVEN', '" + answer + "', '"
                + categories + "', " + (until == null ? "null" : "'" + until + "'") + ", 1, true, " + major
                + ", now())");
    }

    private static void enrol(UUID student, String school) {
        run("insert into student values ('" + student + "', decode(replace('" + student
                + "', '-', ''), 'hex'), '', '', null, null, 'DECLARED', '" + school + "', 1, now())");
        run("insert into enrolment values ('" + student + "', '" + school + "', '4A', '2026-09-05', null)");
    }

    private static void run(String sql) {
        StepVerifier.create(database.sql(sql).then()).verifyComplete();
    }
}

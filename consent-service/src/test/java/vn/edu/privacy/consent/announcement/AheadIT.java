package vn.edu.privacy.consent.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** What is told before it takes effect, with the clock moved to the day it is due. */
@RealParts
@ExtendWith(OutputCaptureExtension.class)
class AheadIT {
    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    Students students;

    @Autowired
    Announcements announcements;

    @Autowired
    LawInForce law;

    @Autowired
    TransactionalOperator transaction;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private School school;

    @BeforeEach
    void school() {
        school = School.at(port);
    }

    @Test
    @Rule("R-CH-25")
    void theSeventhBirthdayIsToldThirtyDaysBeforeToChildAndGuardiansEachOnce() {
        Child child = school.child(6);
        LocalDate birthday = child.birth().plusYears(7);

        run(birthdays(birthday.minusDays(31)));
        assertThat(remembered(child)).isZero();
        // two instances at once, and once more later
        run(Mono.when(birthdays(birthday.minusDays(30)), birthdays(birthday.minusDays(30))));
        run(birthdays(birthday.minusDays(1)));

        List<JsonNode> told = told(child, 1);
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.get("kind").asString()).isEqualTo("BIRTHDAY_AHEAD");
            assertThat(notice.get("date").asString()).isEqualTo(birthday.toString());
            assertThat(people(notice)).containsExactlyInAnyOrder(child.self(), child.father(), child.mother());
        });
        run(birthdays(birthday));
        assertThat(remembered(child)).isEqualTo(3);
    }

    @Test
    @Rule({"R-CH-24", "R-CH-25"})
    void theEighteenthBirthdayIsToldBeforehand() {
        Child child = school.child(17);
        LocalDate birthday = child.birth().plusYears(18);

        run(birthdays(birthday.minusDays(30)));

        assertThat(told(child, 1).getFirst().get("date").asString()).isEqualTo(birthday.toString());
    }

    @Test
    @Rule("R-CH-25")
    void bornOn29FebruaryTheDayThatIsToldIsTheOneThatTakesEffect() {
        Child child = school.child(6);
        bornOn(child, LocalDate.of(2024, 2, 29));

        run(birthdays(LocalDate.of(2031, 1, 28)));
        assertThat(remembered(child)).isZero();
        run(birthdays(LocalDate.of(2031, 1, 29)));
        run(birthdays(LocalDate.of(2042, 2, 1)));

        assertThat(told(child, 2))
                .extracting(notice -> notice.get("date").asString())
                .containsExactly("2031-02-28", "2042-03-01");
    }

    @Test
    @Rule("R-CH-03")
    void aBirthDateThatNobodyVerifiedIsNotAnnounced() {
        Child child = school.child(6);
        execute("update student set birth_date_source = 'DECLARED' where student_id = '" + child.id() + "'");

        run(birthdays(child.birth().plusYears(7).minusDays(20)));

        assertThat(remembered(child)).isZero();
    }

    @Test
    void aConsentThatEndsIsRemindedOfThirtyDaysBeforeAndAgainSeven() {
        String purpose = school.publishNamed("Xe đưa đón");
        Child child = school.child(6);
        give(child, purpose);
        Instant end = end(child);

        run(endings(end.minus(Duration.ofDays(31))));
        assertThat(reminded(child)).isZero();
        run(Mono.when(endings(end.minus(Duration.ofDays(30))), endings(end.minus(Duration.ofDays(30)))));
        run(endings(end.minus(Duration.ofDays(8))));
        assertThat(reminded(child)).isEqualTo(1);
        run(endings(end.minus(Duration.ofDays(7))));
        run(endings(end.minus(Duration.ofDays(1))));

        assertThat(told(child, 2)).hasSize(2).allSatisfy(notice -> {
            assertThat(notice.get("kind").asString()).isEqualTo("CONSENT_EXPIRING");
            assertThat(notice.get("purpose").asString()).isEqualTo(purpose);
            assertThat(notice.get("date").asString())
                    .isEqualTo(LocalDate.ofInstant(end, LawInForce.ZONE)
                            .minusDays(1)
                            .toString());
            // at six the child does not decide
            assertThat(people(notice)).containsExactlyInAnyOrder(child.father(), child.mother());
        });
        assertThat(reminded(child)).isEqualTo(2);
    }

    @Test
    @Rule("R-CH-25")
    void anEndThatIsABirthdayIsToldAsTheBirthdayOnly() {
        String purpose = school.publishNamed("Ảnh lớp");
        Child child = school.child(6);
        LocalDate birthday = School.today().plusDays(60);
        bornOn(child, birthday.minusYears(7));
        give(child, purpose);
        assertThat(end(child)).isEqualTo(birthday.atStartOfDay(LawInForce.ZONE).toInstant());
        LocalDate before = birthday.minusDays(5);

        run(endings(before.atStartOfDay(LawInForce.ZONE).toInstant()).then(birthdays(before)));

        assertThat(told(child, 1))
                .singleElement()
                .satisfies(notice -> assertThat(notice.get("kind").asString()).isEqualTo("BIRTHDAY_AHEAD"));
        assertThat(reminded(child)).isZero();
    }

    @Test
    void oneStudentsErrorLeavesNobodyElseUntoldAndIsMadeGoodByTheNextRun() {
        String purpose = school.publishNamed("Xe đưa đón");
        List<Child> children = Stream.generate(() -> school.child(6)).limit(3).toList();
        children.forEach(child -> give(child, purpose));
        Child broken = children.get(1);
        Instant before = end(broken).minus(Duration.ofDays(20));
        execute("""
                create function refuse_one() returns trigger language plpgsql as
                $$ begin if new.student_id = '%s' then raise exception 'broken'; end if; return new; end $$""".formatted(broken.id()));
        execute("create trigger refuse_one before insert on ending_announced"
                + " for each row execute function refuse_one()");

        run(endings(before));

        assertThat(children).extracting(this::reminded).containsExactly(1L, 0L, 1L);
        assertThat(metrics.counter("announcements.ending.failed").count()).isEqualTo(1);
        execute("drop function refuse_one() cascade");
        run(endings(before.plusSeconds(3600)));
        assertThat(children).extracting(this::reminded).containsOnly(1L);
        assertThat(told(broken, 1)).hasSize(1);
        assertThat(told(children.getFirst(), 1)).hasSize(1);
    }

    @Test
    @Rule("R-CH-25")
    void oneStudentsErrorLeavesNobodyElseUntoldOfABirthdayIsSeenAndIsMadeGoodByTheNextRun(CapturedOutput log) {
        List<Child> children = Stream.generate(() -> school.child(6)).limit(3).toList();
        Child broken = children.get(1);
        LocalDate before = broken.birth().plusYears(7).minusDays(20);
        refuse(broken, "insert on birthday_announced");

        run(birthdays(before));

        assertThat(children).extracting(this::remembered).containsExactly(3L, 0L, 3L);
        assertThat(metrics.counter("announcements.birthday.failed").count()).isEqualTo(1);
        assertThat(log).contains("family of student " + broken.id() + " is still to be told");
        execute("drop function refuse_one() cascade");
        run(birthdays(before.plusDays(1)));
        assertThat(children).extracting(this::remembered).containsOnly(3L);
        assertThat(metrics.counter("announcements.birthday.failed").count()).isEqualTo(1);
        children.forEach(child -> assertThat(told(child, 1)).hasSize(1));
    }

    @Test
    void oneStudentsErrorLeavesNobodyElseUntoldOfAnEndIsSeenAndIsMadeGoodByTheNextRun(CapturedOutput log) {
        List<Child> children = Stream.generate(() -> school.child(5)).limit(3).toList();
        Child broken = children.get(1);
        refuse(broken, "delete on announcement_due");
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        for (Child child : children) {
            execute("insert into announcement_due (student_id, cause, subject, at) values ('" + child.id()
                    + "', 'ROSTER', '" + School.ID + "', '" + at + "')");
        }
        EndedConsents ended = new EndedConsents(database, students, announcements, law, transaction, metrics);

        // the service's own run may be at the very rows: then they are left to it
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            run(ended.run());
            return metrics.counter("announcements.ended.failed").count() > 0;
        });

        for (Child child : List.of(children.getFirst(), children.getLast())) {
            assertThat(told(child, 1)).hasSize(1);
            assertThat(due(child)).isZero();
        }
        assertThat(due(broken)).isEqualTo(1);
        assertThat(log).contains("family of student " + broken.id() + " is still to be told");
        execute("drop function refuse_one() cascade");
        run(ended.run());
        assertThat(told(broken, 1)).hasSize(1);
        assertThat(due(broken)).isZero();
    }

    private void refuse(Child broken, String what) {
        execute("""
                create function refuse_one() returns trigger language plpgsql as
                $$ declare it record;
                begin
                    if tg_op = 'DELETE' then it := old; else it := new; end if;
                    if it.student_id = '%s' then raise exception 'broken'; end if;
                    return it;
                end $$""".formatted(broken.id()));
        execute("create trigger refuse_one before " + what + " for each row execute function refuse_one()");
    }

    private long due(Child child) {
        return count("select count(*) from announcement_due where student_id = '" + child.id() + "'");
    }

    @Test
    void allThatOneRunTellsBearsTheSameTime() {
        String one = school.publishNamed("Xe đưa đón");
        String other = school.publishNamed("Ảnh lớp");
        Child child = school.child(6);
        give(child, one);
        give(child, other);

        run(endings(end(child).minus(Duration.ofDays(3))));

        assertThat(told(child, 2))
                .extracting(notice -> notice.get("at").asString())
                .hasSize(2)
                .containsOnly(end(child).minus(Duration.ofDays(3)).toString());
    }

    private Mono<Void> birthdays(LocalDate today) {
        Clock noon = Clock.fixed(today.atTime(12, 0).atZone(LawInForce.ZONE).toInstant(), LawInForce.ZONE);
        return new BirthdaysAhead(database, students, announcements, law, transaction, metrics, noon).run();
    }

    private Mono<Void> endings(Instant now) {
        Clock then = Clock.fixed(now, LawInForce.ZONE);
        return new EndingConsents(database, students, announcements, law, transaction, metrics, then).run();
    }

    private void give(Child child, String purpose) {
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
    }

    private void bornOn(Child child, LocalDate day) {
        execute("update student set birth_date = '" + day + "' where student_id = '" + child.id() + "'");
    }

    private Instant end(Child child) {
        return Objects.requireNonNull(database.sql("select min(answer_until) from consent_record where student_id = $1")
                .bind(0, child.id())
                .mapValue(Instant.class)
                .one()
                .block());
    }

    private long remembered(Child child) {
        return count("select count(*) from birthday_announced where student_id = '" + child.id() + "'");
    }

    private long reminded(Child child) {
        return count("select count(*) from ending_announced where student_id = '" + child.id() + "'");
    }

    private long count(String statement) {
        return Objects.requireNonNull(
                database.sql(statement).mapValue(Long.class).one().block());
    }

    private void execute(String statement) {
        StepVerifier.create(database.sql(statement).then()).verifyComplete();
    }

    private static void run(Mono<Void> job) {
        StepVerifier.create(job).expectComplete().verify(Duration.ofMinutes(1));
    }

    /** Everything that was announced about the child, once it is so much; more would be found as well. */
    private static List<JsonNode> told(Child child, int atLeast) {
        try (Topic notices = new Topic(Topics.NOTICES, child.id())) {
            return await().atMost(Duration.ofSeconds(20))
                    .until(() -> notices.events(NoticeDueV1.TYPE), events -> events.size() >= atLeast);
        }
    }

    private static List<UUID> people(JsonNode notice) {
        return notice.get("recipients")
                .valueStream()
                .map(person -> UUID.fromString(person.asString()))
                .toList();
    }
}

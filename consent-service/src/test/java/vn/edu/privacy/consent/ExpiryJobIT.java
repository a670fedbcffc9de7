package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.ExpireConsents;
import vn.edu.privacy.consent.consent.application.ReevaluateRecords;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** The job that tells others of consents that ended by themselves, when something goes wrong and when two run at once. */
@RealParts
@Import(ClockAhead.Instead.class)
@TestPropertySource(properties = "privacy.consents.expiry-interval=P1000D")
@ExtendWith(OutputCaptureExtension.class)
class ExpiryJobIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    ExpireConsents expireConsents;

    @Autowired
    Consents consents;

    @Autowired
    ReevaluateRecords records;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    ClockAhead clock;

    private School school;
    private String purpose;

    @BeforeEach
    void school() {
        clock.reset();
        school = School.at(port);
        purpose = school.publishNamed("Xe đưa đón");
    }

    @Test
    @Rule("R-WD-04")
    void oneStudentsErrorStopsNobodyElseIsSeenAndIsMadeGoodByTheNextRun(CapturedOutput log) {
        List<Child> children = grantedUntilToday(4);
        Child broken = children.get(1);
        execute("""
                create function refuse_one() returns trigger language plpgsql as
                $$ begin if new.student_id = '%s' then raise exception 'broken'; end if; return new; end $$""".formatted(broken.id()));
        execute("create trigger refuse_one before update on consent_record"
                + " for each row execute function refuse_one()");
        clock.forward(Duration.ofDays(1));
        double failures = failures();

        run(expireConsents.run());

        assertThat(children).extracting(this::state).containsExactly("EXPIRED", "GIVEN", "EXPIRED", "EXPIRED");
        assertThat(failures() - failures).isEqualTo(1);
        assertThat(log).contains("records of student " + broken.id() + " stay due");
        execute("drop function refuse_one() cascade");
        run(expireConsents.run());
        assertThat(state(broken)).isEqualTo("EXPIRED");
        assertThat(failures() - failures).isEqualTo(1);
        children.forEach(this::toldOnce);
    }

    @Test
    @Rule("R-WD-04")
    void twoInstancesAtOnceTellOfEachEndOnce() {
        List<Child> children = grantedUntilToday(12);
        clock.forward(Duration.ofDays(1));
        List<UUID> failed = new ArrayList<>();
        ExpireConsents other = new ExpireConsents(
                consents, records, transaction::transactional, (student, error) -> failed.add(student), clock);
        double failures = failures();

        run(Mono.when(expireConsents.run(), other.run()));

        assertThat(children).extracting(this::state).containsOnly("EXPIRED");
        assertThat(failed).isEmpty();
        assertThat(failures()).isEqualTo(failures);
        children.forEach(this::toldOnce);
    }

    /** Children whose mother agreed until the end of this day. */
    private List<Child> grantedUntilToday(int count) {
        return Stream.generate(() -> school.child(5))
                .limit(count)
                .peek(child -> {
                    String notice = school.serve(child, child.mother(), Role.GUARDIAN, purpose)
                            .get("id")
                            .asString();
                    Map<String, Object> item = new HashMap<>(School.answer(purpose, "GIVEN", notice));
                    item.put("lastDay", School.today().toString());
                    school.decisions(child, child.mother(), Role.GUARDIAN, item)
                            .expectStatus()
                            .isCreated();
                })
                .toList();
    }

    private void toldOnce(Child child) {
        try (Topic decisions = new Topic(Topics.DECISIONS, child.id())) {
            JsonNode told = await().atMost(SOON)
                    .until(() -> decisions.events(RecordChangedV1.TYPE), events -> !events.isEmpty())
                    .getFirst();
            assertThat(told.get("state").asString()).isEqualTo("EXPIRED");
            assertThat(told.get("cause").asString()).isEqualTo("TIME");
            assertThat(decisions.events(RecordChangedV1.TYPE)).hasSize(1);
        }
    }

    private String state(Child child) {
        return database.sql("select state from consent_record where student_id = $1")
                .bind(0, child.id())
                .mapValue(String.class)
                .one()
                .block();
    }

    private double failures() {
        return metrics.counter("consents.expiry.failed").count();
    }

    private void execute(String statement) {
        StepVerifier.create(database.sql(statement).then()).verifyComplete();
    }

    private static void run(Mono<Void> job) {
        StepVerifier.create(job).expectComplete().verify(Duration.ofMinutes(1));
    }
}

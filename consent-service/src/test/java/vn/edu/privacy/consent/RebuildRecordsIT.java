package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.consent.application.RebuildRecords;
import vn.edu.privacy.consent.consent.application.RebuildRecords.Drift;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** That what checks read is what the ledger says, and that a difference is found. */
@RealParts
class RebuildRecordsIT {
    private static final List<String> DECISIONS = List.of("GIVEN", "GIVEN", "GIVEN", "REFUSED", "WITHDRAWN");

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    RebuildRecords rebuildRecords;

    private School school;

    @BeforeEach
    void school() {
        school = School.at(port);
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "5, 2", "10, 3", "10, 4", "17, 5", "18, 6"})
    @Rule("R-CON-23")
    void whateverAFamilyDecidesTheRebuiltRecordsAreTheStoredOnes(int age, long seed) {
        Random random = new Random(seed);
        List<String> purposes = List.of(school.publishNamed("Hồ sơ sức khỏe"), school.publishNamed("Ảnh lớp"));
        Child child = school.child(age);
        for (int step = 0; step < 14; step++) {
            String purpose = purposes.get(random.nextInt(purposes.size()));
            decideAtRandom(child, purpose, random);
            if (step == 8) {
                school.publishAnew(purpose, "Thông báo mới").expectStatus().isCreated();
            }
            if (step == 11) {
                school.fatherLeaves(child);
            }
            assertThat(drifts(child)).as("after step %d", step).isEmpty();
        }
        assertThat(rows("decision", child)).isGreaterThan(3);
        assertThat(rows("consent_record", child)).isBetween(1L, 2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answer = 'DENY'",
                "state = 'WITHDRAWN'",
                "categories = '{height}'",
                "conditional_on = array[gen_random_uuid()]",
                "answer_until = answer_until + interval '1 day'",
                "answer_until = null",
                "reminder_may_help = not reminder_may_help",
                "major_version = major_version + 1",
                "last_seq = last_seq + 1",
                "record_id = gen_random_uuid()",
                "purpose_id = 'another'",
            })
    void aRecordThatDriftedIsFound(String drift) {
        Child child = permitted();

        change("update consent_record set " + drift + " where student_id = '" + child.id() + "'");

        assertThat(drifts(child)).isNotEmpty();
    }

    @Test
    void aRecordThatIsMissingIsFoundAndTheRebuiltOneTold() {
        Child child = permitted();

        change("delete from consent_record where student_id = '" + child.id() + "'");

        assertThat(drifts(child)).singleElement().satisfies(drift -> {
            assertThat(drift.stored()).isNull();
            assertThat(drift.rebuilt().categories()).containsExactlyInAnyOrder("height", "allergies");
        });
        assertThat(rows("consent_record", child)).isZero();
    }

    @Test
    void ofAStudentThatNobodyKnowsNothingDrifts() {
        assertThat(drifts(school.child(5).as(UUID.randomUUID()))).isEmpty();
    }

    private Child permitted() {
        Child child = school.child(5);
        school.decide(child, child.mother(), Role.GUARDIAN, school.publishNamed("Hồ sơ sức khỏe"), "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(drifts(child)).isEmpty();
        return child;
    }

    /** Some of these the rules refuse, since nothing stands or the person is not asked: that leaves no trace either. */
    private void decideAtRandom(Child child, String purpose, Random random) {
        List<UUID> family = List.of(child.self(), child.mother(), child.father());
        UUID person = family.get(random.nextInt(family.size()));
        Role role = person.equals(child.self()) ? Role.STUDENT : Role.GUARDIAN;
        String decision = DECISIONS.get(random.nextInt(DECISIONS.size()));
        boolean acts = school.get("/v1/students/" + child.id() + "/consents", Tokens.bearer(role, person))
                .returnResult()
                .getStatus()
                .is2xxSuccessful();
        if (acts) {
            school.decide(child, person, role, purpose, decision);
        }
    }

    private List<Drift> drifts(Child child) {
        return rebuildRecords.drifts(child.id()).block();
    }

    private void change(String sql) {
        StepVerifier.create(database.sql(sql).fetch().rowsUpdated())
                .expectNext(1L)
                .verifyComplete();
    }

    private long rows(String table, Child child) {
        return database.sql("select count(*) as rows from " + table + " where student_id = '" + child.id() + "'")
                .map(row -> row.get("rows", Long.class))
                .one()
                .block();
    }
}

package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.edu.privacy.consent.Erasing.SOON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.contracts.events.ErasureAppliedV1;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.StudentChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** An erasure confirmed at the other service: what it takes, what stays, and what it is refused for. */
@RealParts
class InstructedErasureIT {
    private static final LocalDate SINCE = LocalDate.of(2020, 9, 5);

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    SubjectKeys keys;

    @Autowired
    Students students;

    private School school;
    private String purpose;
    private Child child;
    private Erasing erasing;
    private Traces traces;
    private Instant before;

    @BeforeEach
    void aMotherGaveOnACondition() {
        school = School.at(port);
        purpose = school.publishNamed("Ảnh lớp");
        child = school.child(5);
        erasing = new Erasing(school, child);
        traces = new Traces(database, students, keys, child);
        erasing.give(purpose);
        before = Instant.now();
        assertThat(school.check(child, purpose).at("/conditions/0").asString()).isEqualTo(Erasing.WORDS);
    }

    @AfterEach
    void done() {
        erasing.close();
    }

    @Test
    @Rule("R-DEL-02")
    void aStudentWhoIsStillEnrolledIsNotErasedAndAfterLeavingIs() {
        assertThat(erasing.refused(erasing.student(child.mother(), "NO_LONGER_NEEDED")))
                .isEqualTo("STILL_ENROLLED");
        assertThat(erasing.answer(purpose)).isEqualTo("PERMIT");
        assertThat(traces.name()).contains(child.name());

        school.enrolledAgain(child, SINCE, School.today());
        erasing.applied(erasing.student(child.mother(), "NO_LONGER_NEEDED"));
        traces.nothingPersonalIsLeft();
        erasing.nobodyIsToldAnything(purpose, before);
        assertThat(erasing.refused(erasing.order())).isEqualTo("ALREADY_ERASED");
    }

    @Test
    @Rule({"R-DEL-03", "R-DEL-04", "R-CH-04"})
    void whatAnAuthorityOrdersIsErasedAtOnceAndTheProofStands() {
        traces.run("insert into birthday_announced values ('" + child.id() + "', '" + child.birth() + "', '"
                + child.mother() + "', now())");
        String receipt = erasing.entries().get(0).get("decisionId").asString();
        erasing.applied(erasing.order());
        assertThat(erasing.told(RecordChangedV1.TYPE)).anySatisfy(changed -> {
            assertThat(changed.get("previousAnswer").asString()).isEqualTo("PERMIT");
            assertThat(changed.get("answer").asString()).isEqualTo("DENY");
            assertThat(changed.get("cause").asString()).isEqualTo("ERASURE");
        });
        traces.nothingPersonalIsLeft();
        erasing.nobodyIsToldAnything(purpose, before);
        assertThat(erasing.entries().get(0).get("decisionId").asString()).isEqualTo(receipt);
        assertThat(erasing.entries().get(1).get("decision").asString()).isEqualTo("ERASED");
        erasing.chainHolds();
        assertThat(traces.column("select required_sides[1] as c from erasure_journal where student_id = $1"))
                .contains("1:GUARDIAN");
        assertThatThrownBy(() -> traces.run("delete from erasure_journal")).hasMessageContaining("append-only");
    }

    @Test
    @Rule("R-DEL-04")
    void theOtherServiceLearnsTheBirthDateNoLonger() {
        erasing.applied(erasing.order());
        try (Topic roster = new Topic(Topics.ROSTER, child.id())) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(roster.events(StudentChangedV1.TYPE))
                            .last()
                            .satisfies(student -> {
                                assertThat(student.has("birthDate")).isFalse();
                                assertThat(student.has("personId")).isFalse();
                            }));
        }
    }

    @Test
    @Rule("R-DEL-04")
    void whatWasKnownOfAnErasedStudentIsForgottenAndOtherwiseNeverChanged() {
        erasing.applied(erasing.order());
        String one = " where student_id = '" + child.id() + "'";
        assertThat(traces.column("select count(*)::text as c from student_version where student_id = $1"))
                .contains("2");
        assertThatThrownBy(() -> traces.run("update student_version set school_id = 'other'" + one))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> traces.run("update student_version set birth_date = '2020-01-01'" + one))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> traces.run("delete from student_version" + one))
                .hasMessageContaining("append-only");
    }

    @Test
    @Rule({"R-DEL-01", "R-CH-04"})
    void onePurposesWordsGoAndItsAgreementsWithThemWhileTheStudentStays() {
        erasing.applied(erasing.words(child.mother(), purpose, true));
        assertThat(erasing.answer(purpose)).isEqualTo("DENY");
        assertThat(traces.words()).isZero();
        assertThat(traces.name()).contains(child.name());
        erasing.give(purpose);
        assertThat(erasing.answer(purpose)).isEqualTo("PERMIT");
    }

    @Test
    @Rule("R-DEL-01")
    void oneRequestMayBeAboutSeveralPurposes() {
        String other = school.publishNamed("Xe đưa đón");
        erasing.give(other);
        UUID request = erasing.applied(erasing.words(child.mother(), purpose, true));
        assertThat(traces.words()).isEqualTo(1);
        erasing.send(request, erasing.words(child.mother(), other, true));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(erasing.told(ErasureAppliedV1.TYPE))
                        .extracting(applied -> applied.get("purpose").asString())
                        .containsExactly(purpose, other));
        assertThat(traces.words()).isZero();
    }

    @Test
    @Rule("R-CH-04")
    void aStandingWithdrawalSufficesToHaveTheWordsOnItErased() {
        assertThat(erasing.refused(erasing.words(child.mother(), purpose, true, null)))
                .isEqualTo("SECOND_PERSON_NEEDED");
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "WITHDRAWN")
                .expectStatus()
                .isCreated();
        assertThat(erasing.refused(erasing.words(child.father(), purpose, true, null)))
                .isEqualTo("SECOND_PERSON_NEEDED");
        assertThat(traces.words()).isEqualTo(1);
        erasing.applied(erasing.words(child.mother(), purpose, true, null));
        assertThat(traces.words()).isZero();

        erasing.give(purpose);
        assertThat(erasing.refused(erasing.words(child.mother(), purpose, true, null)))
                .isEqualTo("SECOND_PERSON_NEEDED");
        assertThat(erasing.answer(purpose)).isEqualTo("PERMIT");
    }

    @Test
    void aRequestThatComesAgainIsToldAgainAndTakesNothingMore() {
        UUID request = erasing.applied(erasing.words(child.mother(), purpose, true));
        erasing.give(purpose);
        erasing.send(request, erasing.words(child.mother(), purpose, true));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(erasing.told(ErasureAppliedV1.TYPE)).hasSize(2));
        assertThat(erasing.answer(purpose)).isEqualTo("PERMIT");
    }

    @Test
    @Rule({"R-DEL-01", "R-DEL-02"})
    void eachRefusalNamesItsReason() {
        String law = school.publishByLaw("Sổ điểm");
        UUID mother = child.mother();
        assertThat(erasing.refused(erasing.words(mother, law, true))).isEqualTo("KEPT_BY_LAW");
        assertThat(erasing.refused(erasing.words(mother, "no-such-purpose", true)))
                .isEqualTo("UNKNOWN_PURPOSE");
        assertThat(erasing.refused(erasing.words(mother, purpose, false))).isEqualTo("RISKS_NOT_ACCEPTED");
        assertThat(erasing.refused(erasing.words(UUID.randomUUID(), purpose, true)))
                .isEqualTo("NO_AUTHORITY");
        assertThat(erasing.refused(erasing.student(mother, "AUTHORITY"))).isEqualTo("NO_AUTHORITY");
        assertThat(erasing.refused(erasing.orderOfOneAlone())).isEqualTo("SECOND_PERSON_NEEDED");
        assertThat(erasing.answer(purpose)).isEqualTo("PERMIT");
    }
}

package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.consent.application.ReplayErasures;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.contracts.events.ErasureJournalV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.messaging.JournalReplay;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** What was erased stays erased: neither the sector database's old lines nor a restored database bring it back. */
@RealParts
class ErasureLastsIT {
    private static final LocalDate SINCE = LocalDate.of(2020, 9, 5);
    private static final List<String> RESTORED =
            List.of("vault.subject_key", "student", "enrolment", "guardianship", "student_version", "decision_text");

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    SubjectKeys keys;

    @Autowired
    Students students;

    @Autowired
    JournalReplay erasures;

    @Autowired
    ReplayErasures replay;

    @Autowired
    TransactionalOperator transaction;

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
    }

    @AfterEach
    void done() {
        erasing.close();
    }

    @Test
    @Rule("R-DEL-03")
    void anErasedStudentDoesNotComeBackWithTheOldLineButMayEnrolAnew() {
        erasing.applied(erasing.order());
        JsonNode old = school.enrolledAgain(child, SINCE, null);
        assertThat(old.get("change").asString()).isEqualTo("ERASED");
        assertThat(old.has("studentId")).isFalse();
        traces.nothingPersonalIsLeft();
        JsonNode anew = school.enrolledAgain(child, School.today().plusDays(1), null);
        assertThat(anew.get("change").asString()).isEqualTo("CREATED");
        assertThat(anew.get("studentId").asString()).isNotEqualTo(child.id().toString());
    }

    @Test
    @Rule("R-DEL-03")
    void whatARestoreBroughtBackIsErasedAgainWhenTheServiceStarts() {
        RESTORED.forEach(
                table -> traces.run("create table " + copyOf(table) + " as select * from " + table + of(table)));
        erasing.applied(erasing.order());
        traces.nothingPersonalIsLeft();

        restore();
        assertThat(traces.name()).contains(child.name());
        assertThat(traces.words()).isEqualTo(1);

        erasures.stop();
        erasures.start();
        traces.nothingPersonalIsLeft();
        erasing.nobodyIsToldAnything(purpose, before);
        assertThat(school.enrolledAgain(child, SINCE, null).get("change").asString())
                .isEqualTo("ERASED");
        erasing.chainHolds();
    }

    @Test
    @Rule("R-DEL-03")
    void theJournalKeepsEveryErasureOfAStudent() {
        String first =
                erasing.applied(erasing.words(child.mother(), purpose, true)).toString();
        String second =
                erasing.applied(erasing.words(child.mother(), purpose, true)).toString();
        String third = erasing.applied(erasing.order()).toString();
        try (Topic journal = new Topic(Topics.ERASURES, child.id())) {
            await().atMost(Erasing.SOON)
                    .untilAsserted(() -> assertThat(journal.events(ErasureJournalV1.TYPE))
                            .last()
                            .satisfies(all -> assertThat(all.get("erasures")
                                            .valueStream()
                                            .map(erasure ->
                                                    erasure.get("requestId").asString()))
                                    .containsExactly(first, second, third)));
        }
    }

    @Test
    @Rule("R-DEL-03")
    void aJournalThatWasLostIsWrittenAgain() {
        String request = erasing.applied(erasing.order()).toString();
        replay.refill().as(transaction::transactional).block();
        try (Topic journal = new Topic(Topics.ERASURES, child.id())) {
            await().atMost(Erasing.SOON)
                    .untilAsserted(() -> assertThat(journal.events(ErasureJournalV1.TYPE))
                            .hasSizeGreaterThan(1)
                            .allSatisfy(all -> assertThat(
                                            all.at("/erasures/0/requestId").asString())
                                    .isEqualTo(request)));
        }
    }

    /** As a database from before the erasure is, apart from the ledger, which nothing is taken from. */
    private void restore() {
        traces.run("set session_replication_role = replica; "
                + "delete from erasure_journal" + of("erasure_journal") + "; delete from erased_number; "
                + "delete from student_version" + of("student_version")
                + "; set session_replication_role = origin");
        RESTORED.reversed().forEach(table -> traces.run("delete from " + table + of(table)));
        RESTORED.forEach(table -> traces.run("insert into " + table + " select * from " + copyOf(table)));
    }

    private String of(String table) {
        return " where " + (table.startsWith("vault") ? "subject" : "student_id") + " = '" + child.id() + "'";
    }

    private static String copyOf(String table) {
        return "copied_" + table.replace('.', '_');
    }
}

package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.consent.application.RebuildRecords;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** 64 writers at once, on one student and on many: no decision is lost, no place in the ledger left out or taken twice. */
@RealParts
class ManyWritersIT {
    private static final int WRITERS = 64;

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    RebuildRecords rebuildRecords;

    private School school;
    private String purpose;

    @BeforeEach
    void school() {
        school = School.at(port);
        purpose = school.publishNamed("Hồ sơ sức khỏe");
    }

    @Test
    @Rule("R-CON-10")
    void onOneStudentTheyStandInLine() {
        Child child = school.child(5);
        String ofMother = notice(child, child.mother());
        String ofFather = notice(child, child.father());

        List<Integer> statuses = atOnce(IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(i -> () -> i % 2 == 0
                        ? decide(child, child.mother(), ofMother, i % 3 == 0 ? "REFUSED" : "GIVEN")
                        : decide(child, child.father(), ofFather, "GIVEN"))
                .toList());

        assertThat(statuses).hasSize(WRITERS).containsOnly(201);
        assertThat(places(child))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, WRITERS).boxed().toList());
        holds(child);
    }

    @Test
    void onManyStudentsNobodyWaitsInVain() {
        List<Child> children =
                IntStream.range(0, WRITERS).mapToObj(i -> school.child(5)).toList();
        List<Callable<Integer>> writers = new ArrayList<>();
        for (Child child : children) {
            String notice = notice(child, child.mother());
            writers.add(() -> decide(child, child.mother(), notice, "GIVEN"));
        }

        assertThat(atOnce(writers)).hasSize(WRITERS).containsOnly(201);

        for (Child child : children) {
            assertThat(places(child)).containsExactly(1L);
            holds(child);
        }
    }

    private String notice(Child child, UUID person) {
        return school.serve(child, person, Role.GUARDIAN, purpose).get("id").asString();
    }

    private int decide(Child child, UUID person, String notice, String decision) {
        return school.decisions(child, person, Role.GUARDIAN, School.answer(purpose, decision, notice))
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> writers) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(writers).stream().map(Future::resultNow).toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while writing", stopped);
        }
    }

    private List<Long> places(Child child) {
        return database.sql("select seq from decision where student_id = $1 order by seq")
                .bind(0, child.id())
                .map(row -> row.get("seq", Long.class))
                .all()
                .collectList()
                .block();
    }

    private void holds(Child child) {
        assertThat(School.json(school.get(
                                "/v1/students/" + child.id() + "/ledger/verification",
                                Tokens.system(Role.DATA_PROTECTION_OFFICER)))
                        .get("valid")
                        .asBoolean())
                .isTrue();
        assertThat(rebuildRecords.drifts(child.id()).block()).isEmpty();
    }
}

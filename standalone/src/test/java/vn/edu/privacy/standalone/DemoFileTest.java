package vn.edu.privacy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.demo.DemoGuardianship;
import vn.edu.privacy.standalone.demo.DemoStudent;
import vn.edu.privacy.standalone.machine.DataFolder;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.Secrets;
import vn.edu.privacy.standalone.sector.SectorStore;

class DemoFileTest {

    @TempDir
    private Path parent;

    private DataFolder folder;
    private SectorStore store;
    private DemoStudent first;
    private DemoFile file;

    @BeforeEach
    void open() {
        folder = DataFolder.take(parent.resolve("data"));
        store = SectorStore.open(folder.resolve("sector-database.json"), LocalDate.of(2026, 11, 24));
        store.rememberStudentIds(store.world().students().stream()
                .map(DemoStudent::sectorId)
                .collect(Collectors.toMap(Function.identity(), DemoFileTest::studentId)));
        // not the one that would come first anyway
        first = store.world().exemplary().get(3);
        file = DemoFile.of(store, first, Ports.usual(), Secrets.of(folder));
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void theFirstStudentIsTheOneToTryThingsWith() {
        DemoFile.Person student = file.first("student");

        assertThat(student.personId()).isEqualTo(first.person().personId());
        assertThat(student.studentIds()).containsExactly(studentId(first.sectorId()));
    }

    @Test
    void theFirstTwoGuardiansAreTheParentsOfTheFirstStudent() {
        List<DemoFile.Person> guardians = file.people().stream()
                .filter(person -> person.role().equals("guardian"))
                .limit(2)
                .toList();

        assertThat(guardians.stream().map(DemoFile.Person::personId))
                .containsExactlyInAnyOrderElementsOf(first.guardians().stream()
                        .map(DemoGuardianship::personId)
                        .toList());
        assertThat(guardians)
                .allSatisfy(guardian -> assertThat(guardian.studentIds()).contains(studentId(first.sectorId())));
    }

    @Test
    void everyRoleHasALoginAndEverySchoolASystem() {
        assertThat(file.people().stream().map(DemoFile.Person::role))
                .contains(
                        "guardian",
                        "student",
                        "school-officer",
                        "school-staff",
                        "head-of-unit",
                        "data-protection-officer",
                        "department-officer",
                        "inspector");
        assertThat(file.people())
                .allSatisfy(person -> assertThat(person.password()).hasSizeGreaterThanOrEqualTo(8));
        assertThat(file.systems())
                .extracting(DemoFile.System::role, DemoFile.System::schoolId)
                .containsExactlyInAnyOrder(
                        tuple("school-system", "hoa-sen"),
                        tuple("school-system", "sao-mai"),
                        tuple("roster-system", null));
    }

    @Test
    void onlyItsOwnerMayReadItAndItGoesWhenTheSystemStops() throws IOException {
        file.write(folder);

        Path path = folder.resolve("demo.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(JsonMapper.shared().readValue(Files.readString(path, StandardCharsets.UTF_8), DemoFile.class))
                .isEqualTo(file);

        DemoFile.remove(folder);
        assertThat(path).doesNotExist();
    }

    private static UUID studentId(String sectorId) {
        return UUID.nameUUIDFromBytes(sectorId.getBytes(StandardCharsets.UTF_8));
    }
}

package vn.edu.privacy.standalone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.demo.DemoPerson;
import vn.edu.privacy.standalone.demo.DemoRealm;
import vn.edu.privacy.standalone.demo.DemoStudent;
import vn.edu.privacy.standalone.demo.DemoWorld;
import vn.edu.privacy.standalone.machine.DataFolder;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.Secrets;
import vn.edu.privacy.standalone.sector.SectorStore;

/** {@code demo.json}: addresses and logins for scripts. It is there only while the system is ready. */
public record DemoFile(
        boolean ready,
        String consent,
        String notification,
        String keycloak,
        String realm,
        List<Person> people,
        List<System> systems) {

    /** A login; {@code studentIds} are the children, or oneself for a student. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            String role,
            String username,
            String password,
            @Nullable UUID personId,
            @Nullable String schoolId,
            List<UUID> studentIds) {}

    /** A client with client credentials. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record System(
            String role,
            String clientId,
            String clientSecret,
            @Nullable String schoolId) {}

    static Path in(DataFolder folder) {
        return folder.resolve("demo.json");
    }

    /** @param first the student to stand first among the students, with the parents first among the guardians */
    static DemoFile of(SectorStore store, DemoStudent first, Ports ports, Secrets secrets) {
        DemoWorld world = store.world();
        String password = secrets.readablePassword("demo.people");
        List<DemoPerson> guardians = new ArrayList<>(world.guardians());
        guardians.sort((one, other) -> Boolean.compare(isOf(first, other), isOf(first, one)));
        List<DemoStudent> students = new ArrayList<>(world.students());
        students.remove(first);
        students.addFirst(first);
        List<Person> people = new ArrayList<>();
        for (DemoPerson guardian : guardians) {
            add(people, guardian, password, ids(store, world.childrenOf(guardian.personId())));
        }
        for (DemoStudent student : students) {
            add(people, student.person(), password, ids(store, List.of(student)));
        }
        for (DemoPerson staff : world.staff()) {
            add(people, staff, password, List.of());
        }
        List<System> systems = new ArrayList<>();
        for (String school : DemoWorld.SCHOOLS) {
            systems.add(system("school-system", DemoRealm.schoolSystem(school), secrets, school));
        }
        systems.add(system("roster-system", "roster-sync", secrets, null));
        return new DemoFile(
                true,
                ports.consentUrl(),
                ports.rightsUrl(),
                ports.keycloakUrl(),
                "schools",
                List.copyOf(people),
                List.copyOf(systems));
    }

    private static void add(List<Person> people, DemoPerson person, String password, List<UUID> studentIds) {
        if (person.username() != null) {
            people.add(new Person(
                    person.role(), person.username(), password, person.personId(), person.schoolId(), studentIds));
        }
    }

    private static boolean isOf(DemoStudent student, DemoPerson guardian) {
        return student.guardians().stream()
                .anyMatch(relation -> relation.personId().equals(guardian.personId()));
    }

    private static List<UUID> ids(SectorStore store, List<DemoStudent> students) {
        return students.stream()
                .flatMap(student -> store.studentId(student).stream())
                .toList();
    }

    private static System system(String role, String clientId, Secrets secrets, @Nullable String schoolId) {
        return new System(role, clientId, secrets.password("client." + clientId), schoolId);
    }

    /** The first person of a role. */
    public Person first(String role) {
        return people.stream()
                .filter(person -> person.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    void write(DataFolder folder) {
        DataFolder.writePrivately(
                in(folder), JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    static void remove(DataFolder folder) {
        try {
            Files.deleteIfExists(in(folder));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot remove " + in(folder), e);
        }
    }
}

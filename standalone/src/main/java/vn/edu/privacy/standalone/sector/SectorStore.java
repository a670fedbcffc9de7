package vn.edu.privacy.standalone.sector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.demo.DemoPerson;
import vn.edu.privacy.standalone.demo.DemoSeed;
import vn.edu.privacy.standalone.demo.DemoStudent;
import vn.edu.privacy.standalone.demo.DemoWorld;
import vn.edu.privacy.standalone.machine.DataFolder;

/** What the stand-in knows: the demo's people, our ids for its students, and what it was told to stop. */
public final class SectorStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final DemoWorld world;
    private final Map<UUID, DemoStudent> students = new HashMap<>();
    private final Map<UUID, DemoPerson> people = new HashMap<>();
    private final Map<UUID, DemoPerson> guardians = new HashMap<>();
    private Kept kept;

    private SectorStore(Path file, Kept kept) {
        this.file = file;
        this.kept = kept;
        this.world = DemoSeed.of(kept.asOf());
        world.guardians().forEach(person -> guardians.put(person.personId(), person));
        people.putAll(guardians);
        world.staff().forEach(person -> people.put(person.personId(), person));
        world.students().forEach(student -> people.put(student.person().personId(), student.person()));
        indexStudents();
    }

    /** Opens the store in a file; the first time the demo's people are as old as described on {@code today}. */
    public static SectorStore open(Path file, LocalDate today) {
        if (!Files.exists(file)) {
            SectorStore store = new SectorStore(file, new Kept(today, Map.of(), Map.of()));
            store.save();
            return store;
        }
        try {
            return new SectorStore(file, JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Kept.class));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    record Kept(LocalDate asOf, Map<String, UUID> studentIds, Map<String, Instruction> instructions) {}

    /** What a holder was told, as data-holder API and file carry it. */
    record Instruction(
            String holder,
            UUID instructionId,
            String kind,
            UUID studentId,
            @Nullable String schoolId,
            String purpose,
            List<String> dataCategories,
            @Nullable List<Correction> corrections,
            @Nullable UUID requestId,
            Instant dueBy,
            Instant receivedAt) {

        /** Whether the other says the same, whenever it came in. */
        boolean saysTheSameAs(Instruction other) {
            return equals(new Instruction(
                    other.holder,
                    other.instructionId,
                    other.kind,
                    other.studentId,
                    other.schoolId,
                    other.purpose,
                    other.dataCategories,
                    other.corrections,
                    other.requestId,
                    other.dueBy,
                    receivedAt));
        }
    }

    /** What is to be put right. */
    record Correction(String category, @Nullable String was, String value) {}

    public DemoWorld world() {
        return world;
    }

    /** Keeps our ids of the students, by their sector number, as the roster synchronisation was answered. */
    public synchronized void rememberStudentIds(Map<String, UUID> bySectorId) {
        if (kept.studentIds().entrySet().containsAll(bySectorId.entrySet())) {
            return;
        }
        Map<String, UUID> all = new HashMap<>(kept.studentIds());
        all.putAll(bySectorId);
        kept = new Kept(kept.asOf(), all, kept.instructions());
        indexStudents();
        save();
    }

    /** Our id of a student, once the roster has been synchronised. */
    public synchronized Optional<UUID> studentId(DemoStudent student) {
        return Optional.ofNullable(kept.studentIds().get(student.sectorId()));
    }

    synchronized Optional<DemoStudent> student(UUID studentId) {
        return Optional.ofNullable(students.get(studentId));
    }

    Optional<DemoPerson> person(UUID personId) {
        return Optional.ofNullable(people.get(personId));
    }

    /** A parent or guardian, whose own data the sector database has. */
    Optional<DemoPerson> guardian(UUID personId) {
        return Optional.ofNullable(guardians.get(personId));
    }

    synchronized Optional<Instruction> instruction(String holder, UUID id) {
        return Optional.ofNullable(kept.instructions().get(holder + "/" + id));
    }

    /** What a holder was told about a student, oldest first. */
    synchronized List<Instruction> instructions(String holder, UUID studentId) {
        return kept.instructions().values().stream()
                .filter(each -> each.holder().equals(holder) && each.studentId().equals(studentId))
                .sorted(Comparator.comparing(Instruction::receivedAt))
                .toList();
    }

    /** Keeps an instruction unless it is known already; returns the kept one. */
    synchronized Instruction keep(Instruction instruction) {
        String key = instruction.holder() + "/" + instruction.instructionId();
        Instruction known = kept.instructions().get(key);
        if (known != null) {
            return known;
        }
        Map<String, Instruction> all = new HashMap<>(kept.instructions());
        all.put(key, instruction);
        kept = new Kept(kept.asOf(), kept.studentIds(), all);
        save();
        return instruction;
    }

    private void indexStudents() {
        students.clear();
        for (DemoStudent student : world.students()) {
            UUID id = kept.studentIds().get(student.sectorId());
            if (id != null) {
                students.put(id, student);
            }
        }
    }

    private void save() {
        DataFolder.writePrivately(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(kept));
    }
}

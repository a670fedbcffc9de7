package vn.edu.privacy.consent.roster;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.RequiredColumn;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** The roster in PostgreSQL. */
@Repository
class R2dbcStudents implements Students {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DatabaseClient database;
    private final SubjectKeys keys;
    private final Majority majority;
    private final R2dbcMandates mandates;
    private final Clock clock;

    R2dbcStudents(DatabaseClient database, SubjectKeys keys, Majority majority, R2dbcMandates mandates, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.majority = majority;
        this.mandates = mandates;
        this.clock = clock;
    }

    @Override
    public Mono<StudentFacts> facts(UUID studentId) {
        return factsOf(List.of(studentId)).next();
    }

    @Override
    public Flux<StudentFacts> ofPerson(UUID personId) {
        LocalDate today = today();
        return database.sql("""
                        select student_id from student where person_id = :person
                        union select student_id from guardianship where person_id = :person
                        union select student_id from representation where representative = :person""")
                .bind("person", personId)
                .map(row -> RequiredColumn.get(row, "student_id", UUID.class))
                .all()
                .collectList()
                .flatMapMany(this::factsOf)
                .filterWhen(student -> acting(student, personId, today).hasElement())
                .sort(Comparator.comparing(student ->
                        student.enrolment(today).map(Enrolment::className).orElse("")));
    }

    @Override
    public Mono<Capacity> capacity(UUID personId, UUID studentId) {
        return acting(personId, studentId).map(Acting::capacity);
    }

    @Override
    public Mono<Acting> acting(UUID personId, UUID studentId) {
        LocalDate today = today();
        return facts(studentId).flatMap(student -> acting(student, personId, today));
    }

    private Mono<Acting> acting(StudentFacts student, UUID person, LocalDate today) {
        return Mono.justOrEmpty(authority(student, person, today))
                .map(capacity -> Acting.self(person, capacity))
                .switchIfEmpty(Mono.defer(() -> represented(student, person, today)));
    }

    private Mono<Acting> represented(StudentFacts student, UUID person, LocalDate today) {
        boolean adult = majority.reached(student.birthDate(), today);
        return mandates.of(person, student.studentId(), today)
                .collectList()
                .flatMapIterable(held -> held)
                .mapNotNull(held -> authority(student, held.represented(), today)
                        .filter(capacity -> capacity != Capacity.SELF || adult)
                        .map(capacity -> new Acting(person, held.represented(), capacity, held.mandate()))
                        .orElse(null))
                .next();
    }

    @Override
    public Mono<Map<UUID, StudentName>> names(Collection<UUID> studentIds) {
        if (studentIds.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Seen.note(studentIds)
                .thenMany(database.sql("select student_id, name_sealed from student where student_id = any(:ids)")
                        .bind("ids", studentIds.toArray(UUID[]::new))
                        .map(row -> new SubjectKeys.Sealed(
                                RequiredColumn.get(row, "student_id", UUID.class),
                                RequiredColumn.get(row, "name_sealed", byte[].class)))
                        .all())
                .collectList()
                .flatMap(closed -> keys.openAll(closed).map(opened -> named(closed, opened)));
    }

    @Override
    public Flux<StudentFacts> factsOf(Collection<UUID> studentIds) {
        if (studentIds.isEmpty()) {
            return Flux.empty();
        }
        UUID[] ids = studentIds.toArray(UUID[]::new);
        return Mono.zip(enrolments(ids), guardianships(ids))
                .flatMapMany(parts -> database.sql("""
                                select student_id, school_id, person_id, birth_date, birth_date_source
                                from student where student_id = any(:ids)""")
                        .bind("ids", ids)
                        .map(row -> student(row, parts.getT1(), parts.getT2()))
                        .all());
    }

    private Mono<Map<UUID, List<Enrolment>>> enrolments(UUID[] ids) {
        return database.sql("""
                        select student_id, school_id, class_name, enrolled_from, enrolled_until
                        from enrolment where student_id = any(:ids) order by enrolled_from desc""")
                .bind("ids", ids)
                .map(row -> Map.entry(
                        RequiredColumn.get(row, "student_id", UUID.class),
                        new Enrolment(
                                RequiredColumn.get(row, "school_id", String.class),
                                RequiredColumn.get(row, "class_name", String.class),
                                RequiredColumn.get(row, "enrolled_from", LocalDate.class),
                                row.get("enrolled_until", LocalDate.class))))
                .all()
                .collectList()
                .map(R2dbcStudents::grouped);
    }

    private Mono<Map<UUID, List<Guardianship>>> guardianships(UUID[] ids) {
        return database.sql("""
                        select student_id, person_id, capacity, valid_from, valid_until, suspended_from, suspended_until
                        from guardianship where student_id = any(:ids) order by valid_from, person_id""")
                .bind("ids", ids)
                .map(row -> Map.entry(
                        RequiredColumn.get(row, "student_id", UUID.class),
                        new Guardianship(
                                RequiredColumn.get(row, "person_id", UUID.class),
                                Capacity.valueOf(RequiredColumn.get(row, "capacity", String.class)),
                                RequiredColumn.get(row, "valid_from", LocalDate.class),
                                row.get("valid_until", LocalDate.class),
                                row.get("suspended_from", LocalDate.class),
                                row.get("suspended_until", LocalDate.class))))
                .all()
                .collectList()
                .map(R2dbcStudents::grouped);
    }

    private Optional<Capacity> authority(StudentFacts student, UUID person, LocalDate today) {
        return Authority.of(student, person, majority.reached(student.birthDate(), today), today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static StudentFacts student(
            Readable row, Map<UUID, List<Enrolment>> enrolments, Map<UUID, List<Guardianship>> guardians) {
        UUID id = RequiredColumn.get(row, "student_id", UUID.class);
        return new StudentFacts(
                id,
                RequiredColumn.get(row, "school_id", String.class),
                row.get("person_id", UUID.class),
                row.get("birth_date", LocalDate.class),
                BirthDateSource.valueOf(RequiredColumn.get(row, "birth_date_source", String.class))
                        .verified(),
                enrolments.getOrDefault(id, List.of()),
                guardians.getOrDefault(id, List.of()));
    }

    private static Map<UUID, StudentName> named(List<SubjectKeys.Sealed> sealed, List<Optional<byte[]>> opened) {
        Map<UUID, StudentName> names = new HashMap<>();
        for (int i = 0; i < sealed.size(); i++) {
            UUID id = sealed.get(i).subject();
            opened.get(i)
                    .ifPresent(name -> names.put(id, new StudentName(id, new String(name, StandardCharsets.UTF_8))));
        }
        return names;
    }

    private static <T> Map<UUID, List<T>> grouped(List<Map.Entry<UUID, T>> entries) {
        Map<UUID, List<T>> groups = new HashMap<>();
        entries.forEach(entry ->
                groups.computeIfAbsent(entry.getKey(), id -> new ArrayList<>()).add(entry.getValue()));
        return groups;
    }
}

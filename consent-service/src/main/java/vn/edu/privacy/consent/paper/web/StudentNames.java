package vn.edu.privacy.consent.paper.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.roster.StudentName;
import vn.edu.privacy.consent.roster.Students;

/** Names on the desk's pages; a dash for a student whose data was erased. */
@Component
class StudentNames {
    static final String NAMELESS = "—";

    private final Students students;

    StudentNames(Students students) {
        this.students = students;
    }

    /** One name. */
    Mono<String> of(UUID studentId) {
        return students.names(List.of(studentId)).map(names -> name(names, studentId));
    }

    /** Names by student, every student named. */
    Mono<Map<UUID, String>> of(Collection<UUID> studentIds) {
        return students.names(studentIds)
                .map(names ->
                        studentIds.stream().distinct().collect(Collectors.toMap(id -> id, id -> name(names, id))));
    }

    private static String name(Map<UUID, StudentName> names, UUID id) {
        StudentName name = names.get(id);
        return name == null ? NAMELESS : name.full();
    }
}

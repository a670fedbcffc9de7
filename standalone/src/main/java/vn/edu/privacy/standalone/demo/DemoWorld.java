package vn.edu.privacy.standalone.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everybody in the demo.
 *
 * @param asOf the day on which the ages are as described; the day of a data folder's first start
 */
public record DemoWorld(
        LocalDate asOf, List<DemoStudent> students, List<DemoPerson> guardians, List<DemoPerson> staff) {

    /** The school with a class of every grade. */
    public static final String FIRST_SCHOOL = "hoa-sen";

    /** The small school. */
    public static final String SECOND_SCHOOL = "sao-mai";

    public static final List<String> SCHOOLS = List.of(FIRST_SCHOOL, SECOND_SCHOOL);

    /** What the schools are called, by language. */
    public static final Map<String, Map<String, String>> NAMES = Map.of(
            FIRST_SCHOOL, Map.of("vi", "Trường phổ thông Hoa Sen", "en", "Hoa Sen School"),
            SECOND_SCHOOL, Map.of("vi", "Trường tiểu học Sao Mai", "en", "Sao Mai Primary School"));

    public List<DemoStudent> studentsOf(String schoolId) {
        return students.stream()
                .filter(student -> student.schoolId().equals(schoolId))
                .toList();
    }

    /** The students with a relation to this guardian, also an ended or suspended one. */
    public List<DemoStudent> childrenOf(UUID guardian) {
        return students.stream()
                .filter(student -> student.guardians().stream()
                        .anyMatch(relation -> relation.personId().equals(guardian)))
                .toList();
    }

    /** Students who could be the first to try things with: 8 to 15, first school, father and mother in force. */
    public List<DemoStudent> exemplary() {
        return students.stream()
                .filter(student -> student.schoolId().equals(FIRST_SCHOOL))
                .filter(student -> student.ageOn(asOf) >= 8 && student.ageOn(asOf) <= 14)
                .filter(student -> student.hasBothParentsOn(asOf))
                .toList();
    }
}

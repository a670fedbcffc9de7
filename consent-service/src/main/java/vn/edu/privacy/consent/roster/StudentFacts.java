package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the roster knows of a student, apart from the name.
 *
 * @param studentId our own opaque id
 * @param schoolId the school of the newest enrolment
 * @param personId the student's own login, when there is one
 * @param birthDate unknown when absent
 * @param birthDateVerified whether its source is one that Decree 13 art. 20.2 accepts (R-CH-03)
 * @param enrolments all of them, newest first
 * @param guardians every relation, past ones too
 */
public record StudentFacts(
        UUID studentId,
        String schoolId,
        @Nullable UUID personId,
        @Nullable LocalDate birthDate,
        boolean birthDateVerified,
        List<Enrolment> enrolments,
        List<Guardianship> guardians) {
    public StudentFacts {
        enrolments = List.copyOf(enrolments);
        guardians = List.copyOf(guardians);
    }

    /** The enrolment in force on that day. */
    public Optional<Enrolment> enrolment(LocalDate day) {
        return enrolments.stream().filter(enrolment -> enrolment.inForce(day)).findFirst();
    }
}

package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Who may act for a student on a day. */
final class Authority {
    private Authority() {}

    /**
     * The capacity in which a person acts.
     *
     * @param adult whether the student is of age on that day
     */
    static Optional<Capacity> of(StudentFacts student, UUID person, boolean adult, LocalDate day) {
        if (person.equals(student.personId())) {
            return Optional.of(Capacity.SELF);
        }
        if (adult) {
            return Optional.empty();
        }
        return student.guardians().stream()
                .filter(relation -> relation.personId().equals(person) && relation.inForce(day))
                .map(Guardianship::capacity)
                .findFirst();
    }
}

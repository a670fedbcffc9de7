package vn.edu.privacy.contracts.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole of what the roster knows of a student, after a change.
 *
 * @param studentId our own opaque id, UUID version 7
 * @param schoolId the school where the student is enrolled
 * @param version grows with each change of this student; a consumer drops what is not newer than what it holds
 * @param personId the student's own login, when there is one
 * @param birthDate unknown when absent
 * @param birthDateVerified whether the source of the birth date is one that Decree 13 art. 20.2 accepts
 * @param enrolledFrom first day at the school
 * @param enrolledUntil first day no longer at the school, when known
 * @param guardians every relation, past ones too
 */
public record StudentChangedV1(
        UUID studentId,
        String schoolId,
        long version,
        @Nullable UUID personId,
        @Nullable LocalDate birthDate,
        boolean birthDateVerified,
        LocalDate enrolledFrom,
        @Nullable LocalDate enrolledUntil,
        List<Guardianship> guardians) {

    /** CloudEvents type. */
    public static final String TYPE = "roster.student.changed.v1";

    /**
     * A relation of a guardian to the student; dates are whole days in Asia/Ho_Chi_Minh, an end is exclusive.
     *
     * @param personId the guardian
     * @param capacity FATHER, MOTHER or GUARDIAN
     * @param from first day in force
     * @param until first day no longer in force, when known
     * @param suspendedFrom first day of a suspension by a court (Civil Code art. 49, 136)
     * @param suspendedUntil first day after the suspension, when known
     */
    public record Guardianship(
            UUID personId,
            String capacity,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate suspendedFrom,
            @Nullable LocalDate suspendedUntil) {}
}

package vn.edu.privacy.consent.roster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the sector database says of a school's students.
 *
 * @param asOf the state of the sector database that this is
 * @param complete whether students of the school that are absent here have left it
 * @param students at most 1000
 */
record RosterBatch(
        @NotNull Instant asOf,
        @NotNull Boolean complete,
        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Line> students) {

    /** One student; dates are whole days in Asia/Ho_Chi_Minh, ends exclusive. */
    record Line(
            @NotNull @Size(min = 4, max = 40) @Pattern(regexp = "^[A-Za-z0-9-]+$")
            String sectorId,

            @NotBlank @Size(max = 200) String name,
            @Nullable LocalDate birthDate,
            @NotNull BirthDateSource birthDateSource,
            @NotBlank @Size(max = 20) String className,
            @Nullable UUID personId,
            @NotNull LocalDate enrolledFrom,
            @Nullable LocalDate enrolledUntil,
            @NotNull @Size(max = 10) List<@NotNull @Valid Relation> guardians) {}

    /** One guardian. */
    record Relation(
            @NotNull UUID personId,
            @NotNull GuardianCapacity capacity,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate suspendedFrom,
            @Nullable LocalDate suspendedUntil) {}

    /** A guardian is never the student. */
    enum GuardianCapacity {
        FATHER,
        MOTHER,
        GUARDIAN
    }
}

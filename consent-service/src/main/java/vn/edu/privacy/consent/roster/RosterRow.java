package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A student to write. Rows go to PostgreSQL as one JSON parameter; bytes are written the way {@code bytea} reads them.
 *
 * @param sectorIndex blind index of the sector number
 * @param sectorSealed the sector number, sealed
 * @param nameSealed the name, sealed
 * @param schoolId the school of the newest enrolment
 * @param digest keyed digest of the line
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RosterRow(
        UUID studentId,
        String sectorIndex,
        String sectorSealed,
        String nameSealed,
        @Nullable UUID personId,
        @Nullable LocalDate birthDate,
        BirthDateSource birthDateSource,
        String schoolId,
        String className,
        LocalDate enrolledFrom,
        @Nullable LocalDate enrolledUntil,
        String digest,
        List<Relation> guardians) {

    /** A guardian of that student. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Relation(
            UUID studentId,
            UUID personId,
            RosterBatch.GuardianCapacity capacity,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate suspendedFrom,
            @Nullable LocalDate suspendedUntil) {}
}

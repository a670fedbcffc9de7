package vn.edu.privacy.standalone.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student in a school's class.
 *
 * @param birthDate absent when the school does not know it
 * @param birthDateSource SECTOR_DATABASE, BIRTH_CERTIFICATE, or DECLARED (unverified)
 * @param family other words for who looks after the student, for the reader of the demo's data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemoStudent(
        String schoolId,
        String sectorId,
        DemoPerson person,
        @Nullable LocalDate birthDate,
        String birthDateSource,
        String className,
        LocalDate enrolledFrom,
        String family,
        List<DemoGuardianship> guardians) {

    /** Age in whole years, -1 when the birth date is not known. */
    public int ageOn(LocalDate day) {
        return birthDate == null ? -1 : Period.between(birthDate, day).getYears();
    }

    /** Whether a father and a mother both have their relation in force. */
    public boolean hasBothParentsOn(LocalDate day) {
        return guardians.stream()
                                .filter(relation -> relation.inForceOn(day))
                                .map(DemoGuardianship::capacity)
                                .distinct()
                                .count()
                        == 2
                && guardians.size() == 2;
    }
}

package vn.edu.privacy.notification.guardianship;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the roster says of one student. */
final class Rows {
    private Rows() {}

    static Claim claim(Readable row) {
        return new Claim(
                Objects.requireNonNull(row.get("school_id", String.class)),
                row.get("birth_date", LocalDate.class),
                Boolean.TRUE.equals(row.get("self", Boolean.class)),
                row.get("capacity", String.class),
                Boolean.TRUE.equals(row.get("for_guardian", Boolean.class)),
                Boolean.TRUE.equals(row.get("for_student", Boolean.class)),
                Boolean.TRUE.equals(row.get("late", Boolean.class)));
    }

    static Family family(Readable row) {
        return new Family(
                row.get("person_id", UUID.class),
                row.get("birth_date", LocalDate.class),
                List.of(Objects.requireNonNull(row.get("guardians", UUID[].class))));
    }

    /** What a person is to a student. */
    record Claim(
            String schoolId,
            @Nullable LocalDate birth,
            boolean self,
            @Nullable String capacity,
            boolean forGuardian,
            boolean forStudent,
            boolean late) {
        Optional<Acting> acting(Ages ages, LocalDate day) {
            if (self) {
                return ages.mayAct(birth, day) ? Optional.of(new Acting("SELF", schoolId)) : Optional.empty();
            }
            boolean adult = ages.isAdult(birth, day);
            if (capacity != null && !adult) {
                return Optional.of(new Acting(capacity, schoolId));
            }
            return (adult ? forStudent : forGuardian) ? Optional.of(Acting.representative(schoolId)) : Optional.empty();
        }
    }

    /** Who belongs to a student. */
    record Family(@Nullable UUID student, @Nullable LocalDate birth, List<UUID> guardians) {
        List<UUID> concerned(Ages ages, LocalDate day) {
            List<UUID> people = ages.isAdult(birth, day) ? new ArrayList<>() : new ArrayList<>(guardians);
            if (student != null && ages.mayAct(birth, day)) {
                people.add(student);
            }
            return people;
        }
    }
}

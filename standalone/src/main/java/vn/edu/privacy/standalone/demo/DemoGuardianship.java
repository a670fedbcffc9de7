package vn.edu.privacy.standalone.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dated relation of a guardian to a student, as a roster carries it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemoGuardianship(
        UUID personId,
        String capacity,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate suspendedFrom,
        @Nullable LocalDate suspendedUntil) {

    static DemoGuardianship since(DemoPerson person, String capacity, LocalDate from) {
        return new DemoGuardianship(person.personId(), capacity, from, null, null, null);
    }

    DemoGuardianship endedOn(LocalDate day) {
        return new DemoGuardianship(personId, capacity, from, day, suspendedFrom, suspendedUntil);
    }

    DemoGuardianship suspendedSince(LocalDate day) {
        return new DemoGuardianship(personId, capacity, from, until, day, null);
    }

    boolean inForceOn(LocalDate day) {
        return !from.isAfter(day) && (until == null || until.isAfter(day)) && suspendedFrom == null;
    }
}

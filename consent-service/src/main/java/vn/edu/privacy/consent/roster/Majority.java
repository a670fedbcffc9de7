package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.contracts.law.Birthdays;

/** When guardians no longer act for a student: from the age that the regimes name (R-CH-24). */
@Component
public class Majority {
    private final LawInForce law;

    Majority(LawInForce law) {
        this.law = law;
    }

    /** Whether somebody born on that day is of age; never while the birth date is unknown. */
    public boolean reached(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate != null
                && !today.isBefore(Birthdays.adultOn(birthDate, law.on(today).adultFromAge()));
    }
}

package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.edu.privacy.contracts.law.Birthdays;
import vn.edu.privacy.contracts.law.Regimes;

/** When guardians no longer act for a student: from the age that the regimes name (R-CH-24). */
@Component
class Majority {
    private final Regimes regimes = Regimes.load();
    private final Collection<String> upheld;

    Majority(@Value("${privacy.law.uphold:}") List<String> upheld) {
        this.upheld = upheld;
    }

    /** Whether somebody born on that day is of age; never while the birth date is unknown. */
    boolean reached(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate != null
                && !today.isBefore(Birthdays.adultOn(
                        birthDate, regimes.parties(today, upheld).adultFromAge()));
    }
}

package vn.edu.privacy.consent.announcement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.edu.privacy.contracts.law.Regimes;

/** The ages of the law in force on a day and of the regimes upheld with it (R-REG-03, R-REG-04). */
@Component
class LawInForce {
    /** The zone of every date that the law means. */
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Regimes regimes = Regimes.load();
    private final List<String> upheld;

    LawInForce(@Value("${privacy.law.uphold:}") List<String> upheld) {
        this.upheld = List.copyOf(upheld);
    }

    DecidingAges on(LocalDate day) {
        return new DecidingAges(regimes.parties(day, upheld));
    }
}

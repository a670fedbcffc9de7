package vn.edu.privacy.consent.law;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.contracts.law.Regime;
import vn.edu.privacy.contracts.law.Regime.DualConsentScope;
import vn.edu.privacy.contracts.law.Regimes;

/** Who must decide by the law in force on a day and the regimes upheld with it (R-REG-03, R-REG-04, R-CH-20, R-CH-21). */
public final class LawInForce {
    /** The zone of every date that the law means. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Regimes regimes = Regimes.load();
    private final List<String> upheld;
    private final Regime.@Nullable Minor16To17 minor16to17;
    private final DualConsentScope dualConsentScope;

    /**
     * What the operator has chosen.
     *
     * @param upheld ids of earlier regimes whose stricter rules are kept
     * @param minor16to17 who decides at 16 and 17; as the regimes say when absent
     * @param dualConsentScope for which purposes both are asked; the narrower one holds only where the regime in force
     *     knows it
     */
    public LawInForce(
            List<String> upheld, Regime.@Nullable Minor16To17 minor16to17, DualConsentScope dualConsentScope) {
        this.upheld = List.copyOf(upheld);
        this.minor16to17 = minor16to17;
        this.dualConsentScope = dualConsentScope;
    }

    /** The ages that hold on that day. */
    public Regime.Parties on(LocalDate day) {
        Regime.Parties parties = regimes.parties(day, upheld).with(scope(day));
        return minor16to17 == null ? parties : parties.with(minor16to17);
    }

    /** The stricter reading unless both the operator and the regime in force go by the narrower one (R-CH-11, R-CH-20). */
    private DualConsentScope scope(LocalDate day) {
        DualConsentScope lawful = regimes.inForce(day).parties().dualConsentScope();
        return lawful == dualConsentScope ? lawful : DualConsentScope.ALL_PURPOSES;
    }
}

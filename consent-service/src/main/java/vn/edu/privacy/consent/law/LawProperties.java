package vn.edu.privacy.consent.law;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.edu.privacy.contracts.law.Regime;

/**
 * Which law is followed besides the one in force.
 *
 * @param uphold ids of earlier regimes whose stricter rules are kept (R-REG-04)
 * @param minor16to17 who decides at 16 and 17, where the law is silent (R-CH-21); as the regimes say when absent
 * @param dualConsentScope for which purposes pupil and representative decide together (R-CH-20). {@code DISCLOSURE_ONLY}
 *     goes by the narrower reading of Law 91/2025 art. 24.2, also where an earlier regime is upheld for its other promises
 */
@ConfigurationProperties("privacy.law")
record LawProperties(
        @DefaultValue("ND13_2023") List<String> uphold,
        Regime.@Nullable Minor16To17 minor16to17,
        @DefaultValue("ALL_PURPOSES") Regime.DualConsentScope dualConsentScope) {}

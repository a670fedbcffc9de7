package vn.edu.privacy.contracts.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body of law in force from a date; a decision or request keeps the one of the day it was received (R-REG-03).
 *
 * @param id stable id, for instance {@code LAW91_2025}
 * @param titles by language
 * @param from first day in force, Asia/Ho_Chi_Minh
 * @param until first day no longer in force, when it ended
 * @param authority whom a person turns to when the unit's answer does not content them, by language
 * @param parties who must decide
 * @param clocks by request type (WITHDRAW, ACCESS …); a type that is absent has no clock in this regime
 * @param extensions by request type; a type that is absent cannot be extended in this regime
 * @param breach what is done when the rules of data protection were violated
 * @param refusals by request type, the grounds on which it may be refused; a type that is absent cannot be refused
 */
public record Regime(
        String id,
        Map<String, String> titles,
        LocalDate from,
        @Nullable LocalDate until,
        Map<String, String> authority,
        Parties parties,
        Map<String, List<ClockRule>> clocks,
        Map<String, ExtensionRule> extensions,
        BreachRule breach,
        Map<String, List<RefusalRule>> refusals) {

    /** The clocks of a request type, none when the regime is silent. */
    public List<ClockRule> clocks(String requestType) {
        return clocks.getOrDefault(requestType, List.of());
    }

    /** The one extension of a request type, when the regime knows any. */
    public Optional<ExtensionRule> extension(String requestType) {
        return Optional.ofNullable(extensions.get(requestType));
    }

    /** The grounds on which a request of a type may be refused, in the order of the law. */
    public List<RefusalRule> refusals(String requestType) {
        return refusals.getOrDefault(requestType, List.of());
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /**
     * Who must decide about a student's data.
     *
     * @param childDecidesFromAge full years from which the child's own decision is needed (R-CH-02)
     * @param adultFromAge full years from which the student alone decides (R-CH-24)
     * @param dualConsentScope whether both are needed for every purpose, or only where data is disclosed (R-CH-20)
     * @param minor16to17 who decides for a student of 16 or 17 (R-CH-21)
     */
    public record Parties(
            int childDecidesFromAge, int adultFromAge, DualConsentScope dualConsentScope, Minor16To17 minor16to17) {

        /** The same with another rule for 16 and 17, which the law leaves open. */
        public Parties with(Minor16To17 other) {
            return new Parties(childDecidesFromAge, adultFromAge, dualConsentScope, other);
        }

        /** The same with another reading of when both decide together. */
        public Parties with(DualConsentScope other) {
            return new Parties(childDecidesFromAge, adultFromAge, other, minor16to17);
        }
    }

    /** For which purposes the child's and the representative's consent are needed together. */
    public enum DualConsentScope {
        /** Every purpose. */
        ALL_PURPOSES,
        /** Purposes that publish or disclose private life. */
        DISCLOSURE_ONLY
    }

    /** Who decides for students of 16 and 17, where both regimes are silent. */
    public enum Minor16To17 {
        /** The student and a representative. */
        DUAL,
        /** The student; a parent is told. */
        SELF_WITH_PARENT_NOTICE,
        /** The student alone. */
        SELF;

        /** Full years from which on this holds. */
        public static final int FROM_AGE = 16;
    }
}

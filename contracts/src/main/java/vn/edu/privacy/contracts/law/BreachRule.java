package vn.edu.privacy.contracts.law;

import java.util.Optional;
import java.util.Set;

/**
 * What a regime demands when the rules of data protection were violated (Decree 13 art. 23; Law 91 art. 23).
 *
 * @param regime id of the regime
 * @param authority within what time the authority is told
 * @param onlyWhereHarmful whether the authority is told only of what may harm the state or a person
 * @param lateReasons whether what is told late needs the reasons
 * @param form number of the regime's form, as the annex counts it
 * @param people when the people concerned are told, where the regime says
 * @param keepFileYears how many full years the file is kept after the remedy; 0 where the regime names none
 */
public record BreachRule(
        String regime,
        Limit authority,
        boolean onlyWhereHarmful,
        boolean lateReasons,
        String form,
        Optional<PeopleRule> people,
        int keepFileYears) {

    /**
     * A limit in hours; it never rolls to another day (R-DL-05).
     *
     * @param hours how many, 1 or more
     * @param from which moment they are counted from
     * @param article the provision, as shown to people
     * @param rule the rule's id in the legal digest, for instance {@code R-BR-01}
     */
    public record Limit(int hours, From from, String article, String rule) {}

    /**
     * When the people concerned are told.
     *
     * @param limit within what time
     * @param kinds the kinds of data, any of which obliges
     */
    public record PeopleRule(Limit limit, Set<String> kinds) {
        public PeopleRule {
            kinds = Set.copyOf(kinds);
        }
    }

    /** The moment that hours are counted from. */
    public enum From {
        /** When the violation occurred. */
        OCCURRENCE,
        /** When it was detected. */
        DETECTION
    }
}

package vn.edu.privacy.contracts.law;

/**
 * How long the law gives for one step of a request.
 *
 * @param code which step
 * @param amount how many units, 1 or more
 * @param unit hours run from the exact moment; days as the Civil Code art. 147 and 148 count them
 * @param article the provision, as shown to people
 * @param rule the rule's id in the legal digest, for instance {@code R-WD-07}
 */
public record ClockRule(Code code, int amount, Unit unit, String article, String rule) {

    /** The step that a clock measures. */
    public enum Code {
        /** Reply to the person. */
        ACKNOWLEDGE,
        /** Carry the request out. */
        FULFIL,
        /** Carry it out where a processor or third party must act too. */
        FULFIL_WITH_THIRD_PARTY,
        /** Carry it out as an earlier regime promised, upheld on top of the law in force. */
        PROMISE,
        /** Decide on an appeal against a refusal. */
        APPEAL
    }

    /** How the amount counts. */
    public enum Unit {
        /** From the exact moment, weekends included (Civil Code art. 147.1). */
        HOURS,
        /** The first day not counted; the end of the last, rolled to a working day (art. 147.2, 148.5). */
        DAYS,
        /** Days that are neither weekend nor holiday. */
        WORKING_DAYS
    }
}

package vn.edu.privacy.notification.incident.domain;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Which steps a violation needs besides telling the authority. */
public final class Checklist {
    private Checklist() {}

    /**
     * The steps that it needs.
     *
     * @param unreached whether some of the people could not be reached one by one
     */
    public static Set<Step> needed(Facts facts, BreachLaw law, boolean unreached) {
        EnumSet<Step> needed = EnumSet.of(Step.MINUTE, Step.DEPARTMENT_TOLD);
        if (facts.holder() != null && facts.holderReportedAt() == null) {
            needed.add(Step.HOLDER_TOLD);
        }
        if (law.asksForPeople(facts.kinds())) {
            needed.add(Step.PEOPLE_TOLD);
            if (unreached) {
                needed.add(Step.PUBLIC_NOTICE);
            }
        }
        return needed;
    }

    /** Those of them that were not taken yet. */
    public static Set<Step> outstanding(Facts facts, BreachLaw law, boolean unreached, Collection<StepDone> done) {
        Set<Step> left = needed(facts, law, unreached);
        done.forEach(each -> left.remove(each.step()));
        return left;
    }
}

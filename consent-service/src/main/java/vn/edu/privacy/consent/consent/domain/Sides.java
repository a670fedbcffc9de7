package vn.edu.privacy.consent.consent.domain;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The required sides with the latest decision of each of their people.
 *
 * @param latest the decisions by required side
 * @param canBeSatisfied false while the birth date is unknown or unverified: no decision suffices then (R-CH-03)
 */
record Sides(Map<Side, List<Decision>> latest, boolean canBeSatisfied) {

    boolean any(SideAnswer answer) {
        return latest.values().stream().anyMatch(decisions -> answer(decisions) == answer);
    }

    boolean all(SideAnswer answer) {
        return latest.values().stream().allMatch(decisions -> answer(decisions) == answer);
    }

    Set<Side> missing() {
        Set<Side> missing = EnumSet.noneOf(Side.class);
        latest.forEach((side, decisions) -> {
            if (answer(decisions) == SideAnswer.UNANSWERED) {
                missing.add(side);
            }
        });
        return missing;
    }

    /** The decisions on which a PERMIT rests. */
    List<Decision> counting() {
        return latest.values().stream()
                .flatMap(List::stream)
                .filter(decision -> decision.kind() == DecisionKind.GIVEN)
                .toList();
    }

    /** Whether a required side has no consent under the newest MAJOR version; one guardian's renewal suffices. */
    boolean stale(int majorVersion) {
        return latest.values().stream()
                .anyMatch(side -> renewed(side, majorVersion).isEmpty());
    }

    /** What every one of those granted who consented under the newest MAJOR version. */
    Set<String> categories(int majorVersion) {
        List<Decision> renewed = renewed(counting(), majorVersion);
        Set<String> granted = new HashSet<>(renewed.getFirst().categories());
        renewed.forEach(decision -> granted.retainAll(decision.categories()));
        return granted;
    }

    private static List<Decision> renewed(List<Decision> decisions, int majorVersion) {
        return decisions.stream()
                .filter(decision -> decision.kind() == DecisionKind.GIVEN)
                .filter(decision -> decision.majorVersion() >= majorVersion)
                .toList();
    }

    private static SideAnswer answer(List<Decision> decisions) {
        boolean given = has(decisions, DecisionKind.GIVEN);
        boolean refused = has(decisions, DecisionKind.REFUSED);
        if (has(decisions, DecisionKind.WITHDRAWN)) {
            return SideAnswer.WITHDRAWN;
        }
        if (given && refused) {
            return SideAnswer.CONFLICT;
        }
        if (given) {
            return SideAnswer.GIVEN;
        }
        return refused ? SideAnswer.REFUSED : SideAnswer.UNANSWERED;
    }

    private static boolean has(List<Decision> decisions, DecisionKind kind) {
        return decisions.stream().anyMatch(decision -> decision.kind() == kind);
    }
}

package vn.edu.privacy.consent.consent.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.Entry.Decision;
import vn.edu.privacy.consent.consent.domain.Entry.Settlement;

/**
 * The required sides with the latest decision of each of their people, on a day.
 *
 * @param latest the decisions by required side
 * @param settlement what guardians who disagreed have settled on
 * @param day the day, Asia/Ho_Chi_Minh
 * @param canBeSatisfied false while the birth date is unknown or unverified: no decision suffices then (R-CH-03)
 */
record Sides(Map<Side, List<Decision>> latest, @Nullable Settlement settlement, LocalDate day, boolean canBeSatisfied) {

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

    /** The agreements on which a PERMIT may rest. */
    List<Decision> counting() {
        return latest.values().stream()
                .flatMap(List::stream)
                .filter(decision -> decision.kind() == DecisionKind.GIVEN)
                .toList();
    }

    /** Whether all that a required side granted is over by what it granted itself; one guardian's open end suffices. */
    boolean ended() {
        return latest.values().stream().anyMatch(side -> unended(side).isEmpty());
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

    /** The agreements under the newest MAJOR version. */
    List<Decision> renewed(int majorVersion) {
        return renewed(counting(), majorVersion);
    }

    private List<Decision> renewed(List<Decision> decisions, int majorVersion) {
        return unended(decisions).stream()
                .filter(decision -> decision.majorVersion() >= majorVersion)
                .toList();
    }

    private List<Decision> unended(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.kind() == DecisionKind.GIVEN)
                .filter(decision -> !decision.endedOn(day))
                .toList();
    }

    private SideAnswer answer(List<Decision> decisions) {
        boolean given = has(decisions, DecisionKind.GIVEN);
        boolean refused = has(decisions, DecisionKind.REFUSED);
        if (has(decisions, DecisionKind.WITHDRAWN)) {
            return SideAnswer.WITHDRAWN;
        }
        if (given && refused) {
            return settled(decisions);
        }
        if (given) {
            return SideAnswer.GIVEN;
        }
        return refused ? SideAnswer.REFUSED : SideAnswer.UNANSWERED;
    }

    /** A settlement decides between those who decided before it; whoever decides anew opens the matter again. */
    private SideAnswer settled(List<Decision> decisions) {
        Settlement known = settlement;
        boolean holds = known != null && decisions.stream().allMatch(decision -> decision.seq() < known.seq());
        if (known == null || !holds) {
            return SideAnswer.CONFLICT;
        }
        return known.granted() ? SideAnswer.GIVEN : SideAnswer.REFUSED;
    }

    private static boolean has(List<Decision> decisions, DecisionKind kind) {
        return decisions.stream().anyMatch(decision -> decision.kind() == kind);
    }
}

package vn.edu.privacy.consent.consent.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.Entry.Check;
import vn.edu.privacy.consent.consent.domain.Entry.Correction;
import vn.edu.privacy.consent.consent.domain.Entry.Decision;
import vn.edu.privacy.consent.consent.domain.Entry.Erasure;
import vn.edu.privacy.consent.consent.domain.Entry.Order;
import vn.edu.privacy.consent.consent.domain.Entry.Restriction;
import vn.edu.privacy.consent.consent.domain.Entry.Settlement;

/**
 * What entries say when they are read with their checks and corrections.
 *
 * @param decisions those that stand, by seq; unchecked ones still need their check
 * @param settlement the newest settlement that counts
 * @param ended whether an authority ended the processing
 * @param restricted whether anybody's restriction stands
 */
record History(List<Decision> decisions, @Nullable Settlement settlement, boolean ended, boolean restricted) {

    static List<Entry> sorted(Collection<? extends Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingLong(Entry::seq))
                .<Entry>map(entry -> entry)
                .toList();
    }

    /** The newest correction of each entry, by its seq. */
    private static Map<Long, Correction> corrections(List<Entry> seen, List<Entry> learntLater) {
        Map<Long, Correction> corrections = new HashMap<>();
        Stream.concat(seen.stream(), learntLater.stream()).forEach(entry -> {
            if (entry instanceof Correction correction) {
                corrections.put(correction.target(), correction);
            }
        });
        return corrections;
    }

    /**
     * Reads entries.
     *
     * @param seen in order
     * @param learntLater corrections that were made afterwards, and hold for the past too; in order
     */
    static History of(List<Entry> seen, List<Entry> learntLater) {
        Map<Long, Correction> corrections = corrections(seen, learntLater);
        Set<Long> confirmed = new HashSet<>();
        Set<Long> rejected = new HashSet<>();
        for (Entry entry : seen) {
            if (entry instanceof Check check && !left(check, corrections)) {
                (check.confirmed() ? confirmed : rejected).add(check.target());
            }
        }
        List<Decision> decisions = new ArrayList<>();
        Set<UUID> restricting = new HashSet<>();
        Settlement settlement = null;
        boolean ended = false;
        for (Entry entry : seen) {
            if (left(entry, corrections) || rejected.contains(entry.seq())) {
                continue;
            }
            switch (entry) {
                case Decision decision -> {
                    Correction wrong = corrections.get(decision.seq());
                    Decision read = wrong == null ? decision : decision.readAs(Objects.requireNonNull(wrong.readAs()));
                    decisions.add(confirmed.contains(decision.seq()) ? read.checked() : read);
                }
                case Settlement settled -> settlement = confirmed.contains(settled.seq()) ? settled : settlement;
                case Order order -> ended = true;
                case Restriction asked when asked.imposed() -> restricting.add(asked.asker());
                case Restriction lifted -> restricting.remove(lifted.asker());
                case Erasure erased -> {
                    decisions = withoutThoseWhoAgreed(decisions);
                    settlement = null;
                }
                case Check check -> {}
                case Correction correction -> {}
            }
        }
        return new History(List.copyOf(decisions), settlement, ended, !restricting.isEmpty());
    }

    /** Whoever's newest decision is an agreement has not answered; what that agreement had replaced is not back. */
    private static List<Decision> withoutThoseWhoAgreed(List<Decision> decisions) {
        Set<UUID> agreed = latest(decisions).values().stream()
                .filter(decision -> decision.kind() == DecisionKind.GIVEN)
                .map(Decision::party)
                .collect(Collectors.toSet());
        return new ArrayList<>(decisions.stream()
                .filter(decision -> !agreed.contains(decision.party()))
                .toList());
    }

    private static Map<UUID, Decision> latest(List<Decision> decisions) {
        Map<UUID, Decision> latest = new HashMap<>();
        decisions.forEach(decision -> latest.put(decision.party(), decision));
        return latest;
    }

    private static boolean left(Entry entry, Map<Long, Correction> corrections) {
        Correction wrong = corrections.get(entry.seq());
        return wrong != null && (wrong.readAs() == null || !(entry instanceof Decision));
    }

    /**
     * Whether an entry may bring a PERMIT: somebody's will does, a fact does not (row 11). Lifting a restriction counts
     * when the one who asked for it lifts it.
     */
    static boolean expressesWill(Entry entry) {
        return switch (entry) {
            case Decision decision -> true;
            case Settlement settlement -> false;
            case Check check -> check.confirmed();
            case Restriction restriction -> !restriction.imposed() && restriction.byAsker();
            case Order order -> false;
            case Erasure erased -> false;
            case Correction correction -> false;
        };
    }

    /** Whether anybody's newest decision is an agreement, so that there is something to withdraw. */
    static boolean agreementStands(Collection<? extends Entry> entries) {
        return latest(of(sorted(entries), List.of()).decisions()).values().stream()
                .anyMatch(decision -> decision.kind() == DecisionKind.GIVEN);
    }
}

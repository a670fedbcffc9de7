package vn.edu.privacy.notification.incident.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.contracts.law.BreachRule;
import vn.edu.privacy.contracts.law.BreachRule.From;
import vn.edu.privacy.contracts.law.Regimes;

/**
 * The rules that a violation is handled by: those of the law in force when it was detected and of the upheld one, side by
 * side; where they differ the stricter one binds (R-BR-12).
 *
 * @param rules one per regime, the one in force first
 */
public record BreachLaw(List<BreachRule> rules) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public BreachLaw {
        rules = List.copyOf(rules);
    }

    /** The rules of those regimes. */
    public static BreachLaw of(Regimes regimes, List<String> ids) {
        return new BreachLaw(ids.stream().map(id -> regimes.byId(id).breach()).toList());
    }

    /** The ids of the regimes. */
    public List<String> regimes() {
        return rules.stream().map(BreachRule::regime).toList();
    }

    /**
     * The deadlines that run.
     *
     * @param assessment null before there is one: then it is taken to be harmful
     * @param toldAuthority when the authority was first told, or null
     * @param toldPeople when the people were told, or null
     * @return the nearest first
     */
    public List<IncidentClock> clocks(
            Facts facts,
            @Nullable Assessment assessment,
            @Nullable Instant toldAuthority,
            @Nullable Instant toldPeople) {
        List<IncidentClock> clocks = new ArrayList<>();
        for (BreachRule rule : rules) {
            if (asksForAuthority(rule, assessment)) {
                clocks.add(clock(IncidentClock.Code.AUTHORITY, rule, rule.authority(), facts, toldAuthority));
            }
            rule.people()
                    .filter(people -> obliges(people, facts.kinds()))
                    .ifPresent(people ->
                            clocks.add(clock(IncidentClock.Code.PEOPLE, rule, people.limit(), facts, toldPeople)));
        }
        clocks.sort((one, other) -> one.due().compareTo(other.due()));
        return List.copyOf(clocks);
    }

    /** Whether any of the laws has the authority told (R-BR-10; Decree 13 knows no threshold). */
    public boolean asksForAuthority(Assessment assessment) {
        return rules.stream().anyMatch(rule -> asksForAuthority(rule, assessment));
    }

    /** Whether any of the laws has the people told (R-BR-11). */
    public boolean asksForPeople(Set<DataKind> kinds) {
        return rules.stream().flatMap(rule -> rule.people().stream()).anyMatch(people -> obliges(people, kinds));
    }

    /** Whether what is first sent then needs the reasons for being late (R-BR-01). */
    boolean needsReasons(Facts facts, Assessment assessment, Instant sentAt) {
        return rules.stream()
                .filter(rule -> rule.lateReasons() && asksForAuthority(rule, assessment))
                .anyMatch(rule -> clock(IncidentClock.Code.AUTHORITY, rule, rule.authority(), facts, sentAt)
                        .isMissed(sentAt));
    }

    /** Until when the file is kept at least: full years from the remedy, the longest that any of the laws names. */
    Optional<Instant> keepUntil(Instant remediedAt) {
        return rules.stream()
                .filter(rule -> rule.keepFileYears() > 0)
                .map(rule ->
                        remediedAt.atZone(ZONE).plusYears(rule.keepFileYears()).toInstant())
                .max(Instant::compareTo);
    }

    private static boolean asksForAuthority(BreachRule rule, @Nullable Assessment assessment) {
        return !rule.onlyWhereHarmful()
                || assessment == null
                || !assessment.harm().isEmpty();
    }

    private static boolean obliges(BreachRule.PeopleRule people, Set<DataKind> kinds) {
        return kinds.stream().anyMatch(kind -> people.kinds().contains(kind.name()));
    }

    private static IncidentClock clock(
            IncidentClock.Code code, BreachRule rule, BreachRule.Limit limit, Facts facts, @Nullable Instant metAt) {
        boolean unknown = limit.from() == From.OCCURRENCE && facts.occurredAt() == null;
        Instant from = limit.from() == From.OCCURRENCE
                ? Objects.requireNonNullElse(facts.occurredAt(), facts.detectedAt())
                : facts.detectedAt();
        return new IncidentClock(
                code,
                rule.regime(),
                from.plus(Duration.ofHours(limit.hours())),
                unknown ? From.DETECTION : limit.from(),
                unknown,
                limit.article(),
                metAt);
    }
}

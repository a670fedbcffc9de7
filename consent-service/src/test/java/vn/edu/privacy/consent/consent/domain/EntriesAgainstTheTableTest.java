package vn.edu.privacy.consent.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.consent.consent.domain.Entry.Decision;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.platform.testing.Rule;

/**
 * Histories of every kind of entry against a second reading of the table that shares no line with the rules: all short
 * ones in some worlds, and long ones by chance (seeded) in every world.
 */
class EntriesAgainstTheTableTest {
    private static final int LAST_DAY = 5;
    private static final int SHORT = 3;
    private static final int LONG = 5;
    private static final int RANDOM_HISTORIES = 40_000;
    private static final Terms TERMS = new Terms(
            Case.SCHOOL, 1, World.day(5).atStartOfDay(ConsentRules.ZONE).toInstant(), Case.PARTIES, true, 0);

    private final Map<Integer, Integer> rowsSeen = new HashMap<>();

    @Test
    @Rule({"R-CON-09", "R-CH-04", "R-CH-12", "R-CH-22", "R-WD-01"})
    void everyShortHistoryOfEntriesReadsAsTheTableSays() {
        List<World> worlds = World.all().stream()
                .filter(world -> world.name().endsWith("both parents, 1 stay(s)")
                        || world.name().startsWith("below 7")
                        || world.name().startsWith("18 on day 4"))
                .toList();
        for (World world : worlds) {
            compareAll(world, List.of());
        }
        assertThat(rowsSeen.keySet()).as("rows of the table met").contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12);
    }

    @Test
    void longHistoriesReadAsTheTableSays() {
        Random chance = new Random(20_261_125);
        List<World> worlds = World.all();
        for (int i = 0; i < RANDOM_HISTORIES; i++) {
            List<Entry> entries = new ArrayList<>();
            for (int seq = 1; seq <= LONG; seq++) {
                List<IntFunction<Entry>> acts = acts(entries);
                entries.add(acts.get(chance.nextInt(acts.size())).apply(seq));
            }
            World world = worlds.get(chance.nextInt(worlds.size()));
            for (int day = 1; day <= LAST_DAY; day++) {
                compare(world, entries, day);
            }
        }
        assertThat(rowsSeen.get(12)).as("of them with a PERMIT").isGreaterThan(1_000);
    }

    private void compareAll(World world, List<Entry> entries) {
        compare(world, entries, Math.max(1, entries.size()));
        compare(world, entries, Math.min(LAST_DAY, entries.size() + 1));
        if (entries.size() == SHORT) {
            return;
        }
        for (IntFunction<Entry> act : acts(entries)) {
            List<Entry> longer = new ArrayList<>(entries);
            longer.add(act.apply(entries.size() + 1));
            compareAll(world, longer);
        }
    }

    private void compare(World world, List<Entry> entries, int day) {
        Evaluation found = ConsentRules.evaluate(
                entries.subList(0, Math.min(day, entries.size())), world.facts(), TERMS, Case.noon(World.day(day)));
        boolean ageKnown = !world.required().apply(day).isEmpty();
        int row = ageKnown ? row(world, entries, day) : 0;
        boolean agrees = ageKnown ? found.state().row() == row : found.answer() != Answer.PERMIT;
        if (!agrees) {
            fail("%s, day %d, %s: the table says row %d, the rules say %s", world.name(), day, entries, row, found);
        }
        rowsSeen.merge(row, 1, Integer::sum);
    }

    /** Row 11 looks back day by day: was there somebody's will today, or else was it permitted already yesterday? */
    private static int row(World world, List<Entry> entries, int day) {
        int row = rowWithoutMemory(world, entries, day);
        return row == 12 && !permitted(world, entries, day) ? 11 : row;
    }

    private static boolean permitted(World world, List<Entry> entries, int day) {
        if (day == 0 || rowWithoutMemory(world, entries, day) != 12) {
            return false;
        }
        return willOf(entries, day) || permitted(world, entries, day - 1);
    }

    private static boolean willOf(List<Entry> entries, int day) {
        if (day > entries.size()) {
            return false;
        }
        Entry entry = entries.get(day - 1);
        return entry instanceof Decision
                || entry instanceof Entry.Check check && check.confirmed()
                || entry instanceof Entry.Restriction lifted && !lifted.imposed() && lifted.byAsker();
    }

    private static int rowWithoutMemory(World world, List<Entry> all, int day) {
        Reading read = Reading.of(all.subList(0, Math.min(all.size(), day)));
        if (read.ended) {
            return 1;
        }
        if (!read.restricted.isEmpty()) {
            return 2;
        }
        Set<Side> required = world.required().apply(day);
        boolean childAsked = required.contains(Side.STUDENT);
        boolean parentsAsked = required.contains(Side.GUARDIAN);
        String child = childAsked ? read.words.getOrDefault(Case.STUDENT, "") : "";
        String father = parentsAsked && world.father().test(day) ? read.words.getOrDefault(Case.FATHER, "") : "";
        String mother = parentsAsked && world.mother().test(day) ? read.words.getOrDefault(Case.MOTHER, "") : "";
        String parents = father + mother;
        String words = child + parents;
        if (words.contains("W")) {
            return 3;
        }
        boolean disagree = parents.toUpperCase(Locale.ROOT).contains("G") && parents.contains("R");
        boolean settled =
                disagree && read.settledAt > Math.max(read.at(father, Case.FATHER), read.at(mother, Case.MOTHER));
        if (disagree && !settled) {
            return 4;
        }
        if (child.contains("R") || (settled ? !read.settledFor : parents.contains("R"))) {
            return 5;
        }
        if (words.isEmpty()) {
            return 6;
        }
        if ((childAsked && child.isEmpty()) || (parentsAsked && parents.isEmpty())) {
            return 7;
        }
        if (words.contains("g")) {
            return 8;
        }
        return day >= 5 || !world.enrolled().test(day) ? 9 : 12;
    }

    /** What was said, as one word a person: G given, g given but unchecked, R refused, W withdrawn. */
    private static final class Reading {
        private final Map<UUID, String> words = new HashMap<>();
        private final Map<UUID, Long> seqs = new HashMap<>();
        private final Set<UUID> restricted = new HashSet<>();
        private boolean ended;
        private boolean settledFor;
        private long settledAt;

        static Reading of(List<Entry> made) {
            Reading reading = new Reading();
            for (Entry entry : made) {
                if (!reading.gone(entry.seq(), made)) {
                    reading.read(entry, made);
                }
            }
            return reading;
        }

        long at(String word, UUID person) {
            return word.isEmpty() ? 0 : seqs.getOrDefault(person, 0L);
        }

        private boolean gone(long seq, List<Entry> made) {
            return verdict(seq, made) == Verdict.WRONG
                    || newestCorrection(seq, made) != null
                            && newestCorrection(seq, made).readAs() == null;
        }

        private static Entry.@Nullable Correction newestCorrection(long seq, List<Entry> made) {
            Entry.Correction newest = null;
            for (Entry entry : made) {
                if (entry instanceof Entry.Correction correction && correction.target() == seq) {
                    newest = correction;
                }
            }
            return newest;
        }

        private static Verdict verdict(long seq, List<Entry> made) {
            Verdict verdict = Verdict.OPEN;
            for (Entry entry : made) {
                if (entry instanceof Entry.Check check && check.target() == seq) {
                    verdict = check.confirmed() ? Verdict.RIGHT : Verdict.WRONG;
                }
            }
            return verdict;
        }

        private void read(Entry entry, List<Entry> made) {
            if (entry instanceof Decision decision) {
                Entry.Correction wrong = newestCorrection(decision.seq(), made);
                DecisionKind kind = wrong == null ? decision.kind() : wrong.readAs();
                boolean open = decision.needsCheck() && verdict(decision.seq(), made) != Verdict.RIGHT;
                words.put(
                        decision.party(),
                        kind == DecisionKind.GIVEN && open ? "g" : kind.name().substring(0, 1));
                seqs.put(decision.party(), decision.seq());
            } else if (entry instanceof Entry.Settlement settlement
                    && verdict(settlement.seq(), made) == Verdict.RIGHT) {
                settledAt = settlement.seq();
                settledFor = settlement.granted();
            } else if (entry instanceof Entry.Order) {
                ended = true;
            } else if (entry instanceof Entry.Restriction restriction) {
                if (restriction.imposed()) {
                    restricted.add(restriction.asker());
                } else {
                    restricted.remove(restriction.asker());
                }
            } else if (entry instanceof Entry.Erasure) {
                words.values().removeIf(word -> word.equalsIgnoreCase("G"));
                settledAt = 0;
            }
        }

        private enum Verdict {
            OPEN,
            RIGHT,
            WRONG
        }
    }

    /** Everything that may come next, by its seq; an entry is recorded at noon of the day that bears its seq. */
    private static List<IntFunction<Entry>> acts(List<Entry> before) {
        List<IntFunction<Entry>> acts = new ArrayList<>();
        for (UUID person : List.of(Case.STUDENT, Case.FATHER, Case.MOTHER)) {
            for (DecisionKind kind : DecisionKind.values()) {
                acts.add(seq -> decision(seq, person, kind, false));
            }
        }
        acts.add(seq -> decision(seq, Case.MOTHER, DecisionKind.GIVEN, true));
        acts.add(seq -> decision(seq, Case.MOTHER, DecisionKind.REFUSED, true));
        for (boolean yes : new boolean[] {true, false}) {
            acts.add(seq -> new Entry.Settlement(seq, yes, noon(seq)));
            acts.add(seq -> new Entry.Restriction(seq, Case.FATHER, false, yes, noon(seq)));
        }
        acts.add(seq -> new Entry.Restriction(seq, Case.FATHER, true, true, noon(seq)));
        acts.add(seq -> new Entry.Order(seq, noon(seq)));
        acts.add(seq -> new Entry.Erasure(seq, noon(seq)));
        for (Entry earlier : before) {
            boolean entered = earlier instanceof Decision decision && decision.needsCheck();
            boolean checked = before.stream()
                    .anyMatch(entry -> entry instanceof Entry.Check check && check.target() == earlier.seq());
            if ((entered || earlier instanceof Entry.Settlement) && !checked) {
                acts.add(seq -> new Entry.Check(seq, earlier.seq(), true, noon(seq)));
                acts.add(seq -> new Entry.Check(seq, earlier.seq(), false, noon(seq)));
            }
            if (entered) {
                acts.add(seq -> new Entry.Correction(seq, earlier.seq(), DecisionKind.REFUSED, noon(seq)));
                acts.add(seq -> new Entry.Correction(seq, earlier.seq(), DecisionKind.GIVEN, noon(seq)));
            }
            if (entered || earlier instanceof Entry.Order || earlier instanceof Entry.Settlement) {
                acts.add(seq -> new Entry.Correction(seq, earlier.seq(), null, noon(seq)));
            }
        }
        return acts;
    }

    private static Decision decision(int seq, UUID person, DecisionKind kind, boolean needsCheck) {
        Capacity capacity = person.equals(Case.STUDENT)
                ? Capacity.SELF
                : person.equals(Case.FATHER) ? Capacity.FATHER : Capacity.MOTHER;
        return new Decision(
                new UUID(3, seq), seq, person, capacity, kind, 1, Case.CATEGORIES, needsCheck, null, false, noon(seq));
    }

    private static Instant noon(int seq) {
        return Case.noon(World.day(seq));
    }
}

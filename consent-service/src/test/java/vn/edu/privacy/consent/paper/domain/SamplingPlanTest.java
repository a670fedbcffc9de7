package vn.edu.privacy.consent.paper.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingPlanTest {
    private static final int MOST = 500;

    private final SamplingPlan plan = new SamplingPlan(10, 5);
    private final Random random = new Random(20261125);

    @Test
    void takesTenLinesOrAFewerWholeOrFivePercentWhateverIsMore() {
        for (int lines = 1; lines <= MOST; lines++) {
            int size = plan.size(lines, 0);
            assertThat(size).isLessThanOrEqualTo(lines);
            assertThat(size == lines || size >= 10).as("%d of %d", size, lines).isTrue();
            assertThat(size * 100).as("%d of %d", size, lines).isGreaterThanOrEqualTo(lines * 5);
            assertThat(size).isEqualTo(Math.min(lines, Math.max(10, (lines + 19) / 20)));
        }
    }

    @Test
    void doublesWithEachRejectionInARowUntilAllIsCompared() {
        for (int lines = 1; lines <= MOST; lines++) {
            for (int rejected = 1; rejected <= 100; rejected++) {
                int before = plan.size(lines, rejected - 1);
                assertThat(plan.size(lines, rejected)).isEqualTo(Math.min(lines, 2 * before));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"9, 5", "10, 4", "10, 101"})
    void cannotBeSetBelowTheLeast(int least, int percent) {
        assertThatThrownBy(() -> new SamplingPlan(least, percent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsThatManyDifferentLinesOfTheBatchAndTheSameOnesAgainFromTheSeed() {
        for (int lines = 1; lines <= 60; lines++) {
            for (int size = 1; size <= lines; size++) {
                byte[] seed = seed();
                SortedSet<Integer> sample = SamplingPlan.draw(seed, lines, size);
                assertThat(sample).hasSize(size);
                assertThat(sample.first()).isGreaterThanOrEqualTo(1);
                assertThat(sample.last()).isLessThanOrEqualTo(lines);
                assertThat(SamplingPlan.draw(seed.clone(), lines, size)).isEqualTo(sample);
            }
        }
    }

    @Test
    void drawsEveryLineAsOftenAsEveryOther() {
        int lines = 40;
        int draws = 20_000;
        int[] times = new int[lines + 1];
        for (int at = 0; at < draws; at++) {
            SamplingPlan.draw(seed(), lines, 10).forEach(line -> times[line]++);
        }

        for (int line = 1; line <= lines; line++) {
            assertThat(times[line] / (double) draws).as("line %d", line).isCloseTo(0.25, within(0.015));
        }
    }

    /** The figures of docs/decisions/0011: how often a batch of 500 with so many wrong lines passes its first sample. */
    @ParameterizedTest
    @CsvSource({"1, 0.95", "5, 0.77", "25, 0.27", "50, 0.07", "100, 0.003"})
    void letsABatchWithManyWrongLinesPassSeldom(int wrong, double passes) {
        int size = plan.size(MOST, 0);
        double unseen = 1;
        for (int at = 0; at < size; at++) {
            unseen *= (double) (MOST - wrong - at) / (MOST - at);
        }
        int passed = 0;
        int tries = 4_000;
        for (int at = 0; at < tries; at++) {
            if (SamplingPlan.draw(seed(), MOST, size).first() > wrong) {
                passed++;
            }
        }

        assertThat(unseen).isCloseTo(passes, within(0.005));
        assertThat(passed / (double) tries).isCloseTo(unseen, within(0.025));
    }

    @Test
    void acceptsOnlyAWholeSampleThatIsRightAndRejectsAtTheFirstWrongLine() {
        for (int size = 1; size <= 6; size++) {
            for (List<Boolean> outcomes : upTo(size)) {
                BatchState expected = outcomes.contains(false)
                        ? BatchState.REJECTED
                        : outcomes.size() < size ? BatchState.SAMPLING : BatchState.ACCEPTED;
                assertThat(BatchState.of(outcomes, size)).isEqualTo(expected);
            }
        }
    }

    private static List<List<Boolean>> upTo(int size) {
        List<List<Boolean>> all = new ArrayList<>();
        for (int length = 0; length <= size; length++) {
            for (int bits = 0; bits < 1 << length; bits++) {
                List<Boolean> outcomes = new ArrayList<>();
                for (int at = 0; at < length; at++) {
                    outcomes.add((bits >> at & 1) == 1);
                }
                all.add(outcomes);
            }
        }
        return all;
    }

    private byte[] seed() {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return seed;
    }
}

package vn.edu.privacy.notification.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.edu.privacy.contracts.law.BreachRule.From;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.incident.domain.IncidentClock.Code;
import vn.edu.privacy.platform.testing.Rule;

class BreachLawTest {
    static final String D13 = "ND13_2023";
    static final String L91 = "LAW91_2025";
    static final BreachLaw BOTH = BreachLaw.of(Regimes.load(), List.of(L91, D13));
    static final BreachLaw LAW_ALONE = BreachLaw.of(Regimes.load(), List.of(L91));
    static final Instant OCCURRED = Instant.parse("2026-11-20T20:30:00Z");
    static final Instant DETECTED = Instant.parse("2026-11-22T23:59:59Z");
    static final Instant RECORDED = Instant.parse("2026-11-26T01:00:00Z");
    static final Duration LIMIT = Duration.ofHours(72);

    private static final Assessment HARMLESS = new Assessment(Set.of(), RECORDED, "officer");
    private static final Assessment HARMFUL = new Assessment(Set.of(Harm.PROPERTY), RECORDED, "officer");

    @Test
    @Rule({"R-BR-01", "R-BR-10", "R-BR-12"})
    void eachLawCountsFromItsOwnMomentAndTheEarlierComesFirst() {
        List<IncidentClock> clocks = BOTH.clocks(facts(OCCURRED, DataKind.BASIC), null, null, null);

        assertThat(clocks)
                .extracting(IncidentClock::regime, IncidentClock::due, IncidentClock::countedFrom)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(D13, OCCURRED.plus(LIMIT), From.OCCURRENCE),
                        org.assertj.core.groups.Tuple.tuple(L91, DETECTED.plus(LIMIT), From.DETECTION));
        assertThat(clocks).extracting(IncidentClock::occurrenceUnknown).containsOnly(false);
    }

    @Test
    @Rule("R-BR-12")
    void unknownOccurrenceGivesWayToTheDetectionAndSaysSo() {
        List<IncidentClock> clocks = BOTH.clocks(facts(null, DataKind.BASIC), null, null, null);

        assertThat(clocks).extracting(IncidentClock::due).containsOnly(DETECTED.plus(LIMIT));
        assertThat(clocks)
                .filteredOn(clock -> clock.regime().equals(D13))
                .extracting(IncidentClock::occurrenceUnknown, IncidentClock::countedFrom)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(true, From.DETECTION));
        assertThat(clocks)
                .filteredOn(clock -> clock.regime().equals(L91))
                .extracting(IncidentClock::occurrenceUnknown)
                .containsExactly(false);
    }

    @Test
    @Rule("R-BR-10")
    void onlyTheLawInForceKnowsAThresholdOfHarm() {
        Facts facts = facts(OCCURRED, DataKind.BASIC);

        assertThat(LAW_ALONE.asksForAuthority(HARMLESS)).isFalse();
        assertThat(LAW_ALONE.asksForAuthority(HARMFUL)).isTrue();
        assertThat(BOTH.asksForAuthority(HARMLESS)).isTrue();
        assertThat(BOTH.clocks(facts, HARMLESS, null, null))
                .extracting(IncidentClock::regime)
                .containsExactly(D13);
        // until somebody has looked, it is taken to be harmful
        assertThat(LAW_ALONE.clocks(facts, null, null, null)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(DataKind.class)
    @Rule("R-BR-11")
    void peopleAreToldOfLocationAndBiometricsWithin72HoursOfDetection(DataKind kind) {
        boolean obliges = kind == DataKind.LOCATION || kind == DataKind.BIOMETRIC;

        assertThat(BOTH.asksForPeople(EnumSet.of(DataKind.BASIC, kind))).isEqualTo(obliges);
        assertThat(BOTH.clocks(facts(OCCURRED, kind), HARMLESS, null, null))
                .filteredOn(clock -> clock.code() == Code.PEOPLE)
                .hasSize(obliges ? 1 : 0)
                .allSatisfy(clock -> assertThat(clock.due()).isEqualTo(DETECTED.plus(LIMIT)));
    }

    @ParameterizedTest
    @EnumSource(Nature.class)
    @Rule("R-BR-06")
    void useOutsideThePurposeAndRightsDeniedAreToldOfLikeAnyOther(Nature nature) {
        Facts leak = facts(OCCURRED, DataKind.BASIC);
        Facts other = new Facts(
                leak.id(),
                leak.reference(),
                leak.regimes(),
                leak.unit(),
                nature,
                leak.kinds(),
                leak.occurredAt(),
                leak.detectedAt(),
                null,
                null,
                leak.contents(),
                leak.recordedAt(),
                leak.recordedBy());

        assertThat(BOTH.clocks(other, HARMFUL, null, null))
                .isNotEmpty()
                .isEqualTo(BOTH.clocks(leak, HARMFUL, null, null));
    }

    @Test
    @Rule("R-BR-01")
    void toldAtTheLastMomentIsInTimeAndAtTheNextIsLate() {
        Facts facts = facts(OCCURRED, DataKind.BASIC);
        Instant due = OCCURRED.plus(LIMIT);

        assertThat(BOTH.needsReasons(facts, HARMFUL, due.minusNanos(1))).isFalse();
        assertThat(BOTH.needsReasons(facts, HARMFUL, due)).isTrue();
        assertThat(LAW_ALONE.needsReasons(facts, HARMFUL, due.plus(LIMIT))).isFalse();
    }

    @Test
    @Rule("R-BR-11")
    void fileIsKeptForFiveFullYearsFromTheRemedyEvenFromALeapDay() {
        assertThat(BOTH.keepUntil(Instant.parse("2028-02-29T03:00:00Z")))
                .contains(Instant.parse("2033-02-28T03:00:00Z"));
        assertThat(BreachLaw.of(Regimes.load(), List.of(D13)).keepUntil(RECORDED))
                .isEmpty();
    }

    static Facts facts(Instant occurred, DataKind kind) {
        return new Facts(
                UUID.randomUUID(),
                "VP-2026-0001",
                List.of(L91, D13),
                "hoa-sen",
                Nature.DISCLOSURE,
                Set.of(kind),
                occurred,
                DETECTED,
                null,
                null,
                new Contents(Map.of(Content.ACT, "Gửi nhầm")),
                RECORDED,
                "officer");
    }
}

package vn.edu.privacy.notification.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.notification.incident.domain.IncidentRefused.Reason;
import vn.edu.privacy.platform.testing.Rule;

class IncidentTest {
    private static final BreachLaw LAW = BreachLawTest.BOTH;
    private static final Instant NOW = BreachLawTest.RECORDED;
    private static final Instant IN_TIME = BreachLawTest.OCCURRED.plus(Duration.ofHours(71));
    private static final Instant LATE = BreachLawTest.OCCURRED.plus(Duration.ofHours(72));
    private static final Assessment HARMFUL = new Assessment(Set.of(Harm.PROPERTY), NOW, "officer");
    private static final Assessment HARMLESS = new Assessment(Set.of(), NOW, "officer");
    private static final Contents ALL =
            new Contents(Arrays.stream(Content.values()).collect(Collectors.toMap(Function.identity(), Content::name)));

    private final Facts facts = BreachLawTest.facts(BreachLawTest.OCCURRED, DataKind.LOCATION);
    private final Incident.Detected detected = new Incident.Detected(facts);

    @Test
    @Rule("R-BR-01")
    void whatIsFirstToldLateNeedsTheReasons() {
        Incident.Notifiable assessed = assessed(facts);

        for (String reasons : new String[] {null, "", " \n"}) {
            assertThatThrownBy(() -> assessed.tell(phase(LATE, false, reasons), LAW))
                    .isInstanceOfSatisfying(
                            IncidentRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.LATE_REASONS_MISSING));
        }
        assertThat(assessed.tell(phase(LATE, false, "Chờ nhà cung cấp xác minh"), LAW)
                        .phases())
                .extracting(Phase::lateReasons)
                .containsExactly("Chờ nhà cung cấp xác minh");
        assertThat(assessed.tell(phase(IN_TIME, false, null), LAW).authorityToldAt())
                .contains(IN_TIME);
    }

    @Test
    @Rule({"R-BR-03", "R-BR-04"})
    void mayBeToldInPartsAndIsCompleteOnlyWithAllItsContents() {
        Incident told = assessed(facts).tell(phase(IN_TIME, false, null), LAW);
        assertThat(told).isInstanceOf(Incident.NotifiedInPart.class);
        Incident.NotifiedInPart inPart = (Incident.NotifiedInPart) told;

        assertThatThrownBy(() -> inPart.tell(phase(LATE, true, null), LAW))
                .isInstanceOfSatisfying(IncidentRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.CONTENTS_MISSING);
                    assertThat(refused.missing())
                            .containsExactly("PLACE", "PARTIES", "QUANTITY", "CONSEQUENCES", "MEASURES");
                });

        Incident.NotifiedInPart learned = inPart.assess(facts.learned(facts.kinds(), null, ALL), HARMFUL, LAW);
        // the first part was in time, so a later one needs no reasons
        Incident complete = learned.tell(phase(LATE, true, null), LAW);
        assertThat(complete.state()).isEqualTo(IncidentState.NOTIFIED);
        assertThat(complete.phases()).hasSize(2);
        assertThat(complete.authorityToldAt()).contains(IN_TIME);
    }

    @Test
    @Rule("R-BR-10")
    void withoutHarmTheLawInForceAloneHasNobodyTold() {
        assertThat(detected.assess(facts, HARMLESS, BreachLawTest.LAW_ALONE))
                .isInstanceOf(Incident.BelowThreshold.class)
                .isNotInstanceOf(Incident.Notifiable.class);
        assertThat(detected.assess(facts, HARMFUL, BreachLawTest.LAW_ALONE)).isInstanceOf(Incident.Notifiable.class);
        assertThat(detected.assess(facts, HARMLESS, LAW)).isInstanceOf(Incident.Notifiable.class);
    }

    @Test
    void nothingIsToldBeforeItWasDetectedOrInTheFuture() {
        Incident.Notifiable assessed = assessed(facts);

        for (Instant at : new Instant[] {BreachLawTest.DETECTED.minusSeconds(1), NOW.plusSeconds(1)}) {
            assertThatThrownBy(() -> assessed.tell(phase(at, false, "Lý do"), LAW))
                    .isInstanceOfSatisfying(
                            IncidentRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.TIMES_CONTRADICT));
        }
    }

    @Test
    @Rule({"R-BR-11", "R-BR-05", "R-BR-13"})
    void isClosedByASecondPersonOnceEveryStepIsTakenAndKeptForYears() {
        Incident.Remedied remedied =
                new Incident.Notified(facts, HARMFUL, List.of()).remedied(NOW.minusSeconds(60), "officer", NOW, LAW);

        assertThat(remedied.remedy().keepUntil()).isAfter(NOW.plus(Duration.ofDays(5 * 365)));
        Set<Step> outstanding = Checklist.outstanding(facts, LAW, true, List.of());
        assertThat(outstanding)
                .containsExactlyInAnyOrder(Step.MINUTE, Step.DEPARTMENT_TOLD, Step.PEOPLE_TOLD, Step.PUBLIC_NOTICE);
        assertThatThrownBy(() -> remedied.close("head", NOW, outstanding))
                .isInstanceOfSatisfying(
                        IncidentRefused.class,
                        refused -> assertThat(refused.missing())
                                .containsExactly("MINUTE", "DEPARTMENT_TOLD", "PEOPLE_TOLD", "PUBLIC_NOTICE"));
        assertThatThrownBy(() -> remedied.close("officer", NOW, Set.of()))
                .isInstanceOfSatisfying(
                        IncidentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.SAME_PERSON));
        assertThat(remedied.close("head", NOW, Set.of()).closure().by()).isEqualTo("head");
    }

    @Test
    @Rule("R-BR-02")
    void processorThatDidNotTellUsHasItsOfficerTold() {
        assertThat(Checklist.needed(at("bus-company", null), LAW, false)).contains(Step.HOLDER_TOLD);
        assertThat(Checklist.needed(at("bus-company", BreachLawTest.DETECTED), LAW, false))
                .doesNotContain(Step.HOLDER_TOLD);
        assertThat(Checklist.needed(facts, LAW, false)).doesNotContain(Step.HOLDER_TOLD);
    }

    @Test
    @Rule("R-BR-12")
    void isNotDetectedBeforeItOccurred() {
        assertThatThrownBy(() -> BreachLawTest.facts(BreachLawTest.DETECTED.plusSeconds(1), DataKind.BASIC))
                .isInstanceOfSatisfying(
                        IncidentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TIMES_CONTRADICT));
    }

    private static Incident.Notifiable assessed(Facts facts) {
        return new Incident.Assessed(facts, HARMFUL);
    }

    private static Phase phase(Instant sentAt, boolean complete, String reasons) {
        return new Phase(sentAt, Phase.Way.AUTHORITY, complete, reasons, NOW, "officer");
    }

    private static Facts at(String holder, Instant reported) {
        return new Facts(
                UUID.randomUUID(),
                "VP-2026-0002",
                List.of(BreachLawTest.L91),
                "hoa-sen",
                Nature.LOSS,
                Set.of(DataKind.BASIC),
                null,
                BreachLawTest.DETECTED,
                holder,
                reported,
                new Contents(Map.of(Content.ACT, "Mất máy")),
                NOW,
                "officer");
    }
}

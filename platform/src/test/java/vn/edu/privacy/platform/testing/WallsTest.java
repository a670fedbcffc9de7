package vn.edu.privacy.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.edu.privacy.platform.testing.fallen.left.Subscribing;
import vn.edu.privacy.platform.testing.fallen.left.Waiting;
import vn.edu.privacy.platform.testing.fallen.right.Fact;
import vn.edu.privacy.platform.testing.fallen.right.SpyingFact;

/** That the walls can fall: each is run against classes that break it. */
class WallsTest {
    private static final String BASE = "vn.edu.privacy.platform.testing.fallen";
    private static final Walls WALLS = Walls.of(BASE);
    private static final JavaClasses FALLEN = new ClassFileImporter().importPackages(BASE);

    static Stream<Arguments> fallen() {
        return Stream.of(
                arguments(WALLS.domainIsPlain(), List.of("Rule", "Mono", "Row", "Fact")),
                arguments(WALLS.applicationKnowsPortsOnly(), List.of("UseCase", "ServerWebExchange")),
                arguments(WALLS.adaptersStandOutside(), List.of("Rule", "UseCase", "Row")),
                arguments(WALLS.adaptersBelongToOneFeature(), List.of("SpyingFact", "Row")),
                arguments(WALLS.featuresFormNoCycle(), List.of("left", "right")),
                arguments(Walls.of(BASE + ".left").neverSees(BASE + ".right"), List.of("Rule", "Fact")),
                arguments(WALLS.nothingWaits(), List.of("forAnAnswer", "forAll", "byReference", "forAWhile")),
                arguments(WALLS.noSubscriptionLosesItsError(), List.of("toNothing", "toTheValueOnly")),
                arguments(
                        WALLS.namesSayWhatAClassIs(),
                        List.of("FactHelper>", "FactDto", "FactImpl", "FactManager", "FactUtils")),
                arguments(WALLS.noFieldInjection(), List.of("Injected.part")),
                arguments(WALLS.oneWayToLog(), List.of("toTheConsole", "toTheErrors", "toAnotherLog")));
    }

    @ParameterizedTest
    @MethodSource("fallen")
    void fallsWhereItIsBroken(ArchRule wall, List<String> culprits) {
        assertThatThrownBy(() -> wall.check(FALLEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(culprits.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("fallen")
    void fallsWhenThereIsNothingToSpeakOf(ArchRule wall, List<String> culprits) {
        JavaClasses elsewhere = new ClassFileImporter().importClasses(WallsTest.class);

        assertThatThrownBy(() -> wall.check(elsewhere))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void everyWallIsTriedHere() {
        List<String> tried = fallen().map(each -> ((ArchRule) each.get()[0]).getDescription())
                .toList();

        assertThat(Walls.of(BASE).ofService())
                .hasSizeGreaterThan(9)
                .extractingFromEntries(Map.Entry::getValue)
                .allSatisfy(wall -> assertThat(tried).contains(((ArchRule) wall).getDescription()));
    }

    @Test
    void anErrorTakenIsNoBareSubscription() {
        assertThat(WALLS.noSubscriptionLosesItsError()
                        .evaluate(FALLEN)
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .noneMatch(detail -> detail.contains("toTheError"));
        assertThat(Subscribing.class.getDeclaredMethods()).extracting("name").contains("toTheError");
    }

    @Test
    void aFactThatIsGivenMayBeKnown() {
        String known = "has parameter of type <" + Fact.class.getName() + ">";

        assertThat(details(WALLS.domainIsPlain())).contains(known);
        assertThat(details(WALLS.withFacts(Fact.class).domainIsPlain()))
                .contains("reactor.core.publisher.Mono")
                .doesNotContain(known, Fact[].class.getName());
    }

    @Test
    void aFactThatIsGivenMustBePlain() {
        assertThat(details(WALLS.withFacts(SpyingFact.class).domainIsPlain()))
                .contains("SpyingFact", "persistence.Row");
    }

    @Test
    void oneClassMayWaitAsLongAsItDoes() {
        WALLS.withWaiting(Waiting.class).nothingWaits().check(FALLEN);

        assertThat(details(WALLS.withWaiting(Waiting.class, Fact.class).nothingWaits()))
                .contains("Fact")
                .doesNotContain("forAWhile");
    }

    private static String details(ArchRule wall) {
        return String.join("\n", wall.evaluate(FALLEN).getFailureReport().getDetails());
    }
}

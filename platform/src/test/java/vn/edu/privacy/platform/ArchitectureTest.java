package vn.edu.privacy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.edu.privacy.platform.messaging.Intake;
import vn.edu.privacy.platform.messaging.JournalReplay;
import vn.edu.privacy.platform.testing.Walls;

class ArchitectureTest {
    private static final Walls WALLS =
            Walls.of("vn.edu.privacy.platform").withWaiting(Intake.class, JournalReplay.class);
    private static final JavaClasses MAIN = WALLS.main();

    @TestFactory
    Stream<DynamicTest> wallsStand() {
        return Walls.tests(WALLS.ofAllCode(), MAIN);
    }

    @Test
    void knowsNoService() {
        WALLS.neverSees("vn.edu.privacy.consent").check(MAIN);
        WALLS.neverSees("vn.edu.privacy.notification").check(MAIN);
    }

    @Test
    void contractsKnowNobodyAndKeepTheSameWalls() {
        Walls contracts = Walls.of("vn.edu.privacy.contracts");
        JavaClasses main = new ClassFileImporter().importPackages("vn.edu.privacy.contracts");

        contracts.neverSees("vn.edu.privacy.platform").check(main);
        contracts.featuresFormNoCycle().check(main);
        assertThat(contracts.ofAllCode()).allSatisfy((name, wall) -> wall.check(main));
    }
}

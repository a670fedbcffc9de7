package vn.edu.privacy.notification;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.edu.privacy.platform.testing.Walls;

class ArchitectureTest {
    private static final Walls WALLS = Walls.of("vn.edu.privacy.notification");
    private static final JavaClasses MAIN = WALLS.main();

    @TestFactory
    Stream<DynamicTest> wallsStand() {
        return Walls.tests(WALLS.ofService(), MAIN);
    }

    @Test
    void neverSeesConsentService() {
        WALLS.neverSees("vn.edu.privacy.consent").check(MAIN);
    }
}

package vn.edu.privacy.consent;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.ClassNames;
import vn.edu.privacy.consent.roster.Enrolment;
import vn.edu.privacy.consent.roster.Guardianship;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.platform.testing.Walls;

class ArchitectureTest {
    private static final Walls WALLS = Walls.of("vn.edu.privacy.consent")
            .withFacts(Capacity.class, ClassNames.class, Enrolment.class, Guardianship.class, StudentFacts.class);
    private static final JavaClasses MAIN = WALLS.main();

    @TestFactory
    Stream<DynamicTest> wallsStand() {
        return Walls.tests(WALLS.ofService(), MAIN);
    }

    @Test
    void neverSeesNotificationService() {
        WALLS.neverSees("vn.edu.privacy.notification").check(MAIN);
    }
}

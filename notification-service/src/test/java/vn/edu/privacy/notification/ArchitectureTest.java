package vn.edu.privacy.notification;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.edu.privacy.platform.testing.Walls;

class ArchitectureTest {
    private static final Walls WALLS = Walls.of("vn.edu.privacy.notification");
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.edu.privacy.notification");

    @TestFactory
    Stream<DynamicTest> wallsStand() {
        return WALLS.ofService().entrySet().stream()
                .map(wall -> DynamicTest.dynamicTest(
                        wall.getKey(), () -> wall.getValue().check(MAIN)));
    }

    @Test
    void neverSeesConsentService() {
        WALLS.neverSees("vn.edu.privacy.consent").check(MAIN);
    }
}

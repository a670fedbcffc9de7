package vn.edu.privacy.platform.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That every rule of the law is proved by a test or openly is not, and that the page which says so is true. */
class LawTraceTest {
    private static final Path ROOT = LawTrace.root();
    private static final Path PAGE = ROOT.resolve("docs/law.md");

    private static LawTrace trace;

    @BeforeAll
    static void readTheSourcesOnce() throws IOException {
        trace = LawTrace.of(ROOT);
    }

    @Test
    void everyRuleIsProvedOrOpenlyIsNot() {
        assertThat(trace.problems()).isEmpty();
    }

    @Test
    void testsOfSeveralModulesAreSeen() {
        assertThat(trace.tests().values())
                .flatMap(tests -> tests)
                .anyMatch(test -> test.startsWith("vn.edu.privacy.contracts."))
                .anyMatch(test -> test.startsWith("vn.edu.privacy.consent."))
                .anyMatch(test -> test.startsWith("vn.edu.privacy.notification."));
    }

    @Test
    void thePageSaysWhatTheSourcesSay() throws IOException {
        if (Boolean.getBoolean("law.write")) {
            Files.writeString(PAGE, trace.page());
        }

        assertThat(PAGE)
                .as("Draw docs/law.md anew: ./mvnw -pl platform -am test -Dtest=LawTraceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dlaw.write=true")
                .hasContent(trace.page());
    }
}

package vn.edu.privacy.platform.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the trace finds what is wrong, on a small folder of its own. */
class LawTraceFallsTest {
    private static final String ASKED = rule("R-CON-04", "");
    private static final String OPEN = rule("R-CON-11", "    open: later\n");

    @TempDir
    private Path root;

    @BeforeEach
    void oneRuleWithATestAndOneWithout() throws IOException {
        catalogue(ASKED + OPEN);
        source("one", "ChecksTest", "@Rule(\"R-CON-04\")\n@Test\nvoid asks() {}\n");
    }

    @Test
    void nothingIsWrongHere() throws IOException {
        LawTrace trace = LawTrace.of(root);

        assertThat(trace.problems()).isEmpty();
        assertThat(trace.page())
                .contains("2 rules: 1 tested, 1 open.")
                .contains("| R-CON-04 | art. 1 | says it | `seed.ChecksTest.asks` |")
                .contains("| R-CON-11 | art. 1 | says it | Open – later |");
    }

    @Test
    void aRuleWithoutTestOrReasonIsFound() throws IOException {
        catalogue(ASKED + OPEN + rule("R-CH-02", ""));

        assertProblem("R-CH-02 has neither a test nor a reason to be open");
    }

    @Test
    void aTestOfAnUnknownRuleIsFound() throws IOException {
        source("two", "OtherTest", "@ParameterizedTest\n@Rule({\"R-CON-04\", \"R-CON-99\"})\nvoid asks(int x) {}\n");

        assertProblem("R-CON-99 is not in the catalogue, but is named by [seed.OtherTest.asks]");
    }

    @Test
    void anOpenRuleWithATestIsFound() throws IOException {
        source("two", "OtherTest", "@Rule(\"R-CON-11\")\nclass OtherTest {\n@Test\nvoid asks() {}\n}\n");

        assertProblem("R-CON-11 is called open, but is named by [seed.OtherTest]");
    }

    @Test
    void aRuleNamedByWhatNeverRunsIsFound() throws IOException {
        source("two", "OtherTest", "@Rule(\"R-CON-04\")\nvoid asks() {}\n");
        assertProblem("@Rule on what is no running test: seed.OtherTest.asks");

        source("two", "OtherTest", "@Test\n@Disabled(\"(slow)\")\n@Rule(\"R-CON-04\")\nvoid asks() {}\n");
        assertProblem("@Rule on what is no running test: seed.OtherTest.asks");

        source("two", "OtherTest", "@Rule(\"R-CON-04\")\nint asks;\n@Test\nvoid other() {}\n");
        assertProblem("@Rule that belongs to no class or method of a test: seed.OtherTest");
    }

    @Test
    void whatStandsBetweenRuleAndMethodDoesNotHideIt() throws IOException {
        source(
                "one",
                "ChecksTest",
                "@Rule(\"R-CON-04\")\n@CsvSource({\"a, (b\", \"c \\\" d)\"})\n@ParameterizedTest(name = \"{0} ({1})\")\n"
                        + "public static void asks(String a) {}\n");

        assertThat(LawTrace.of(root).problems()).isEmpty();
    }

    @Test
    void aCatalogueThatContradictsItselfIsFound() throws IOException {
        catalogue(ASKED + ASKED + rule("R-CON-11", "    open: later\n    missing: half\n")
                + "  - id: R-XY-01\n    article: art. 1\n    open: later\n");

        assertThat(LawTrace.of(root).problems())
                .containsExactly(
                        "R-CON-04 stands twice in the catalogue",
                        "R-CON-11 is open as a whole, so nothing of it is missing",
                        "R-XY-01 is of no family that is traced",
                        "R-XY-01 does not tell its article or what it says");
    }

    private void assertProblem(String problem) throws IOException {
        assertThat(LawTrace.of(root).problems()).containsExactly(problem);
    }

    private void catalogue(String rules) throws IOException {
        Path file = root.resolve(LawTrace.CATALOGUE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "rules:\n" + rules);
    }

    private void source(String module, String type, String body) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("src/test/java/seed"));
        Files.writeString(folder.resolve(type + ".java"), "package seed;\n\n" + body);
    }

    private static String rule(String id, String more) {
        return "  - id: " + id + "\n    article: art. 1\n    says: says it\n" + more;
    }
}

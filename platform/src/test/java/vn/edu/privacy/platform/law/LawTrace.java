package vn.edu.privacy.platform.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The catalogue of rules beside the tests that name them.
 *
 * @param tests qualified names of tests by the rule that they name, known or not
 * @param misplaced what the sources themselves have wrong
 */
record LawTrace(List<RuleEntry> rules, Map<String, Set<String>> tests, List<String> misplaced) {
    static final String CATALOGUE = "contracts/law/rules.yaml";

    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("R-REG", "Which law applies");
        FAMILIES.put("R-CON", "Consent");
        FAMILIES.put("R-NOT", "Notice before processing");
        FAMILIES.put("R-WD", "Withdrawal");
        FAMILIES.put("R-EXC", "Processing without consent");
        FAMILIES.put("R-CH", "Children and guardians");
        FAMILIES.put("R-DL", "Deadlines");
        FAMILIES.put("R-PROV", "Provide");
        FAMILIES.put("R-SEN", "Sensitive data");
        FAMILIES.put("R-ROLE", "Roles");
        FAMILIES.put("R-REC", "View and correct");
        FAMILIES.put("R-DEL", "Delete");
        FAMILIES.put("R-RES", "Restrict");
        FAMILIES.put("R-OBJ", "Object");
        FAMILIES.put("R-BR", "Violations and their notification");
        FAMILIES.put("R-LOG", "Logs");
        FAMILIES.put("R-TR", "Sharing");
        FAMILIES.put("S", "The letter");
    }

    /** Reads catalogue and tests below the root of the modules. */
    static LawTrace of(Path root) throws IOException {
        TestSources sources = TestSources.readAll(root);
        Map<String, Set<String>> tests = sources.proofs().stream()
                .collect(Collectors.groupingBy(
                        TestSources.Proof::rule,
                        TreeMap::new,
                        Collectors.mapping(TestSources.Proof::test, Collectors.toCollection(TreeSet::new))));
        return new LawTrace(RuleEntry.readAll(root.resolve(CATALOGUE)), tests, sources.problems());
    }

    /** The folder that holds the modules, found upwards from where the tests run. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(CATALOGUE))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "no " + CATALOGUE + " above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    /** What stands between rules and tests, one sentence each; none when every rule is proved or openly is not. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(misplaced);
        Set<String> known = new HashSet<>();
        for (RuleEntry rule : rules) {
            if (!known.add(rule.id())) {
                problems.add(rule.id() + " stands twice in the catalogue");
            }
            if (!FAMILIES.containsKey(rule.family())) {
                problems.add(rule.id() + " is of no family that is traced");
            }
            if (rule.article().isEmpty() || rule.says().isEmpty()) {
                problems.add(rule.id() + " does not tell its article or what it says");
            }
            boolean tested = tests.containsKey(rule.id());
            if (!tested && !rule.isOpen()) {
                problems.add(rule.id() + " has neither a test nor a reason to be open");
            }
            if (tested && rule.isOpen()) {
                problems.add(rule.id() + " is called open, but is named by " + tests.get(rule.id()));
            }
            if (rule.isOpen() && !rule.missing().isEmpty()) {
                problems.add(rule.id() + " is open as a whole, so nothing of it is missing");
            }
        }
        tests.forEach((id, names) -> {
            if (!known.contains(id)) {
                problems.add(id + " is not in the catalogue, but is named by " + names);
            }
        });
        return problems;
    }

    /** The page for people, Markdown. */
    String page() {
        long open = rules.stream().filter(RuleEntry::isOpen).count();
        StringBuilder page = new StringBuilder("""
                # From law to tests

                Drawn by the build from `contracts/law/rules.yaml` and the tests' `@Rule`; do not edit. A test stands here only when
                it would fail if the rule were broken. "Not yet" is what of a rule the tests do not prove; an open rule has no test,
                for the reason given. D13 is Decree 13/2023/NĐ-CP, L91 is Law 91/2025/QH15, D356 is Decree 356/2025/NĐ-CP, CC is the
                Civil Code 91/2015/QH13, letter is 8343/SGDĐT-VP; the Vietnamese text decides.

                """);
        page.append("%d rules: %d tested, %d open.\n".formatted(rules.size(), rules.size() - open, open));
        FAMILIES.forEach((family, title) -> {
            page.append("\n## %s (%s)\n\n".formatted(title, family));
            page.append("| rule | article | what it says | tests |\n|---|---|---|---|\n");
            rules.stream().filter(rule -> rule.family().equals(family)).forEach(rule -> page.append(line(rule)));
        });
        return page.toString();
    }

    private String line(RuleEntry rule) {
        List<String> cell = new ArrayList<>();
        tests.getOrDefault(rule.id(), Set.of()).forEach(test -> cell.add("`" + test + "`"));
        if (!rule.missing().isEmpty()) {
            cell.add("Not yet: " + rule.missing());
        }
        if (rule.isOpen()) {
            cell.add("Open – " + rule.open());
        }
        return "| %s | %s | %s | %s |\n".formatted(rule.id(), rule.article(), rule.says(), String.join("<br>", cell));
    }
}

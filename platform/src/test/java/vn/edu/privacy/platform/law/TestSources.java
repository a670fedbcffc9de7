package vn.edu.privacy.platform.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the sources of all modules' tests say about rules. They are read as text, since no module has every other one's
 * tests on its classpath.
 *
 * @param proofs which test names which rule
 * @param problems where a rule is named by something that is no test, each with its place
 */
record TestSources(List<Proof> proofs, List<String> problems) {
    private static final String TESTS = "src/test/java";
    private static final String NAMED = "(?m)^[ \\t]*@Rule\\b";
    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final String ANNOTATION =
            "@[\\w.]+(?:\\((?:[^()\"]++|" + TEXT + "|\\((?:[^()\"]++|" + TEXT + ")*+\\))*+\\))?\\s+";
    private static final Pattern DECLARATION = Pattern.compile("(?<annotations>(?:" + ANNOTATION + ")++)"
            + "(?:(?:public|protected|private|static|final|abstract)\\s+)*+"
            + "(?:class\\s+\\w+|void\\s+(?<method>\\w+)\\s*\\()");
    private static final Pattern RULES = Pattern.compile("@Rule\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern RUNS =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\\b");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");

    /** That a test, by its qualified name, proves a rule. */
    record Proof(String rule, String test) {}

    /** Reads the tests of every module that stands directly below that root. */
    static TestSources readAll(Path root) throws IOException {
        TestSources found = new TestSources(new ArrayList<>(), new ArrayList<>());
        try (Stream<Path> modules = Files.list(root)) {
            List<Path> folders = modules.map(module -> module.resolve(TESTS))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
            for (Path folder : folders) {
                found.readFolder(folder);
            }
        }
        return found;
    }

    private void readFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            for (Path source : sources) {
                read(source, Files.readString(source));
            }
        }
    }

    private void read(Path file, String source) {
        long named = Pattern.compile(NAMED).matcher(source).results().count();
        if (named == 0) {
            return;
        }
        String type = qualified(file, source);
        Matcher declaration = DECLARATION.matcher(source);
        while (declaration.find()) {
            String annotations = declaration.group("annotations");
            List<MatchResult> rules = RULES.matcher(annotations).results().toList();
            named -= rules.size();
            String method = declaration.group("method");
            boolean runs = RUNS.matcher(method == null ? source : annotations).find();
            if (!rules.isEmpty() && (!runs || annotations.contains("@Disabled"))) {
                problems.add("@Rule on what is no running test: " + type + (method == null ? "" : "." + method));
            } else {
                rules.forEach(each -> addAll(each.group(1), method == null ? type : type + "." + method));
            }
        }
        if (named != 0) {
            problems.add("@Rule that belongs to no class or method of a test: " + type);
        }
    }

    private void addAll(String ids, String test) {
        Matcher id = ID.matcher(ids);
        while (id.find()) {
            proofs.add(new Proof(id.group(1), test));
        }
    }

    private static String qualified(Path file, String source) {
        String name = file.getFileName().toString().replace(".java", "");
        Matcher declared = PACKAGE.matcher(source);
        return declared.find() ? declared.group(1) + "." + name : name;
    }
}

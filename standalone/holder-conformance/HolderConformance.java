import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tries a holder's data-holder API as the platform would use it, and as nobody should, and reports what does not fit the
 * contract (contracts/http/data-holder.yaml).
 *
 * <p>Exit: 0 everything fits · 1 something does not · 2 it could not be run.
 */
public final class HolderConformance {
    private static final String USAGE = """
            holder-conformance URL --code CODE --student UUID [--school ID] [--category CODE] [--key FILE]
                [--port 9900] [--patience SECONDS] [--report FILE]

            URL        base address of your API, without /v1
            --code     your code in the registry of holders
            --student  our id of a student made for tests, whom your API knows: its data is corrected and erased!
            --school   the school on whose behalf you hold it (default: truong-thu)
            --category a data category that you hold of the student (default: full-name)
            --key      your public key (JWK), when you sign what you answer to instructions
            --port     where the key is published meanwhile (default: 9900)
            --patience how long you may take to carry an instruction out (default: 60)
            --report   writes the report as JSON, too

            Have your API trust, for the time of the test, tokens of the issuer http://127.0.0.1:PORT and the keys at
            http://127.0.0.1:PORT/jwks.json, for tokens as well as for Request-Signature.
            """;

    private HolderConformance() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(System.out, arguments));
    }

    /** As from the command line; returns what it exits with. */
    public static int run(PrintStream out, String... arguments) throws IOException, InterruptedException {
        Map<String, String> options;
        try {
            options = options(arguments);
        } catch (IllegalArgumentException unusable) {
            out.println(unusable.getMessage() + System.lineSeparator() + System.lineSeparator() + USAGE);
            return 2;
        }
        List<Result> results;
        try (Platform platform = new Platform(
                URI.create(options.get("url")), options.get("code"), Integer.parseInt(options.get("port")))) {
            results = new Checks(
                            platform,
                            UUID.fromString(options.get("student")),
                            options.get("school"),
                            options.get("category"),
                            Duration.ofSeconds(Long.parseLong(options.get("patience"))),
                            options.containsKey("key")
                                    ? new AnswerKey(Files.readString(Path.of(options.get("key"))))
                                    : null)
                    .run();
        } catch (GeneralSecurityException unusable) {
            out.println(options.get("key") + " holds no usable key: " + unusable);
            return 2;
        } catch (IOException unreachable) {
            out.println(options.get("url") + " cannot be reached: " + unreachable);
            return 2;
        }
        long failed = results.stream().filter(Result::failed).count();
        results.forEach(result -> out.println(result.line()));
        out.printf("%d of %d checks failed%n", failed, results.size());
        if (options.containsKey("report")) {
            Files.writeString(Path.of(options.get("report")), report(options, results));
        }
        return failed == 0 ? 0 : 1;
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>(
                Map.of("school", "truong-thu", "category", "full-name", "port", "9900", "patience", "60"));
        for (int at = 0; at < arguments.length; at++) {
            if (!arguments[at].startsWith("--")) {
                options.put("url", arguments[at].replaceAll("/$", ""));
            } else if (at + 1 < arguments.length) {
                options.put(arguments[at].substring(2), arguments[++at]);
            } else {
                throw new IllegalArgumentException(arguments[at] + " needs a value");
            }
        }
        for (String needed : List.of("url", "code", "student")) {
            if (!options.containsKey(needed)) {
                throw new IllegalArgumentException("which " + needed + "?");
            }
        }
        UUID.fromString(options.get("student"));
        return options;
    }

    private static String report(Map<String, String> options, List<Result> results) {
        List<Object> checks = new ArrayList<>();
        results.forEach(result -> checks.add(Map.of(
                "check", result.check(), "passed", !result.failed(), "expected", result.expected(), "seen",
                result.seen())));
        return Json.write(Map.of(
                "holder", options.get("code"),
                "url", options.get("url"),
                "at", Instant.now().toString(),
                "passed", results.stream().noneMatch(Result::failed),
                "checks", checks));
    }

    /**
     * What one check found.
     *
     * @param check its name
     * @param expected what the contract says
     * @param seen what was answered instead; empty when it fits
     */
    record Result(String check, String expected, String seen) {
        boolean failed() {
            return !seen.isEmpty();
        }

        String line() {
            return failed() ? "FAILED  " + check + ": expected " + expected + ", got " + seen : "ok      " + check;
        }
    }
}

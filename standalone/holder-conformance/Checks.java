import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** What is tried of a holder, in this order; each check stands for a sentence of the contract. */
final class Checks {
    private static final Map<String, String> DONE = Map.of(
            "STOP", "STOPPED", "RESTRICT", "RESTRICTED", "LIFT", "LIFTED", "RECTIFY", "RECTIFIED", "ERASE", "ERASED");
    private static final long LONGEST_MILLIS = 5000;
    private static final String RIGHT = "conformance-" + UUID.randomUUID();

    private final List<HolderConformance.Result> results = new ArrayList<>();
    private final Platform platform;
    private final UUID student;
    private final String school;
    private final String category;
    private final Duration patience;
    private final AnswerKey key;

    /** @param key by which the holder signs; null when it does not */
    Checks(
            Platform platform, UUID student, String school, String category, Duration patience, AnswerKey key) {
        this.key = key;
        this.platform = platform;
        this.student = student;
        this.school = school;
        this.category = category;
        this.patience = patience;
    }

    List<HolderConformance.Result> run() throws IOException, InterruptedException {
        String stop = path();
        instructions(stop);
        repeats(stop);
        garbage();
        strangers();
        effects();
        return results;
    }

    private void instructions(String stop) throws IOException, InterruptedException {
        for (String kind : List.of("STOP", "RESTRICT", "LIFT")) {
            String path = kind.equals("STOP") ? stop : path();
            carriedOut(kind, path, body(kind, student));
        }
        expect("unknown-instruction", "404", send("GET", path(), ""), problem(404));
        expect(
                "late-instruction",
                "200: what is overdue is carried out all the same",
                send("PUT", path(), body("STOP", student).replace(due(), "2026-01-01T00:00:00Z")),
                reply -> reply.status() == 200);
        expect(
                "unknown-student",
                "404, or 200 with REFUSED and UNKNOWN_STUDENT",
                send("PUT", path(), body("STOP", UUID.randomUUID())),
                reply -> problem(404).test(reply)
                        || (reply.status() == 200
                                && reply.field("status").equals("REFUSED")
                                && reply.field("reason").equals("UNKNOWN_STUDENT")));
    }

    /** Told, told again until it is done, and read. */
    private void carriedOut(String kind, String path, String body) throws IOException, InterruptedException {
        String id = path.substring(path.lastIndexOf('/') + 1);
        Platform.Reply first = send("PUT", path, body);
        expect(
                kind + "-is-taken",
                "200 with instructionId, status and at",
                first,
                reply -> reply.status() == 200
                        && reply.type().startsWith("application/json")
                        && reply.field("instructionId").equals(id)
                        && isInstant(reply.field("at"))
                        && (reply.field("status").equals("RECEIVED")
                                || reply.field("status").equals(DONE.get(kind))));
        expect("answers-in-time", "an answer within 5 seconds", first, reply -> reply.millis() <= LONGEST_MILLIS);
        if (key != null) {
            expect(
                    kind + "-is-answered-under-the-signature",
                    "Answer-Signature over this answer to this call",
                    first,
                    reply -> key.signed(reply, platform.holder(), id));
        }
        Platform.Reply last = first;
        Instant end = Instant.now().plus(patience);
        while (last.field("status").equals("RECEIVED") && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            last = send("PUT", path, body);
        }
        expect(
                kind + "-is-done",
                DONE.get(kind) + " within the patience",
                last,
                reply -> reply.field("status").equals(DONE.get(kind)));
        Platform.Reply read = send("GET", path, "");
        String done = last.field("at");
        expect(
                kind + "-is-read",
                "the same status and time as by PUT",
                read,
                reply -> reply.status() == 200
                        && reply.field("status").equals(DONE.get(kind))
                        && reply.field("at").equals(done));
    }

    private void repeats(String stop) throws IOException, InterruptedException {
        Platform.Reply before = send("GET", stop, "");
        expect(
                "the-same-again",
                "200 with the status of before",
                send("PUT", stop, body("STOP", student)),
                reply -> reply.status() == 200 && reply.field("at").equals(before.field("at")));
        expect(
                "the-same-id-for-something-else",
                "409",
                send("PUT", stop, body("RESTRICT", student)),
                problem(409));
        expect(
                "the-first-stands",
                "the first instruction, unchanged",
                send("GET", stop, ""),
                reply -> reply.field("status").equals("STOPPED") && reply.field("at").equals(before.field("at")));
        expect("eight-at-once", "200, and one time for all eight", eightAtOnce(), reply -> reply.status() == 200);
    }

    private Platform.Reply eightAtOnce() throws InterruptedException {
        String path = path();
        String body = body("STOP", student);
        List<Callable<Platform.Reply>> calls = new ArrayList<>();
        for (int each = 0; each < 8; each++) {
            calls.add(() -> send("PUT", path, body));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Platform.Reply first = null;
            for (Future<Platform.Reply> future : threads.invokeAll(calls)) {
                Platform.Reply reply = future.get();
                if (reply.status() != 200) {
                    return reply;
                }
                if (first != null && first.field("status").equals(reply.field("status"))
                        && !first.field("at").equals(reply.field("at"))) {
                    return new Platform.Reply(0, "", "two times for one instruction", "", "", 0);
                }
                first = reply;
            }
            return first;
        } catch (ExecutionException failed) {
            return new Platform.Reply(0, "", String.valueOf(failed.getCause()), "", "", 0);
        }
    }

    private void garbage() throws IOException, InterruptedException {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("no-json", "garbage");
        bodies.put("an-empty-object", "{}");
        bodies.put("an-id-that-is-none", body("STOP", student).replace(student.toString(), "me"));
        bodies.put("an-unknown-kind", body("SELL", student));
        bodies.put("an-erase-without-data", body("ERASE", student).replace("\"" + category + "\"", ""));
        bodies.put("a-rectify-without-what-is-right", body("RECTIFY", student));
        for (Map.Entry<String, String> each : bodies.entrySet()) {
            String path = path();
            expect(
                    each.getKey(),
                    "a problem of status 400 or 422",
                    send("PUT", path, each.getValue()),
                    reply -> problem(400).test(reply) || problem(422).test(reply));
            expect(each.getKey() + "-is-not-kept", "404", send("GET", path, ""), problem(404));
        }
    }

    private void strangers() throws IOException, InterruptedException {
        Platform.Call good = Platform.Call.of("PUT", path(), body("STOP", student));
        Map<String, Platform.Call> calls = new LinkedHashMap<>();
        calls.put("without-a-token", good.withoutToken());
        calls.put("a-token-for-another-audience", good.token("aud", List.of("consent-service")));
        calls.put("a-token-of-another-issuer", good.token("iss", "http://elsewhere.example"));
        calls.put("an-expired-token", good.token("exp", 1));
        calls.put("a-token-of-a-foreign-key", good.foreignToken());
        calls.put("a-token-without-the-role", good.token("realm_access", Map.of("roles", List.of("guardian"))));
        calls.put("without-a-signature", good.withoutSignature());
        calls.put("a-signature-of-a-foreign-key", good.foreignSignature());
        calls.put("a-signature-for-another-holder", good.signature("aud", "somebody-else"));
        calls.put("a-signature-for-another-path", good.signature("htu", "/v1/instructions/" + UUID.randomUUID()));
        calls.put("a-signature-for-another-method", good.signature("htm", "POST"));
        calls.put("a-signature-over-another-body", good.signature("digest", Platform.digest(new byte[0])));
        calls.put("an-expired-signature", good.signature("exp", 1));
        for (Map.Entry<String, Platform.Call> each : calls.entrySet()) {
            expect(
                    each.getKey(),
                    "a problem of status 401 or 403",
                    platform.send(each.getValue()),
                    reply -> problem(401).test(reply) || problem(403).test(reply));
        }
        expect("nothing-of-that-was-kept", "404", send("GET", good.path(), ""), problem(404));
        Platform.Call query = Platform.Call.of("POST", "/v1/personal-data/queries", query());
        expect("data-without-a-token", "401", platform.send(query.withoutToken()), problem(401));
        expect("data-without-a-signature", "401", platform.send(query.withoutSignature()), problem(401));
    }

    private void effects() throws IOException, InterruptedException {
        expect(
                "data-is-answered",
                "200 with items and asOf, not to be stored",
                send("POST", "/v1/personal-data/queries", query()),
                reply -> reply.status() == 200
                        && reply.body().contains("\"" + category + "\"")
                        && isInstant(reply.field("asOf")));
        String right = "{\"corrections\":[{\"category\":\"" + category + "\",\"value\":\"" + RIGHT + "\"}],";
        carriedOut("RECTIFY", path(), right + body("RECTIFY", student).substring(1));
        expect(
                "what-was-rectified-is-right",
                "the value of the correction",
                send("POST", "/v1/personal-data/queries", query()),
                reply -> reply.status() == 200 && reply.body().contains(RIGHT));
        carriedOut("ERASE", path(), body("ERASE", student));
        expect(
                "what-was-erased-is-gone",
                "no item of the category",
                send("POST", "/v1/personal-data/queries", query()),
                reply -> reply.status() == 404
                        || (reply.status() == 200 && !reply.body().contains("\"" + category + "\"")));
        expect(
                "data-of-an-unknown-student",
                "404, or 200 without items",
                send(
                        "POST",
                        "/v1/personal-data/queries",
                        query().replace(student.toString(), UUID.randomUUID().toString())),
                reply -> problem(404).test(reply)
                        || (reply.status() == 200 && reply.field("items").equals("[]")));
    }

    private Platform.Reply send(String method, String path, String body) throws IOException, InterruptedException {
        return platform.send(Platform.Call.of(method, path, body));
    }

    private void expect(String check, String expected, Platform.Reply reply, Predicate<Platform.Reply> fits) {
        String seen = fits.test(reply)
                ? ""
                : reply.status() + " " + reply.type() + " after " + reply.millis() + " ms: "
                        + reply.body().substring(0, Math.min(200, reply.body().length()));
        results.add(new HolderConformance.Result(check, expected, seen));
    }

    private static Predicate<Platform.Reply> problem(int status) {
        return reply -> reply.status() == status
                && reply.type().startsWith("application/problem+json")
                && !reply.field("type").isEmpty()
                && !reply.field("title").isEmpty();
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (java.time.DateTimeException none) {
            return false;
        }
    }

    private static String path() {
        return "/v1/instructions/" + UUID.randomUUID();
    }

    private static String due() {
        return "2099-12-31T17:00:00Z";
    }

    private String body(String kind, UUID about) {
        return Json.write(new LinkedHashMap<>(Map.of(
                "kind", kind,
                "studentId", about.toString(),
                "schoolId", school,
                "purpose", "conformance",
                "dataCategories", List.of(category),
                "requestId", "0198f000-0000-7000-8000-0000000000bb",
                "dueBy", due())));
    }

    private String query() {
        return Json.write(Map.of("studentId", student.toString(), "dataCategories", List.of(category)));
    }
}

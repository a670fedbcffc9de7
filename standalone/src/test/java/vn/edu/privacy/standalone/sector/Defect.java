package vn.edu.privacy.standalone.sector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** What vendors get wrong: each stands between the conformance kit and the stand-in, and spoils its answers. */
enum Defect {
    /** Nobody is asked who they are. */
    LETS_EVERYBODY_IN(
            "without-a-token", answer -> answer.status() == 401 ? answer.with(200, received(answer)) : answer),
    /** The role is not looked at. */
    FORGETS_THE_ROLE(
            "a-token-without-the-role", answer -> answer.status() == 403 ? answer.with(200, received(answer)) : answer),
    /** Another body under the same id is taken. */
    TAKES_ANOTHER_BODY(
            "the-same-id-for-something-else",
            answer -> answer.status() == 409 ? answer.with(200, received(answer)) : answer),
    /** What cannot be read is taken. */
    TAKES_GARBAGE("no-json", answer -> answer.status() == 400 ? answer.with(200, received(answer)) : answer),
    /** A missing field is a failure of the server. */
    FAILS_ON_GARBAGE("an-empty-object", answer -> answer.status() == 400 ? answer.with(500, answer.body()) : answer),
    /** It never says that it is done. */
    NEVER_DONE(
            "STOP-is-done", answer -> answer.with(answer.status(), answer.body().replace("STOPPED", "RECEIVED"))),
    /** It says stopped to everything. */
    SAYS_THE_WRONG_THING(
            "RESTRICT-is-done",
            answer -> answer.with(answer.status(), answer.body().replace("RESTRICTED", "STOPPED"))),
    /** Each answer names a time of its own. */
    DOES_IT_AGAIN(
            "the-same-again",
            answer -> answer.with(
                    answer.status(),
                    answer.body().replaceAll("\"at\":\"[^\"]+\"", "\"at\":\"" + Instant.now() + "\""))),
    /** Errors are no problems. */
    PLAIN_ERRORS(
            "unknown-instruction",
            answer -> answer.status() == 404
                    ? new Answer(answer.path(), 404, "text/plain", "no", answer.signature())
                    : answer),
    /** It signs, but something else. */
    SIGNS_ANOTHER_BODY(
            "STOP-is-answered-under-the-signature",
            answer -> answer.with(answer.status(), answer.body().replace(":", ": "))),
    /** What was erased is still answered. */
    KEEPS_WHAT_WAS_ERASED(
            "what-was-erased-is-gone",
            answer -> answer.path().endsWith("/personal-data/queries") && answer.status() == 200
                    ? answer.with(200, Seen.FIRST.computeIfAbsent(answer.path(), path -> answer.body()))
                    : answer);

    private final String check;
    private final UnaryOperator<Answer> spoils;

    Defect(String check, UnaryOperator<Answer> spoils) {
        this.check = check;
        this.spoils = spoils;
    }

    /** The check that must find it. */
    String check() {
        return check;
    }

    /** An answer on its way. */
    record Answer(String path, int status, String type, String body, String signature) {
        Answer with(int otherStatus, String otherBody) {
            return new Answer(path, otherStatus, otherStatus == 200 ? "application/json" : type, otherBody, signature);
        }
    }

    /** What was answered first. */
    private static final class Seen {
        static final Map<String, String> FIRST = new ConcurrentHashMap<>();
    }

    private static String received(Answer answer) {
        return "{\"instructionId\":\"" + answer.path().substring(answer.path().lastIndexOf('/') + 1)
                + "\",\"status\":\"RECEIVED\",\"at\":\"2026-11-25T00:00:00Z\"}";
    }

    /** Stands before the stand-in, on a free port. */
    HttpServer before(int port, HttpClient http) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try {
                pass(exchange, port, http);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        server.start();
        return server;
    }

    private void pass(HttpExchange exchange, int port, HttpClient http) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String header : new String[] {"Authorization", "Request-Signature", "Content-Type"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        Answer spoiled = spoils.apply(new Answer(
                path,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body(),
                answer.headers().firstValue("Answer-Signature").orElse("")));
        byte[] body = spoiled.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", spoiled.type());
        if (!spoiled.signature().isEmpty()) {
            exchange.getResponseHeaders().set("Answer-Signature", spoiled.signature());
        }
        exchange.sendResponseHeaders(spoiled.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}

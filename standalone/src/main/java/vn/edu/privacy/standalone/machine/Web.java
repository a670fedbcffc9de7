package vn.edu.privacy.standalone.machine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Plain HTTP to the parts on this machine. */
public final class Web implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Sends and returns the answer, whatever its status. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(TIMEOUT).build();
        try {
            return client.send(built, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartProblem("No answer from " + built.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("Interrupted while waiting for " + built.uri(), e);
        }
    }

    /** Waits until the address answers 200, for as long as {@code worthWaiting} holds. */
    public void awaitOk(String what, URI address, Duration limit, BooleanSupplier worthWaiting) {
        Instant end = Instant.now().plus(limit);
        while (Instant.now().isBefore(end) && worthWaiting.getAsBoolean()) {
            if (answersOk(address)) {
                return;
            }
            pause();
        }
        throw new StartProblem(
                worthWaiting.getAsBoolean()
                        ? what + " was not ready within " + limit.toSeconds() + " s (" + address + "); see its log"
                        : what + " stopped before it was ready");
    }

    private boolean answersOk(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("Interrupted while waiting for " + address, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("Interrupted while waiting", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

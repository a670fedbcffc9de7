package vn.edu.privacy.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail server that breaks off: nothing is called sent that it did not say to have taken, and the message stays one. */
class FaultyMailIT {
    private static final Message MESSAGE = new Message(
            "0198c0de", Channel.EMAIL, "Đã nhận", "Xem: https://cong.example/n/x", Locale.of("vi"), "RECEIVED", 1);

    /** Up to which command it is a mail server, and what it says then; with nothing to say it hangs up. */
    @ParameterizedTest(name = "at {0} it says {1}")
    @CsvSource({
        "CONNECT, '', FAILED",
        "CONNECT, <html>, FAILED",
        "CONNECT, 421 closing, FAILED",
        "EHLO, '', FAILED",
        "MAIL, '', FAILED",
        "RCPT, '', FAILED",
        "RCPT, 450 later, FAILED",
        "DATA, '', FAILED",
        "END, '', FAILED",
        "END, 451 try again, FAILED",
        "END, 250, ACCEPTED",
    })
    void onlyItsWordThatItTookTheMessageIsProof(String until, String says, String outcome) throws IOException {
        try (Breaking server = new Breaking(until, says)) {
            Outcome came = send(server);

            if (outcome.equals("ACCEPTED")) {
                assertThat(came).isInstanceOf(Outcome.Accepted.class);
            } else {
                assertThat(came).isInstanceOf(Outcome.Failed.class);
            }
        }
    }

    @Test
    void whatItMayHaveTakenComesAgainAsTheSameMessage() throws IOException {
        try (Breaking server = new Breaking("END", "")) {
            send(server);
            send(server);
            assertThat(server.ids).hasSize(2).containsOnly("Message-ID: <0198c0de@truong.example>");
        }
    }

    private static Outcome send(Breaking server) {
        return Objects.requireNonNull(TestGateways.of(server.port(), Map.of(), 10, Duration.ofSeconds(1))
                .send(MESSAGE, "me@gia-dinh.example")
                .block(Duration.ofSeconds(30)));
    }

    /** A mail server for one message at a time. */
    private static final class Breaking implements AutoCloseable {
        private static final List<String> COMMANDS = List.of("CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "END", "QUIT");

        final List<String> ids = new CopyOnWriteArrayList<>();
        private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final String until;
        private final String says;

        Breaking(String until, String says) throws IOException {
            this.until = until;
            this.says = says;
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return listening.getLocalPort();
        }

        private void serve() {
            while (!listening.isClosed()) {
                try (Socket caller = listening.accept()) {
                    talk(caller);
                } catch (IOException gone) {
                    // the next caller may stay longer
                }
            }
        }

        private void talk(Socket caller) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8);
            if (!answers("CONNECT", "220 here", out)) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(Locale.ROOT);
                if (!COMMANDS.contains(command)) {
                    out.print("250 fine\r\n");
                    out.flush();
                    continue;
                }
                if (!answers(command, command.equals("DATA") ? "354 go on" : "250 fine", out)) {
                    return;
                }
                if (command.equals("DATA") && !taken(in, out)) {
                    return;
                }
            }
        }

        private boolean taken(BufferedReader in, PrintWriter out) throws IOException {
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                if (line.startsWith("Message-ID:")) {
                    ids.add(line);
                }
            }
            return answers("END", "250 taken", out);
        }

        private boolean answers(String command, String usual, PrintWriter out) {
            boolean breaks = command.equals(until);
            String line = breaks ? says : usual;
            if (!line.isEmpty()) {
                out.print(line + "\r\n");
                out.flush();
            }
            return !breaks || says.startsWith("2") || says.startsWith("4");
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}

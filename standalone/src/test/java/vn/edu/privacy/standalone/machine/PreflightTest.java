package vn.edu.privacy.standalone.machine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @Test
    void namesATakenPortWhatItIsForAndWhoHoldsIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Preflight.portsAreFree(Map.of("Keycloak", port)))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining(port + " for Keycloak")
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + ": ")
                    .hasMessageContaining("Stop what uses it, then start again");
        }
    }

    @Test
    void aFreePortIsNoProblem() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatCode(() -> Preflight.portsAreFree(Map.of("Keycloak", port))).doesNotThrowAnyException();
    }

    @Test
    void saysHowMuchIsMissingOnAFullDisk(@TempDir Path folder) {
        assertThatThrownBy(() -> Preflight.diskHasRoom(folder, Long.MAX_VALUE))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("The disk is full")
                .hasMessageContaining("MB free")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void enoughRoomIsNoProblem(@TempDir Path folder) {
        assertThatCode(() -> Preflight.diskHasRoom(folder, 1)).doesNotThrowAnyException();
    }
}

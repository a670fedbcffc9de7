package vn.edu.privacy.standalone.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks before anything is started whether the machine lets the system run, and says what stands in its way. */
public final class Preflight {

    private static final long NEEDED_BYTES = 2L << 30;

    private Preflight() {}

    /** @param ports what each port is for; a {@link StartProblem} names every one that is taken, and by whom */
    public static void portsAreFree(Map<String, Integer> ports) {
        List<String> taken = ports.entrySet().stream()
                .filter(entry -> !isFree(entry.getValue()))
                .map(entry -> "  " + entry.getValue() + " for " + entry.getKey() + holder(entry.getValue()))
                .collect(Collectors.toList());
        if (!taken.isEmpty()) {
            throw new StartProblem("Taken by another program:\n" + String.join("\n", taken)
                    + "\nStop what uses it, then start again. (Another ./start may be running: look for its window.)");
        }
    }

    private static String holder(int port) {
        return ListeningProcess.on(port)
                .map(process -> ", used by process " + process.pid() + ": " + process.command())
                .orElse(", used by a process of another user");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Two gigabytes are needed for the parts, their logs and data. */
    public static void diskHasRoom(Path folder) {
        diskHasRoom(folder, NEEDED_BYTES);
    }

    static void diskHasRoom(Path folder, long neededBytes) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < neededBytes) {
                throw new StartProblem(
                        "The disk is full: " + folder + " has " + (free >> 20) + " MB free, " + (neededBytes >> 20)
                                + " MB are needed. Free some space, or name another folder with --data DIR.");
            }
        } catch (IOException e) {
            throw new StartProblem("Cannot read how much disk space is free at " + folder + ": " + e.getMessage(), e);
        }
    }
}

package vn.edu.privacy.standalone.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one folder that holds everything the system keeps; one running system at a time holds it. */
public final class DataFolder implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Creates the folder when absent, closes it to everybody else, and takes it for this process. */
    public static DataFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNERS_FOLDER));
            if (!Files.exists(path.resolve(LOCK)) && holdsAnything(path)) {
                throw new StartProblem(
                        "The folder " + path
                                + " holds other things. Name an empty folder, or one that does not exist yet, with --data DIR.");
            }
            Files.setPosixFilePermissions(path, OWNERS_FOLDER);
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (lock(channel) == null) {
                channel.close();
                throw new StartProblem("Another running system holds the data folder " + path
                        + ". Stop it first (Ctrl-C in its window), or name another folder with --data DIR.");
            }
            Files.createDirectories(path.resolve("logs"));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StartProblem(
                    "Cannot use the data folder " + path + ": " + e + ". Name one that you may write with --data DIR.",
                    e);
        }
    }

    private static boolean holdsAnything(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isPresent();
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    public Path log(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    /** Replaces a file in one step; only its owner may read it. */
    public static void writePrivately(Path file, String content) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(draft, content, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartProblem("Cannot write " + file + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartProblem("Cannot let go of " + path + ": " + e.getMessage(), e);
        }
    }
}

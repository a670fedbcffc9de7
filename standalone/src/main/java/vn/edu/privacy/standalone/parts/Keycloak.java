package vn.edu.privacy.standalone.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.edu.privacy.standalone.machine.Built;
import vn.edu.privacy.standalone.machine.ChildProcess;
import vn.edu.privacy.standalone.machine.DataFolder;
import vn.edu.privacy.standalone.machine.Guard;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.Progress;
import vn.edu.privacy.standalone.machine.Secrets;
import vn.edu.privacy.standalone.machine.StartProblem;

/** Keycloak on its own database; built once for it, so that later starts are quick. */
public final class Keycloak {

    private final DataFolder folder;
    private final Ports ports;
    private final Built built;
    private final Guard guard;
    private final boolean startsAgain;

    /** @param startsAgain whether its end leaves behind what makes the next start faster */
    public Keycloak(DataFolder folder, Ports ports, Built built, Guard guard, boolean startsAgain) {
        this.startsAgain = startsAgain;
        this.folder = folder;
        this.ports = ports;
        this.built = built;
        this.guard = guard;
    }

    /** Unpacks the server and builds it for PostgreSQL, when that has not been done for this very version. */
    public void prepare(Progress progress) {
        Path marker = home().resolve("prepared");
        try {
            Path zip = built.keycloakZip();
            String version = zip.getFileName() + " " + Files.size(zip) + " " + Built.java();
            if (Files.exists(marker) && Files.readString(marker).equals(version)) {
                return;
            }
            progress.step("Keycloak: unpacking and preparing it, only this first time (about half a minute)");
            unpack(zip, program());
            ChildProcess.run(
                    "Keycloak's preparation",
                    List.of("bash", program().resolve("bin/kc.sh").toString(), "build"),
                    buildEnvironment(),
                    folder.log("keycloak-build"),
                    guard);
            Files.writeString(marker, version, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartProblem("Keycloak cannot be unpacked to " + program() + ": " + e.getMessage(), e);
        }
    }

    /** Starts it; a realm that it does not know yet is imported from {@code realm}. */
    public ChildProcess start(String realm, Secrets secrets) {
        DataFolder.writePrivately(program().resolve("data/import/schools-realm.json"), realm);
        dress();
        Map<String, String> environment = new HashMap<>(buildEnvironment());
        // the first orderly end leaves an archive of loaded classes, with which the next start is faster
        if (startsAgain) {
            environment.merge(
                    "JAVA_OPTS_APPEND",
                    " -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=" + home().resolve("keycloak.jsa"),
                    String::concat);
        }
        environment.putAll(Map.of(
                "KC_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/keycloak",
                "KC_DB_USERNAME",
                "keycloak",
                "KC_DB_PASSWORD",
                secrets.password("postgres.keycloak"),
                "KC_HTTP_ENABLED",
                "true",
                "KC_HTTP_HOST",
                "127.0.0.1",
                "KC_HTTP_PORT",
                Integer.toString(ports.keycloak()),
                "KC_HOSTNAME",
                ports.keycloakUrl(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.password("keycloak.admin")));
        return ChildProcess.start(
                "Keycloak",
                List.of("bash", program().resolve("bin/kc.sh").toString(), "start", "--optimized", "--import-realm"),
                environment,
                folder.log("keycloak"),
                guard);
    }

    /** The portal's face for the pages of login and account. */
    private void dress() {
        Path theme = built.keycloakTheme();
        Path worn = program().resolve("themes").resolve(theme.getFileName());
        try (Stream<Path> files = Files.walk(theme)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = worn.resolve(theme.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartProblem("Keycloak's theme cannot be copied to " + worn + ": " + e.getMessage(), e);
        }
    }

    private Map<String, String> buildEnvironment() {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "KC_DB", "postgres",
                "KC_CACHE", "local",
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
                "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    }

    private Path home() {
        return folder.resolve("keycloak");
    }

    private Path program() {
        return home().resolve("program");
    }

    private static void unpack(Path zip, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                // the first folder of the archive carries the version
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path path = target.resolve(name).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(entries, path, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}

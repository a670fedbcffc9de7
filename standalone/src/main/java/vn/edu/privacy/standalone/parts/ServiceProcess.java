package vn.edu.privacy.standalone.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.machine.Built;
import vn.edu.privacy.standalone.machine.ChildProcess;
import vn.edu.privacy.standalone.machine.DataFolder;
import vn.edu.privacy.standalone.machine.Guard;
import vn.edu.privacy.standalone.machine.StartProblem;

/** One of the two services, from its own jar, unpacked so that it starts faster. */
public final class ServiceProcess {

    private final String service;
    private final DataFolder folder;
    private final Built built;
    private final Guard guard;
    private final boolean startsAgain;

    /** @param startsAgain whether its end leaves behind what makes the next start faster */
    public ServiceProcess(String service, DataFolder folder, Built built, Guard guard, boolean startsAgain) {
        this.service = service;
        this.folder = folder;
        this.built = built;
        this.guard = guard;
        this.startsAgain = startsAgain;
    }

    /** Unpacks the jar when this very one has not been unpacked yet. */
    public void prepare() {
        Path jar = built.serviceJar(service);
        Path marker = home().resolve("unpacked");
        try {
            String version = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
            if (Files.exists(marker) && Files.readString(marker).equals(version)) {
                return;
            }
            Files.createDirectories(home());
            Files.deleteIfExists(marker);
            ChildProcess.run(
                    service + "'s unpacking",
                    List.of(
                            Built.java().toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            home().resolve("app").toString()),
                    Map.of(),
                    folder.log(service + "-unpacking"),
                    guard);
            Files.deleteIfExists(cache());
            Files.writeString(marker, version, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartProblem("Cannot unpack " + jar + ": " + e.getMessage(), e);
        }
    }

    /**
     * Starts it.
     *
     * @param settings Spring properties by name; nested maps and lists allowed; kept in a file that only its owner may
     *     read, since secrets are among them
     */
    public ChildProcess start(Map<String, Object> settings) {
        // JSON is YAML, and unlike a properties file it is read as UTF-8
        Path file = home().resolve("application.yaml");
        DataFolder.writePrivately(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(settings));
        List<String> command = new ArrayList<>(List.of(
                Built.java().toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
        // the first orderly end leaves a draft of loaded classes, with which the next start is faster
        command.add(
                startsAgain
                        ? hasCache() ? "-XX:AOTCache=" + cache() : "-XX:AOTCacheOutput=" + cacheDraft()
                        : "-XX:TieredStopAtLevel=1");
        command.addAll(List.of(
                "-jar",
                home().resolve("app")
                        .resolve(built.serviceJar(service).getFileName())
                        .toString(),
                "--spring.config.additional-location=file:" + file));
        return ChildProcess.start(service, command, Map.of(), folder.log(service), guard);
    }

    /** Whether its end will leave behind what no end has left before, which takes a while. */
    public boolean leavesCache() {
        return startsAgain && !hasCache();
    }

    private boolean hasCache() {
        return Files.exists(cache());
    }

    /**
     * Makes the draft that an orderly end has left behind the cache of the next starts. To be called only after an end
     * that was orderly and came after readiness: part of a cache, or one of half a start, would stay and be of no use.
     */
    public void keepCache() {
        try {
            if (Files.exists(cacheDraft())) {
                Files.move(cacheDraft(), cache(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartProblem("Cannot keep " + cache() + ": " + e.getMessage(), e);
        }
    }

    private Path cacheDraft() {
        return home().resolve("start.aot.new");
    }

    private Path cache() {
        return home().resolve("start.aot");
    }

    private Path home() {
        return folder.resolve("services").resolve(service);
    }
}

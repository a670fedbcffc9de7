package vn.edu.privacy.standalone.sector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.demo.DemoStudent;
import vn.edu.privacy.standalone.machine.Web;

/** The kit that vendors run, as they run it: it finds nothing at a good holder, and each defect at one that has it. */
class HolderConformanceIT {

    private static final Path KIT = Path.of("holder-conformance", "HolderConformance.java");

    /** The kit for the many runs, which are made in this process; the others are made as vendors make them. */
    @TempDir
    private static Path compiled;

    @TempDir
    private static Path demo;

    /** Students whom no run was about yet: what it corrects and erases is gone. */
    private static final Deque<UUID> STUDENTS = new ArrayDeque<>();

    private static SectorStore store;

    @TempDir
    private Path folder;

    private final Web web = new Web();
    private final HttpClient http = HttpClient.newHttpClient();
    private SectorDatabase sector;
    private int keysPort;

    /** Before the first server: what stands between would else hold each answer back for the acknowledgement of its head. */
    @BeforeAll
    static void answerAtOnce() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @BeforeAll
    static void compile() {
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-sourcepath",
                                KIT.getParent().toString(),
                                "-d",
                                compiled.toString(),
                                KIT.toString()))
                .isZero();
    }

    @BeforeAll
    static void openTheStore() {
        store = SectorStore.open(demo.resolve("sector.json"), LocalDate.of(2026, 11, 24));
        Map<String, UUID> ids = store.world().exemplary().stream()
                .collect(Collectors.toMap(DemoStudent::sectorId, student -> UUID.randomUUID()));
        store.rememberStudentIds(ids);
        STUDENTS.addAll(ids.values());
    }

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            keysPort = free.getLocalPort();
        }
        String issuer = "http://127.0.0.1:" + keysPort;
        PublishedKeys keys = new PublishedKeys(URI.create(issuer + "/jwks.json"), web);
        Clock clock = Clock.systemUTC();
        try (TokenIssuer holder = new TokenIssuer()) {
            Files.writeString(folder.resolve("key.json"), holder.key());
            sector = SectorDatabase.start(
                    0,
                    store,
                    new Bearers(issuer, keys, clock),
                    new Signatures(keys, holder.pem(), clock),
                    Duration.ofMillis(100),
                    List::of,
                    new PhoneSink("key", clock),
                    clock);
        }
    }

    @AfterEach
    void stop() {
        sector.close();
        web.close();
        http.close();
    }

    @Test
    void aHolderThatKeepsTheContractPassesAndGetsItsReport() throws Exception {
        Path report = folder.resolve("report.json");

        Ran ran = runByItself(sector.port(), "--report", report.toString());

        assertThat(ran.exit()).as(ran.said()).isZero();
        JsonNode written = JsonMapper.shared().readTree(Files.readString(report));
        assertThat(written.path("passed").asBoolean()).isTrue();
        assertThat(written.path("checks").size()).isGreaterThan(50);
        assertThat(written.path("holder").asString()).isEqualTo("sao-mai-transport");
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void eachDefectIsFoundByItsCheck(Defect defect) throws Exception {
        HttpServer spoiled = defect.before(sector.port(), http);
        try {
            Ran ran = run(spoiled.getAddress().getPort());

            assertThat(ran.exit()).as(ran.said()).isEqualTo(1);
            assertThat(ran.said()).contains("FAILED  " + defect.check() + ":");
        } finally {
            spoiled.stop(0);
        }
    }

    @Test
    void whatCannotBeRunIsToldFromWhatFails() throws Exception {
        Ran nobody = runByItself(1);

        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.said()).contains("cannot be reached");
    }

    private Ran run(int port) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (URLClassLoader kit = new URLClassLoader(new URL[] {compiled.toUri().toURL()})) {
            Object exit = kit.loadClass("HolderConformance")
                    .getMethod("run", PrintStream.class, String[].class)
                    .invoke(
                            null,
                            new PrintStream(said, true, StandardCharsets.UTF_8),
                            arguments(port).toArray(String[]::new));
            return new Ran((int) exit, said.toString(StandardCharsets.UTF_8));
        }
    }

    private Ran runByItself(int port, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(KIT.toString());
        command.addAll(arguments(port));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private List<String> arguments(int port) {
        return List.of(
                "http://127.0.0.1:" + port + "/sao-mai-transport",
                "--code",
                "sao-mai-transport",
                "--student",
                STUDENTS.remove().toString(),
                "--category",
                "pick-up-point",
                "--key",
                folder.resolve("key.json").toString(),
                "--port",
                String.valueOf(keysPort),
                "--patience",
                "3");
    }

    /** What came of running the kit. */
    private record Ran(int exit, String said) {}
}

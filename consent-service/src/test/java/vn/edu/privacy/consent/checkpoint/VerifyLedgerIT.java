package vn.edu.privacy.consent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.edu.privacy.consent.Erasing;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** What an inspector runs on an export, without the service: it holds as exported, and with any byte changed it does not. */
@RealParts
@TestPropertySource(properties = Sealing.OWN_CLOCK)
@Rule({"R-CON-10", "R-CON-23"})
class VerifyLedgerIT {
    private static final Path SOURCE = Path.of("..", "standalone", "verify-ledger", "VerifyLedger.java")
            .toAbsolutePath()
            .normalize();
    private static final String OFFICER = Tokens.system(Role.DATA_PROTECTION_OFFICER);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path folder;

    private WebTestClient client;
    private School school;
    private Child child;
    private String keys;

    @BeforeEach
    void aLedgerUnderACheckpoint() {
        client = School.client(port);
        school = new School(client);
        String purpose = school.publishNamed("Hồ sơ sức khỏe");
        for (int i = 0; i < 3; i++) {
            child = school.child(5);
            for (int again = 0; again <= i; again++) {
                school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                        .expectStatus()
                        .isCreated();
            }
        }
        assertThat(Sealing.now(context)).isPresent();
        keys = new String(get("/.well-known/jwks.json", OFFICER), StandardCharsets.UTF_8);
    }

    @Test
    void theCommandSaysThatTheExportHoldsOrWhereItDoesNot() throws Exception {
        byte[] export = get("/v1/ledger/export", Tokens.system(Role.INSPECTOR));
        Path good = Files.write(folder.resolve("export.ndjson"), export);
        Path jwks = Files.writeString(folder.resolve("keys.json"), keys);
        Path kept = Files.write(folder.resolve("kept.json"), get("/v1/checkpoints/1", OFFICER));
        assertThat(run(0, good, jwks, kept)).startsWith("holds: ").contains("under checkpoint");

        String text = new String(export, StandardCharsets.UTF_8);
        String[] lines = text.split("\n");
        Path cut = Files.writeString(folder.resolve("cut.ndjson"), text.replace(lines[lines.length - 2] + "\n", ""));
        assertThat(run(1, cut, jwks)).startsWith("BROKEN: line ");
        Path other = Files.writeString(
                folder.resolve("other.json"),
                Files.readString(kept).replaceAll("\"hash\":\"[0-9a-f]{64}\"", "\"hash\":\"" + "0".repeat(64) + "\""));
        assertThat(run(1, good, jwks, other)).contains("the past was rewritten");
        assertThat(run(2, folder.resolve("nothing"), jwks)).isBlank();
    }

    @Test
    void withAnyByteChangedTheExportOfAllChainsFails() throws Exception {
        everyByteCounts(get("/v1/ledger/export?since=1000000000", OFFICER));
    }

    @Test
    void withAnyByteChangedTheExportOfOneStudentFails() throws Exception {
        everyByteCounts(get("/v1/students/" + child.id() + "/ledger/export", OFFICER));
    }

    @Test
    @Rule("R-DEL-04")
    void aLedgerHoldsAfterItsStudentWasErased() throws Exception {
        try (Erasing erasing = new Erasing(school, child)) {
            erasing.applied(erasing.order());
        }
        assertThat(Sealing.now(context)).isPresent();
        Method verify = compiled();
        byte[] one = get("/v1/students/" + child.id() + "/ledger/export", OFFICER);
        assertThat(new String(one, StandardCharsets.UTF_8)).contains("ERASED").doesNotContain(child.name());
        assertThat(verify(verify, one)).isNotBlank();
        assertThat(verify(verify, get("/v1/ledger/export", OFFICER))).isNotBlank();
    }

    @Test
    void theExportOfAllNamesNobody() {
        String export = new String(get("/v1/ledger/export", OFFICER), StandardCharsets.UTF_8);
        assertThat(export)
                .doesNotContain(child.id().toString())
                .doesNotContain(child.mother().toString())
                .doesNotContain("GIVEN");
    }

    @Test
    void onlyTheOfficerAndTheInspectorGetIt() {
        String one = "/v1/students/" + child.id() + "/ledger/export";
        school.get(one, Tokens.system(Role.INSPECTOR)).expectStatus().isForbidden();
        for (String path : List.of("/v1/ledger/export", one)) {
            school.get(path, Tokens.bearer(Role.GUARDIAN, child.mother()))
                    .expectStatus()
                    .isForbidden();
        }
        school.get("/v1/students/" + UUID.randomUUID() + "/ledger/export", OFFICER)
                .expectStatus()
                .isNotFound();
    }

    /** Each byte once with its lowest bit turned, and once left out; the middle of signatures and hashes included. */
    private void everyByteCounts(byte[] export) throws Exception {
        Method verify = compiled();
        assertThat(verify(verify, export)).isNotBlank();
        for (int at = 0; at < export.length; at++) {
            byte[] changed = export.clone();
            changed[at] ^= 1;
            assertBroken(verify, changed, at);
            byte[] shorter = new byte[export.length - 1];
            System.arraycopy(export, 0, shorter, 0, at);
            System.arraycopy(export, at + 1, shorter, at, shorter.length - at);
            assertBroken(verify, shorter, at);
        }
        for (int length = 0; length < export.length; length++) {
            assertBroken(verify, Arrays.copyOf(export, length), length);
        }
    }

    private void assertBroken(Method verify, byte[] export, int at) {
        assertThatThrownBy(() -> verify(verify, export))
                .as("changed at %d", at)
                .satisfies(
                        thrown -> assertThat(thrown.getClass().getSimpleName()).isEqualTo("Broken"));
    }

    private String verify(Method verify, byte[] export) throws Exception {
        try {
            return (String) verify.invoke(null, new ByteArrayInputStream(export), keys, List.of());
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof RuntimeException broken ? broken : thrown;
        }
    }

    private Method compiled() throws IOException, ReflectiveOperationException {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-Xlint:all", "-Werror", "-d", folder.toString(), SOURCE.toString());
        assertThat(status).isZero();
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        return loader.loadClass("VerifyLedger").getMethod("verify", InputStream.class, String.class, List.class);
    }

    private String run(int status, Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), SOURCE.toString()));
        for (Path file : files) {
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(status);
        return said;
    }

    private byte[] get(String path, String token) {
        return client.get()
                .uri(path)
                .header("Authorization", token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }
}

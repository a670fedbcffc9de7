package vn.edu.privacy.consent.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.checkpoint.Sealing;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** Anybody verifies a receipt in a real browser, with the network gone, from print, and without JavaScript. */
@RealParts
@TestPropertySource(properties = Sealing.OWN_CLOCK)
@Rule({"R-CON-05", "R-CON-21"})
class VerificationPageIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static Playwright playwright;
    private static Browser chromium;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private JsonNode receipt;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path executable = Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium found: apt-get install chromium"));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--no-first-run")));
    }

    @AfterAll
    static void close() {
        chromium.close();
        playwright.close();
    }

    @BeforeEach
    void aReceiptUnderACheckpoint() {
        School school = School.at(port);
        String purpose = school.publishNamed("Hồ sơ sức khỏe");
        Child child = school.child(5);
        String id = "";
        for (int i = 0; i < 3; i++) {
            JsonNode decided = School.json(school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                    .expectStatus()
                    .isCreated());
            id = i == 1 ? decided.at("/decisions/0/receiptId").asString() : id;
        }
        Child other = school.child(5);
        school.decide(other, other.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        Sealing.now(context);
        receipt = School.json(school.get("/v1/receipts/" + id, Tokens.bearer(Role.GUARDIAN, child.mother()))
                .expectStatus()
                .isOk());
        assertThat(receipt.at("/inclusion/status").asString()).isEqualTo("INCLUDED");
    }

    @Test
    void aPastedReceiptVerifiesWithoutANetworkAndIsSentNowhere() {
        try (BrowserContext phone = phone(true)) {
            Page page = phone.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(address());
            page.waitForSelector("form[data-ready]");
            phone.setOffline(true);

            assertThat(verdict(page, receipt.toString()))
                    .contains("✓ Chữ ký đúng")
                    .contains("Đồng ý")
                    .contains("✓ Có trong sổ")
                    .doesNotContain("✗");
            assertThat(verdict(page, receipt.get("signed").asString())).contains("✓ Chữ ký đúng");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void whateverIsChangedInItsProofOrSignatureIsFound() {
        try (BrowserContext phone = phone(true)) {
            Page page = phone.newPage();
            page.navigate(address());
            page.waitForSelector("form[data-ready]");
            for (String at : List.of(
                    "/signed",
                    "/inclusion/checkpoint/signed",
                    "/inclusion/entry/prevHash",
                    "/inclusion/entry/bodyHash",
                    "/inclusion/links/0",
                    "/inclusion/head/subject",
                    "/inclusion/head/hash",
                    "/inclusion/path/0")) {
                assertThat(verdict(page, changed(at))).as(at).contains("✗");
            }
            for (String number : List.of("/inclusion/entry/seq", "/inclusion/head/seq", "/inclusion/leafIndex")) {
                JsonNode copy = receipt.deepCopy();
                int cut = number.lastIndexOf('/');
                ((ObjectNode) copy.at(number.substring(0, cut)))
                        .put(number.substring(cut + 1), copy.at(number).asLong() + 1);
                assertThat(verdict(page, copy.toString())).as(number).contains("✗");
            }
            assertThat(verdict(page, "not a receipt {")).contains("✗");
        }
    }

    @Test
    void theQrCodeOfAPrintedReceiptLeadsToItsProof() {
        try (BrowserContext phone = phone(true)) {
            Page page = phone.newPage();
            page.navigate(address() + "#" + printed());
            assertThat(shown(page)).contains("✓ Có trong sổ").contains("Đồng ý").doesNotContain("✗");
            String forged = printed().substring(0, 40) + "0".repeat(61);
            assertThat(verdict(page, forged)).contains("✗ Sổ không có biên nhận");
        }
    }

    @Test
    void withoutJavaScriptTheServerVerifies() {
        try (BrowserContext phone = phone(false)) {
            Page page = phone.newPage();
            for (String good : List.of(receipt.toString(), receipt.get("signed").asString(), printed())) {
                assertThat(asked(page, good)).contains("Đúng");
            }
            assertThat(asked(page, changed("/signed"))).contains("Không đúng");
        }
    }

    /** What the server says to the form. */
    private String asked(Page page, String given) {
        page.navigate(address());
        page.fill("#receipt", given);
        Response answer = page.waitForResponse(
                response -> response.request().method().equals("POST"), () -> page.click("button.main"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return page.innerText("main [role=status]:visible");
    }

    private String address() {
        return "http://127.0.0.1:" + port + "/consents/verify";
    }

    private String printed() {
        return receipt.get("receiptId").asString() + "."
                + receipt.at("/ledger/hash").asString();
    }

    /** The receipt with one letter of a text in it changed, well inside. */
    private String changed(String at) {
        JsonNode copy = receipt.deepCopy();
        String old = copy.at(at).asString();
        int middle = old.length() - 20;
        char other = old.charAt(middle) == 'a' ? 'b' : 'a';
        String text = old.substring(0, middle) + other + old.substring(middle + 1);
        int cut = at.lastIndexOf('/');
        switch (copy.at(at.substring(0, cut))) {
            case ArrayNode list -> list.set(Integer.parseInt(at.substring(cut + 1)), text);
            case ObjectNode object -> object.put(at.substring(cut + 1), text);
            default -> throw new IllegalArgumentException(at);
        }
        return JSON.writeValueAsString(copy);
    }

    private static String verdict(Page page, String given) {
        page.evaluate("document.getElementById('result').hidden = true");
        page.fill("#receipt", given);
        page.click("button.main");
        return shown(page);
    }

    private static String shown(Page page) {
        Locator result = page.locator("#result");
        result.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return result.innerText();
    }

    private static BrowserContext phone(boolean script) {
        return chromium.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setLocale("vi-VN")
                .setViewportSize(390, 844));
    }
}

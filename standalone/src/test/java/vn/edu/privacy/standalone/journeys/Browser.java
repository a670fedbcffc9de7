package vn.edu.privacy.standalone.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
final class Browser implements AutoCloseable {
    private static final Set<String> NOT_TOLERATED = Set.of("serious", "critical");
    private static final List<Integer> WIDTHS = List.of(390, 1280);

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Path screenshots = Path.of("target/screenshots");

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-quic",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** A person's own cookies, in Vietnamese and Vietnam's time, as on a phone. */
    BrowserContext person() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(WIDTHS.getFirst(), 844));
    }

    /** Keeps a picture of the page at each width under {@code target/screenshots}; returns where they are. */
    List<Path> keep(Page page, String name) {
        List<Path> pictures = WIDTHS.stream()
                .map(width -> {
                    Path picture = screenshots.resolve(name + "-" + width + ".png");
                    page.setViewportSize(width, width < 800 ? 844 : 900);
                    page.screenshot(
                            new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
                    return picture;
                })
                .toList();
        page.setViewportSize(WIDTHS.getFirst(), 844);
        return pictures;
    }

    /** What keeps people with disabilities out of this page: the serious and critical findings, one a line. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> NOT_TOLERATED.contains(rule.getImpact()))
                        .map(rule -> page.url() + ": " + told(rule))
                        .toList();
    }

    /** Whether something makes the page wider than its window, so that a phone scrolls sideways. */
    static boolean overflows(Page page) {
        return Objects.equals(
                page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), true);
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + ") at "
                + rule.getNodes().stream().map(node -> node.getTarget()).toList();
    }

    private static Path executable() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium found: apt-get install chromium"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}

package vn.edu.privacy.standalone.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
final class Browser implements AutoCloseable {
    static final int PHONE = 390;
    static final int DESK = 1280;
    /** As much of a page at a desk as its picture in the README shows. */
    private static final int TOP = 600;

    private static final Set<String> NOT_TOLERATED = Set.of("serious", "critical");
    private static final List<Integer> WIDTHS = List.of(PHONE, DESK);

    /** The pictures of the README, by the names they have here; drawn anew with {@code -Dpictures.write=true}. */
    private static final Map<String, String> README = Map.of(
            "purpose-390", "portal-phone",
            "request-completed-390", "portal-request-phone",
            "class-list-1280", "portal-class-list",
            "officer-queue-1280", "portal-queue");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Path screenshots = Path.of("target/screenshots");
    private final Map<BrowserContext, Watch> watches = new IdentityHashMap<>();

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
                                // pictures are drawn without a process of their own
                                "--disable-gpu",
                                "--in-process-gpu",
                                "--lang=vi",
                                "--no-first-run")));
    }

    /** A person's own cookies, in Vietnamese and Vietnam's time, as on a phone. */
    BrowserContext person() {
        return watched(reader());
    }

    /** The same person, logged in as before, who has the portal shown in another way. */
    BrowserContext same(BrowserContext person, Way way) {
        BrowserContext same =
                watched(reader().setStorageState(person.storageState()).setViewportSize(way.width(), 900));
        if (!way.scripts()) {
            same.route(
                    "**/*.js",
                    script -> script.fulfill(new FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody("")));
        }
        same.addCookies(List.of(
                new Cookie("lang", way.language()).setDomain("localhost").setPath("/")));
        return same;
    }

    /** A person who has the machine show things in another way. */
    BrowserContext person(Consumer<NewContextOptions> way) {
        NewContextOptions options = reader();
        way.accept(options);
        return watched(options);
    }

    /** What the person's pages did behind their back since the last call. */
    List<String> complaints(Page page) {
        return Objects.requireNonNull(watches.get(page.context())).complaints();
    }

    private static NewContextOptions reader() {
        return new NewContextOptions()
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(PHONE, 844);
    }

    private BrowserContext watched(NewContextOptions options) {
        BrowserContext person = chromium.newContext(options);
        watches.put(person, new Watch(person));
        return person;
    }

    /** Keeps a picture of the page at each width under {@code target/screenshots}; returns where they are. */
    List<Path> keep(Page page, String name) {
        List<Path> pictures = WIDTHS.stream()
                .map(width -> {
                    Path picture = screenshots.resolve(name + "-" + width + ".png");
                    page.setViewportSize(width, width == PHONE ? 844 : 900);
                    keepAsItIs(page, picture);
                    return picture;
                })
                .toList();
        page.setViewportSize(WIDTHS.getFirst(), 844);
        return pictures;
    }

    /** Keeps a picture of the page at the width that it has. */
    Path keepOne(Page page, String name) {
        return keepAsItIs(page, screenshots.resolve(name + ".png"));
    }

    private static Path keepAsItIs(Page page, Path picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        String drawn = README.get(picture.getFileName().toString().replace(".png", ""));
        if (drawn != null && Boolean.getBoolean("pictures.write")) {
            Page.ScreenshotOptions drawing = new Page.ScreenshotOptions().setPath(Path.of("../docs", drawn + ".png"));
            page.screenshot(
                    page.viewportSize().width == PHONE ? drawing.setFullPage(true) : drawing.setClip(0, 0, DESK, TOP));
        }
        return picture;
    }

    /** What keeps people with disabilities out of this page: the serious and critical findings, one a line. */
    static List<String> barriers(Page page) {
        return findings(page, rule -> NOT_TOLERATED.contains(rule.getImpact()));
    }

    /** Everything that axe-core finds, however slight. */
    static List<String> flaws(Page page) {
        return findings(page, rule -> true);
    }

    private static List<String> findings(Page page, Predicate<Rule> weighs) {
        // one frame, no other page to reckon in: the pages of the portal embed nothing
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(weighs)
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

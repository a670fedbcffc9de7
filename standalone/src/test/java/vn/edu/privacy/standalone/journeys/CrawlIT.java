package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every page that each reader can reach: it is there, sound in both languages, with and without scripts, on a phone and at
 * a desk, light, and nobody else's.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrawlIT extends Journey {
    private static final int FIRST_LOAD = 60 * 1024;
    private static final int LATER_LOAD = 15 * 1024;
    private static final List<String> PUBLIC = List.of("/public/", "/problems/", "/units/");
    private static final Map<Reader, Map<String, List<String>>> FOUND = new EnumMap<>(Reader.class);
    private static final Map<Reader, List<String>> DEAD = new EnumMap<>(Reader.class);

    @BeforeAll
    static void somethingIsGoingOn() {
        Happenings.of(demo);
        for (Reader reader : Reader.values()) {
            try (BrowserContext person = browser.person()) {
                reader.login(demo).ifPresent(who -> atBoth(person, who));
                Crawl crawl = new Crawl(person.request(), reader != Reader.ANYBODY);
                FOUND.put(reader, crawl.from(reader.beginnings(demo)));
                DEAD.put(reader, crawl.dead());
            }
        }
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void noLinkIsDead(Reader reader) {
        assertThat(DEAD.get(reader)).as("dead links of %s", reader).isEmpty();
        assertThat(FOUND.get(reader)).as("pages of %s", reader).hasSizeGreaterThan(2);
    }

    @Order(2)
    @ParameterizedTest
    @EnumSource
    void nobodyOpensWhatOthersReach(Reader reader) {
        Map<String, List<String>> own = FOUND.get(reader);
        Set<String> open = new TreeSet<>();
        Set<String> asked = new HashSet<>();
        try (BrowserContext person = browser.person()) {
            reader.login(demo).ifPresent(who -> atBoth(person, who));
            FOUND.forEach((other, pages) -> pages.forEach((kind, addresses) -> {
                if (!own.containsKey(kind)
                        && !mayOpen(reader, kind)
                        && !FOUND.get(Reader.ANYBODY).containsKey(kind)
                        && asked.add(kind)) {
                    int status = status(person, addresses.getFirst());
                    boolean asksWho = reader == Reader.ANYBODY && status == 302;
                    if (!asksWho && status != 403 && status != 404) {
                        open.add(kind + " of " + other + ": " + status);
                    }
                }
            }));
        }
        assertThat(asked).as("pages that are not %s's", reader).hasSizeGreaterThan(5);
        assertThat(open).as("pages of others that %s opens", reader).isEmpty();
    }

    @Order(3)
    @Test
    void anotherFamilyReachesNothingOfThisOne() {
        Set<String> children =
                Set.copyOf(Demo.studentsOf(Reader.PARENT.login(demo).orElseThrow()));
        JsonNode stranger =
                demo.person("guardian", each -> Demo.studentsOf(each).stream().noneMatch(children::contains));
        try (BrowserContext person = browser.person()) {
            atBoth(person, stranger);
            Map<String, Integer> answers = new TreeMap<>();
            FOUND.get(Reader.PARENT).forEach((kind, addresses) -> {
                if (kind.contains("*") && PUBLIC.stream().noneMatch(kind::contains)) {
                    answers.put(kind, status(person, addresses.getFirst()));
                }
            });
            assertThat(answers).hasSizeGreaterThan(8);
            assertThat(answers.values()).as(answers.toString()).allMatch(status -> status == 404);
        }
    }

    /** Of those who reach a kind of pages, the first sees it in one way and the last, perhaps the same, in the opposite. */
    @Order(4)
    @ParameterizedTest
    @EnumSource
    void everyPageIsSoundInTwoOppositeWays(Reader reader) {
        List<Way> ways = Way.opposites(reader.ordinal());
        shown(reader, ways.getFirst(), whereItIs(reader, false));
        shown(reader, ways.getLast(), whereItIs(reader, true));
    }

    private static Map<String, List<String>> whereItIs(Reader reader, boolean last) {
        Map<String, List<String>> pages = new TreeMap<>(FOUND.get(reader));
        FOUND.forEach((other, found) -> {
            if (last ? other.compareTo(reader) > 0 : other.compareTo(reader) < 0) {
                pages.keySet().removeAll(found.keySet());
            }
        });
        return pages;
    }

    @Order(5)
    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void everyPageIsSoundInEveryWay(Reader reader) {
        Way.all().forEach(way -> shown(reader, way, FOUND.get(reader)));
    }

    /** Opens the first page of each kind, and tells all that is wrong with any. */
    private static void shown(Reader reader, Way way, Map<String, List<String>> pages) {
        SoftAssertions found = new SoftAssertions();
        Set<String> loaded = new HashSet<>();
        try (BrowserContext person = browser.person()) {
            reader.login(demo).ifPresent(who -> atBoth(person, who));
            try (BrowserContext same = browser.same(person, way)) {
                Page page = same.newPage();
                pages.forEach((kind, addresses) -> {
                    String name = "crawl/" + reader.name().toLowerCase(Locale.ROOT) + kind.replaceAll("[/?*&]+", "-")
                            + "-" + way;
                    found.assertThat(page.navigate(addresses.getFirst()).status())
                            .as(name)
                            .isEqualTo(200);
                    browser.keepOne(page, name);
                    found.assertThat(faults(page, way, loaded.add(kind.substring(0, kind.indexOf('/', 1)))))
                            .as("%s, %s", name, page.url())
                            .isEmpty();
                });
            }
        }
        found.assertAll();
    }

    private static List<String> faults(Page page, Way way, boolean firstOfService) {
        List<String> faults = new ArrayList<>(Browser.flaws(page));
        faults.addAll(browser.complaints(page));
        PageFacts facts = PageFacts.of(page);
        facts.raw().forEach(raw -> faults.add("shows the code " + raw));
        if (facts.headings() != 1) {
            faults.add(facts.headings() + " questions");
        }
        if (facts.title().isBlank()) {
            faults.add("no title");
        }
        if (!facts.language().equals(way.language())) {
            faults.add("is in " + facts.language());
        }
        if (!facts.skips()) {
            faults.add("no way past the bar");
        }
        if (Browser.overflows(page)) {
            faults.add("is wider than the screen");
        }
        // a browser that replaces scripts keeps nothing from page to page
        if (way.scripts() && facts.bytes() > (firstOfService ? FIRST_LOAD : LATER_LOAD)) {
            faults.add(facts.bytes() + " bytes over the wire");
        }
        return faults;
    }

    private static int status(BrowserContext person, String address) {
        APIResponse answer =
                person.request().get(address, RequestOptions.create().setMaxRedirects(0));
        try {
            return answer.status();
        } finally {
            answer.dispose();
        }
    }

    /** Logs in at both services, so that an answer is about the page and not about the login. */
    private static void atBoth(BrowserContext person, JsonNode who) {
        Page page = person.newPage();
        logIn(page, who, demo.consents("/"));
        page.navigate(demo.rights("/"));
        assertThat(page.url()).startsWith(demo.rights("/"));
    }

    /** What a reader may open although no link of the reader's own leads there. */
    private static boolean mayOpen(Reader reader, String kind) {
        return switch (reader) {
            case PARENT, PUPIL -> kind.startsWith("/consents/sitting") || kind.startsWith("/rights/inbox");
            default -> kind.startsWith("/rights/inbox");
        };
    }
}

package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A way through the running system; all journeys share one. */
@ExtendWith(RunningSystem.class)
abstract class Journey {
    static Demo demo;
    static Browser browser;

    static void begin(Demo running, Browser eyes) {
        demo = running;
        browser = eyes;
    }

    /** Goes to a page, and through the realm's login on the way. */
    static void logIn(Page page, JsonNode person, String address) {
        page.navigate(address);
        page.locator("#username").fill(person.get("username").asString());
        page.locator("#password").fill(person.get("password").asString());
        page.locator("#kc-login").click();
        page.waitForURL(address + "**");
    }

    /** Keeps a picture and finds barriers: what a person with a screen reader or a small phone would meet. */
    static void seen(Page page, String name) {
        browser.keep(page, name);
        assertThat(Browser.barriers(page)).as(name).isEmpty();
        assertThat(Browser.overflows(page))
                .as("%s is wider than the screen", name)
                .isFalse();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))
                        .count())
                .as("%s has one question", name)
                .isEqualTo(1);
    }

    /** As {@link #seen}, and nothing at all to find: no slight flaw, no complaint of the browser, no code in the words. */
    static void flawless(Page page, String name) {
        for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
            page.setViewportSize(width, width == Browser.PHONE ? 844 : 900);
            assertThat(Browser.overflows(page))
                    .as("%s is wider than %d", name, width)
                    .isFalse();
        }
        browser.keep(page, name);
        assertThat(Browser.flaws(page)).as(name).isEmpty();
        assertThat(browser.complaints(page)).as(name).isEmpty();
        sound(page, name, "vi");
    }

    /** One question, a title, its language, a way past the bar, and no code where a word belongs. */
    static PageFacts sound(Page page, String name, String language) {
        PageFacts facts = PageFacts.of(page);
        assertThat(facts.headings()).as("%s has one question", name).isEqualTo(1);
        assertThat(facts.title()).as(name).isNotBlank();
        assertThat(facts.language()).as("%s tells its language", name).isEqualTo(language);
        assertThat(facts.skips()).as("%s lets a keyboard past the bar", name).isTrue();
        assertThat(facts.raw()).as("%s shows codes: %s", name, page.url()).isEmpty();
        return facts;
    }
}

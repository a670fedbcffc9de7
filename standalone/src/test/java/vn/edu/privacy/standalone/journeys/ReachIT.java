package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Main pages for those who enlarge, use the keyboard alone, choose their own colours, want no motion, or are in a hurry. */
class ReachIT extends Journey {
    /** Half of a desk's width in CSS pixels is what 200 % zoom leaves; a quarter, 320, is what WCAG 1.4.10 asks for. */
    private static final int[] ENLARGED = {Browser.DESK / 2, Browser.DESK / 4};

    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return null;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              return {
                what: at.tagName + ' ' + (at.name || at.id || '') + ' ' + (at.getAttribute('href') || '') + ' ' + at.textContent.trim().slice(0, 40) + ' ' + (at.value || ''),
                seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0,
                within: box.bottom > 0 && box.top < innerHeight,
              };
            }""";
    private static final String REACHABLE = """
            [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
              .filter((each) => each.checkVisibility() && !each.disabled).length""";

    @BeforeAll
    static void somethingIsGoingOn() {
        Happenings.of(demo);
    }

    private static List<String> ofAParent() {
        String child = Demo.studentOf(Reader.PUPIL.login(demo).orElseThrow());
        return List.of(
                demo.consents("/"),
                demo.consents("/children/" + child),
                demo.consents("/children/" + child + "/purposes/health-record"),
                demo.consents("/withdrawals"),
                demo.rights("/"),
                demo.rights("/students/" + child + "/rights/delete"),
                demo.rights("/inbox"));
    }

    @Test
    void pagesFitWhenTheyAreEnlarged() {
        try (BrowserContext person = browser.person()) {
            Page page = person.newPage();
            logIn(page, Reader.PARENT.login(demo).orElseThrow(), demo.consents("/"));
            for (String address : ofAParent()) {
                page.navigate(address);
                for (int width : ENLARGED) {
                    page.setViewportSize(width, 512);
                    assertThat(Browser.overflows(page))
                            .as("%s at %d", address, width)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everythingIsReachedAndSeenWithTheKeyboardAlone() {
        try (BrowserContext person = browser.person()) {
            Page page = person.newPage();
            logIn(page, Reader.PARENT.login(demo).orElseThrow(), demo.consents("/"));
            for (String address : ofAParent()) {
                page.navigate(address);
                assertThat(page.evaluate("document.activeElement === document.body"))
                        .as("%s chooses nothing for its reader", address)
                        .isEqualTo(true);
                int reachable = ((Number) page.evaluate(REACHABLE)).intValue();
                Set<String> reached = new HashSet<>();
                List<String> unseen = new ArrayList<>();
                for (int step = 0; step < reachable + 2; step++) {
                    page.keyboard().press("Tab");
                    @SuppressWarnings("unchecked")
                    Map<String, Object> focused = (Map<String, Object>) page.evaluate(FOCUSED);
                    if (focused == null) {
                        break;
                    }
                    reached.add(focused.get("what") + " " + step);
                    if (!Boolean.TRUE.equals(focused.get("seen")) || !Boolean.TRUE.equals(focused.get("within"))) {
                        unseen.add(String.valueOf(focused.get("what")));
                    }
                }
                assertThat(unseen).as("focus is not seen on %s", address).isEmpty();
                // radio buttons of one question are one stop
                assertThat(reached.size()).as("%s, of %d", address, reachable).isGreaterThan(reachable / 2);
            }
            page.navigate(demo.consents("/"));
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("#main");
        }
    }

    @Test
    void statesAreToldWithoutColourAndNothingMoves() {
        try (BrowserContext person = browser.person(
                way -> way.setForcedColors(ForcedColors.ACTIVE).setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = person.newPage();
            logIn(page, Reader.PARENT.login(demo).orElseThrow(), demo.consents("/"));
            for (String address : ofAParent()) {
                page.navigate(address);
                browser.keepOne(
                        page,
                        "forced"
                                + address.replaceAll("^http://[^/]+|[0-9a-f]{8}-[0-9a-f-]{27}", "")
                                        .replaceAll("[/?&]+", "-"));
                assertThat(page.evaluate("""
                                [...document.querySelectorAll('.tag')].every((tag) => tag.innerText.trim() !== ''
                                  && getComputedStyle(tag).borderTopStyle === 'solid')"""))
                        .as("tags of %s are words in a frame", address)
                        .isEqualTo(true);
                assertThat(page.evaluate("""
                                [...document.querySelectorAll('*')].every((each) => {
                                  const style = getComputedStyle(each);
                                  return style.animationName === 'none' && style.transitionDuration.split(', ').every((time) => parseFloat(time) === 0);
                                })""")).as("%s keeps still", address).isEqualTo(true);
            }
        }
    }

    @Test
    void seeingAndWithdrawingAreTwoTapsAwayFromAnywhere() {
        String child = Demo.studentOf(Reader.PUPIL.login(demo).orElseThrow());
        try (BrowserContext person = browser.person()) {
            Page page = person.newPage();
            logIn(page, Reader.PARENT.login(demo).orElseThrow(), demo.consents("/"));
            for (String address : ofAParent()) {
                page.navigate(address);
                page.locator("header.bar a[href$='/rights/#ask']").click();
                page.locator("a[href$='/students/" + child + "/access']").click();
                page.waitForURL("**/rights/students/" + child + "/access");
                page.navigate(address);
                page.locator("header.bar a[href$='/consents/withdrawals']").click();
                page.locator("main a[href$='/withdrawal']").first().click();
                page.waitForURL("**/consents/children/*/purposes/*/withdrawal");
            }
        }
    }

    @Test
    void sendingTwiceAsksOnce() {
        JsonNode parent = Reader.PARENT.login(demo).orElseThrow();
        String sibling = Demo.studentsOf(parent).stream()
                .filter(each ->
                        !each.equals(Demo.studentOf(Reader.PUPIL.login(demo).orElseThrow())))
                .findFirst()
                .orElseThrow();
        try (BrowserContext person = browser.person()) {
            Page page = person.newPage();
            logIn(page, parent, demo.rights("/students/" + sibling + "/rights/complain"));
            page.locator("#reason").fill("Ảnh lớp được đăng mà không hỏi.");
            page.locator("button.btn.main").dblclick();
            page.waitForURL("**/rights/requests/**");
            String first = page.url();
            page.goBack();
            page.locator("#reason").fill("Ảnh lớp được đăng mà không hỏi.");
            page.locator("button.btn.main").click();
            page.waitForLoadState();
            long complaints = demo.get(demo.token(parent), demo.rights("/v1/requests?type=COMPLAIN"))
                    .body()
                    .path("items")
                    .valueStream()
                    .filter(each -> each.path("studentId").asString("").equals(sibling))
                    .count();
            assertThat(complaints).as("of " + first).isEqualTo(1);
        }
    }

    @Test
    void theLoginHasThePortalsFaceInBothLanguages() {
        try (BrowserContext anybody = browser.person()) {
            Page page = anybody.newPage();
            page.navigate(demo.consents("/"));
            sound(page, "login", "vi");
            assertThat(page.locator("header.bar strong").innerText()).isEqualTo("Dữ liệu học sinh");
            flawless(page, "login");
            assertThat(PageFacts.of(page).bytes()).as("login over the wire").isLessThan(60 * 1024);
            page.locator("#username").fill("khong-co");
            page.locator("#password").fill("sai-mat-khau");
            page.locator("#kc-login").click();
            assertThat(page.locator("[role=alert]").innerText()).contains("chưa đúng");
            flawless(page, "login-wrong");
            page.locator("a[hreflang=en]").click();
            sound(page, "login in English", "en");
            browser.keep(page, "login-en");
            page.locator("form p.small a").click();
            sound(page, "forgotten password", "en");
            browser.keep(page, "login-forgotten");
        }
    }
}

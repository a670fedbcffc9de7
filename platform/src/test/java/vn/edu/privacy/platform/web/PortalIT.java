package vn.edu.privacy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnWebProbe
class PortalIT {
    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Nested
    class Login {
        @Test
        void aPageWithoutASessionLeadsToKeycloakWithProofKey() {
            String start = Browser.location(browser.get("/probe/mine/x"));
            String keycloak = Browser.location(browser.get(start));

            assertThat(start).isEqualTo("/probe/oauth2/authorization/keycloak");
            assertThat(keycloak).startsWith(LoginRealm.ISSUER + "/protocol/openid-connect/auth?");
            assertThat(Browser.query(keycloak))
                    .containsEntry("client_id", "portal")
                    .containsEntry("code_challenge_method", "S256")
                    .containsEntry("redirect_uri", "http://127.0.0.1:" + port + "/probe/login/oauth2/code/keycloak")
                    .containsKeys("code_challenge", "state", "nonce");
        }

        @Test
        void aLoginThatMustBeFreshAsksKeycloakForNoneOlder() {
            String fresh = Browser.location(browser.get("/probe/oauth2/authorization/keycloak?fresh"));
            String usual = Browser.location(browser.get("/probe/oauth2/authorization/keycloak"));

            assertThat(Browser.query(fresh))
                    .containsEntry("max_age", "300")
                    .containsKeys("code_challenge", "state", "nonce");
            assertThat(Browser.query(usual)).doesNotContainKey("max_age");
        }

        /** Often: a server that forgets to read a connection that is kept alive shows in one login of twenty. */
        @RepeatedTest(20)
        void afterwardsThePersonIsWhereTheyWantedToGo() {
            String next = browser.logIn("/probe/mine/x?from=letter");

            assertThat(next).startsWith("/probe/mine/x?from=letter");
            assertThat(LoginRealm.tokenRequest).contains("code_verifier=");
            assertThat(browser.get(next).statusCode()).isEqualTo(200);
        }

        @Test
        void theSessionCookieIsItsOwnAndOutOfReachOfScripts() {
            HttpResponse<String> response = browser.get("/probe/mine/x");

            assertThat(response.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("PROBE_SESSION="))
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie)
                            .contains("Path=/probe")
                            .containsIgnoringCase("HttpOnly")
                            .contains("SameSite=Lax")
                            .doesNotContain("Max-Age"));
        }

        @Test
        void aSessionIdFromBeforeTheLoginIsWorthNothingAfterIt() {
            browser.get("/probe/mine/x");
            String before = session();
            browser.logIn("/probe/mine/x");

            assertThat(session()).isNotEqualTo(before);
        }

        @Test
        void loggingOutEndsTheSessionHereAndAtKeycloak() {
            browser.logIn("/probe/mine/x");
            String csrf = Browser.csrf(browser.get("/probe/mine/x"));

            HttpResponse<String> out = browser.post("/probe/logout", Map.of("_csrf", csrf));

            assertThat(Browser.location(out)).startsWith(LoginRealm.ISSUER + "/protocol/openid-connect/logout?");
            assertThat(Browser.query(Browser.location(out)))
                    .containsKey("id_token_hint")
                    .containsEntry("post_logout_redirect_uri", "http://127.0.0.1:" + port + "/probe/");
            assertThat(browser.get("/probe/mine/x").statusCode()).isEqualTo(302);
        }

        @Test
        void aPageThatNobodyNamedIsDenied() {
            browser.logIn("/probe/mine/x");

            HttpResponse<String> denied = browser.get("/probe/secret");

            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.body()).contains("<h1>Không được phép</h1>");
        }

        private String session() {
            return browser.cookies().stream()
                    .filter(cookie -> cookie.getName().equals("PROBE_SESSION"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class Forms {
        @Test
        void aFormThatTheFrameMadeIsTaken() {
            browser.logIn("/probe/mine/x");
            HttpResponse<String> page = browser.get("/probe/mine/x");

            HttpResponse<String> sent =
                    browser.post("/probe/mine/x", Map.of("_csrf", Browser.csrf(page), "idempotencyKey", "0123456789"));

            assertThat(sent.statusCode()).isIn(302, 303);
            assertThat(Browser.location(sent)).isEqualTo("/probe/mine/x");
        }

        @Test
        void aFormWithoutItsTokenIsRefusedWithAPage() {
            browser.logIn("/probe/mine/x");

            HttpResponse<String> refused = browser.post("/probe/mine/x", Map.of("idempotencyKey", "0123456789"));

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(refused.body()).contains("<h1>Không được phép</h1>");
        }
    }

    @Nested
    class Frame {
        @Test
        void whoIsLoggedInFindsTheWayHomeAndOut() {
            browser.logIn("/probe/mine/x");

            assertThat(browser.get("/probe/mine/x").body())
                    .contains("<html lang=\"vi\"", "<a class=\"skip\" href=\"#main\">Đến nội dung chính</a>")
                    .contains("href=\"http://localhost:8081/consents/\"><strong>Dữ liệu học sinh</strong></a>")
                    .contains("action=\"/probe/logout\"")
                    .contains("name=\"idempotencyKey\" value=\"");
        }

        @Test
        void whoIsNotIsOfferedNoWayOut() {
            assertThat(browser.get("/probe/welcome").body())
                    .contains("<h1>Trang thử</h1>")
                    .doesNotContain("/logout");
        }

        @Test
        void theLanguageSwitchKeepsThePageAndIsRemembered() {
            assertThat(browser.get("/probe/welcome?step=2").body())
                    .contains("href=\"/probe/welcome?step=2&amp;lang=en\" lang=\"en\" hreflang=\"en\">English</a>");

            assertThat(browser.get("/probe/welcome?lang=en").body()).contains("<html lang=\"en\"");
            assertThat(browser.get("/probe/welcome").body())
                    .contains("<html lang=\"en\"", "Skip to the main content")
                    .contains("lang=\"vi\" hreflang=\"vi\">Tiếng Việt</a>");
        }

        @Test
        void whatTheFrameNeedsIsServedToAnybody() {
            String page = browser.get("/probe/welcome").body();

            assertThat(page).contains("/probe/css/portal.css", "/probe/webjars/htmx.org/dist/htmx.min.js");
            assertThat(browser.get("/probe/css/portal.css").statusCode()).isEqualTo(200);
            assertThat(browser.get("/probe/webjars/htmx.org/dist/htmx.min.js").statusCode())
                    .isEqualTo(200);
            assertThat(browser.get("/probe/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void browsersAreToldToTrustNothingElse() {
            HttpResponse<String> page = browser.get("/probe/welcome");

            assertThat(header(page, "Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(header(page, "Cache-Control")).contains("no-store");
        }

        private static String header(HttpResponse<String> response, String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @Nested
    class Errors {
        @Test
        void aBrokenPageSaysSorryAndNothingElse() {
            browser.logIn("/probe/mine/x");

            HttpResponse<String> page = browser.get("/probe/mine/broken");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body())
                    .contains("<h1>Lỗi của hệ thống</h1>", "Mã tham chiếu: ")
                    .doesNotContain("Minh Anh", "IllegalState");
        }

        @Test
        void anAddressBelowANamedOneThatLeadsNowhereIsNotFound() {
            browser.logIn("/probe/mine/x");

            HttpResponse<String> page = browser.get("/probe/mine/x/y");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("<h1>Không tìm thấy</h1>");
        }

        @Test
        void eachTypeOfProblemHasAPageInBothLanguages() {
            assertThat(browser.get("/probe/problems/stale").body()).contains("<h1>Đã có thay đổi mới hơn</h1>");
            assertThat(browser.get("/probe/problems/stale?lang=en").body())
                    .contains("<h1>Something newer is there</h1>");
            assertThat(browser.get("/probe/problems/no-such").statusCode()).isEqualTo(404);
        }
    }
}

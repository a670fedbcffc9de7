package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** Gathered data opens only to whoever logged in a moment ago. */
class FreshLoginIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    private UUID id;

    @BeforeEach
    void dataThatCanBeSeen() {
        id = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
        act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of());
        release(id);
    }

    @Test
    void tokenOfAnOlderLoginGetsTheChallengeToStepUp() {
        var answer = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/rights")
                .build()
                .get()
                .uri("/v1/requests/" + id + "/personal-data")
                .header("Authorization", Tokens.loggedInAnHourAgo(Role.GUARDIAN, mother))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody(String.class)
                .returnResult();

        assertThat(answer.getResponseHeaders().getFirst("WWW-Authenticate"))
                .startsWith("Bearer error=\"insufficient_user_authentication\"")
                .contains("max_age=\"300\"");
        assertThat(answer.getResponseBody())
                .contains("/problems/fresh-login-needed")
                .doesNotContain("Lê Lợi");
        assertThat(seen()).isZero();
        assertThat(get(motherToken(), "/v1/requests/" + id + "/personal-data").status())
                .isEqualTo(200);
        assertThat(seen()).isEqualTo(1);
    }

    @Test
    void readerOfAnOlderLoginIsLedToTheLoginAndNothingIsShown() {
        Browser parent =
                Browser.of(context, Role.GUARDIAN, mother, Instant.now().minus(Duration.ofMinutes(6)));

        Page page = parent.open("/requests/" + id + "/personal-data");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.html()).contains("Xin đăng nhập lại").doesNotContain("Lê Lợi");
        assertThat(page.links("/oauth2/authorization/keycloak?fresh")).isTrue();
        assertThat(parent.open("/requests/" + id).status())
                .as("the request itself needs no fresh login")
                .isEqualTo(200);
        assertThat(seen()).isZero();
        assertThat(Browser.of(context, Role.GUARDIAN, mother)
                        .open("/requests/" + id + "/personal-data")
                        .html())
                .contains("Lê Lợi");
    }

    @Test
    void whatIsShownCanBePrintedForOneStudentAndLeavesNoFile() {
        Page page = Browser.of(context, Role.GUARDIAN, mother).open("/requests/" + id + "/personal-data");

        assertThat(page.headers().getCacheControl()).contains("no-store");
        assertThat(page.headers().getFirst("Content-Disposition")).isNull();
        assertThat(page.html())
                .contains("class=\"print-only small\"", "chỉ dành cho người đã xem")
                .doesNotContain("download");
    }

    private long seen() {
        return count("select count(*) from request_timeline where event = 'VIEWED' and request_id = '" + id + "'");
    }
}

package vn.edu.privacy.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import vn.edu.privacy.platform.problem.ProblemException;

class FreshLoginTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final FreshLogin fresh = new FreshLogin(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(5));

    @Test
    void loginIsFreshForFiveMinutesToTheSecond() {
        assertThat(fresh.isOf(loggedIn(NOW.minusSeconds(300)))).isTrue();
        assertThat(fresh.isOf(loggedIn(NOW.minusSeconds(301)))).isFalse();
    }

    @Test
    void whoCannotSayWhenTheyLoggedInHasNot() {
        assertThat(fresh.isOf(Claims.caller("x", Map.of()))).isFalse();
        assertThat(fresh.isOf(Claims.caller("x", Map.of("auth_time", "today")))).isFalse();
    }

    @Test
    void timeOfLoginIsReadFromAccessAndIdTokensAlike() {
        assertThat(fresh.isOf(loggedIn(NOW))).isTrue();
        assertThat(fresh.isOf(Claims.caller("x", Map.of("auth_time", NOW.getEpochSecond()))))
                .isTrue();
    }

    @Test
    void olderLoginGetsTheChallengeOfRfc9470() {
        StepVerifier.create(fresh.require(loggedIn(NOW))).verifyComplete();
        StepVerifier.create(fresh.require(loggedIn(NOW.minusSeconds(301))))
                .expectErrorSatisfies(error -> {
                    ProblemException problem = (ProblemException) error;
                    assertThat(problem.type().status()).isEqualTo(401);
                    assertThat(problem.headers())
                            .containsEntry(
                                    "WWW-Authenticate",
                                    "Bearer error=\"insufficient_user_authentication\", "
                                            + "error_description=\"A more recent authentication is required\", "
                                            + "max_age=\"300\"");
                })
                .verify();
    }

    private static Caller loggedIn(Instant at) {
        return Claims.caller("x", Map.of("auth_time", at));
    }
}

package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** A request's progress as it happens. */
class LiveIT extends RightsCase {
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private ApplicationContext context;

    private UUID id;

    @BeforeEach
    void aRequest() {
        id = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
    }

    @Test
    void tellsWhatHappenedAndThenWhatHappensAndResumesWhereItBrokeOff() {
        StepVerifier.create(events(motherToken(), null).filter(event -> event.data() != null))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("timeline");
                    assertThat(event.id()).isEqualTo("1");
                    assertThat(event.data()).containsEntry("event", "OPENED");
                })
                .then(() -> act(officer(SCHOOL), "/v1/requests/" + id + "/assignment", Map.of()))
                .assertNext(event -> assertThat(event.data())
                        .containsEntry("event", "ASSIGNED")
                        .as("who handles it is for officers")
                        .doesNotContainKey("actorId"))
                .thenCancel()
                .verify(PATIENCE);
        act(officer(SCHOOL), "/v1/requests/" + id + "/refusal", Map.of());

        StepVerifier.create(events(motherToken(), "1").filter(event -> event.data() != null))
                .assertNext(event -> assertThat(event.id()).isEqualTo("2"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void showsSignsOfLifeWhileNothingHappens() {
        StepVerifier.create(events(motherToken(), "1").take(3))
                .thenConsumeWhile(event -> event.comment() != null && event.data() == null)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void nobodyFollowsARequestThatIsNotTheirs() {
        for (String token : List.of(Tokens.bearer(Role.GUARDIAN, father), officer("sao-mai"))) {
            assertThat(status(token)).isEqualTo(404);
        }
        assertThat(get(motherToken(), "/v1/requests/" + id + "/timeline").status())
                .as("the plain timeline is as it was")
                .isEqualTo(200);
    }

    @Test
    void oneCallerHoldsOnlySoManyConnections() {
        List<Disposable> held = new ArrayList<>();
        try {
            for (int each = 0; each < 6; each++) {
                held.add(events(motherToken(), "1").subscribe(event -> {}, error -> {}));
            }
            await().atMost(PATIENCE).until(() -> status(motherToken()) == 429);
            assertThat(status(officer(SCHOOL))).as("others are not kept out").isEqualTo(200);
        } finally {
            held.forEach(Disposable::dispose);
        }
        await().atMost(PATIENCE).until(() -> status(motherToken()) == 200);
    }

    @Test
    void thePageFollowsByTheReadersSessionAndIsWholeWithoutScripts() {
        Browser parent = Browser.of(context, Role.GUARDIAN, mother);
        String request = "/requests/" + id;

        String page = parent.open(request).html();

        assertThat(page)
                .contains("data-live=\"/rights" + request + "/timeline?after=1\"", "src=\"/rights/js/live.js\"")
                .contains("Chờ nhà trường trả lời");
        assertThat(client().get()
                        .uri("/js/live.js")
                        .retrieve()
                        .bodyToMono(String.class)
                        .block(PATIENCE))
                .contains("EventSource");
        assertThat(parent.stream(request + "/timeline?after=0")).contains("event:changed", "id:1");
        assertThat(Browser.of(context, Role.GUARDIAN, father).streamStatus(request + "/timeline"))
                .isEqualTo(404);
    }

    private int status(String token) {
        Integer status = client().get()
                .uri("/v1/requests/" + id + "/timeline")
                .header("Authorization", token)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchangeToFlux(response -> Flux.just(response.statusCode().value()))
                .next()
                .block(PATIENCE);
        return status == null ? 0 : status;
    }

    private Flux<ServerSentEvent<Map<String, Object>>> events(String token, String last) {
        return client().get()
                .uri("/v1/requests/" + id + "/timeline")
                .header("Authorization", token)
                .headers(headers -> {
                    if (last != null) {
                        headers.set("Last-Event-ID", last);
                    }
                })
                .accept(MediaType.TEXT_EVENT_STREAM)
                .retrieve()
                .bodyToFlux(EVENT);
    }

    private WebClient client() {
        return WebClient.create("http://localhost:" + port + "/rights");
    }
}

package vn.edu.privacy.platform.idempotency;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.ApiAccess;
import vn.edu.privacy.platform.identity.PageAccess;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Writes a row on every call, so that the test can count how often the handler took effect. */
@TestConfiguration
class IdempotencyProbe {
    @Bean
    ApiAccess apiAccess() {
        return spec -> spec.pathMatchers("/v1/**").authenticated();
    }

    @Bean
    PageAccess pageAccess() {
        return spec -> spec.pathMatchers("/forms/**").permitAll();
    }

    @RestController
    static class Things {
        final AtomicInteger calls = new AtomicInteger();
        private final DatabaseClient database;

        Things(DatabaseClient database) {
            this.database = database;
        }

        @PostMapping({"/v1/things", "/v1/questions"})
        Mono<ResponseEntity<Map<String, String>>> create(@RequestBody Map<String, String> thing) {
            calls.incrementAndGet();
            String name = Objects.requireNonNull(thing.get("name"));
            String id = UUID.randomUUID().toString();
            return insert(name).then(Mono.defer(() -> switch (name) {
                case "refused" -> Mono.error(ProblemException.of(CommonProblems.CONFLICT));
                case "broken" -> Mono.error(new IllegalStateException("broken"));
                case "unavailable" -> Mono.just(ResponseEntity.status(503).body(Map.of("id", id)));
                default ->
                    Mono.just(ResponseEntity.created(URI.create("/v1/things/" + id))
                            .body(Map.of("id", id)));
            }));
        }

        @GetMapping("/forms/new")
        Mono<String> form(ServerWebExchange exchange) {
            Mono<CsrfToken> token = exchange.getRequiredAttribute(CsrfToken.class.getName());
            return token.map(CsrfToken::getToken);
        }

        @PostMapping("/forms/things")
        Mono<ResponseEntity<Void>> submit(ServerWebExchange exchange) {
            calls.incrementAndGet();
            return exchange.getFormData()
                    .flatMap(form -> insert(Objects.requireNonNull(form.getFirst("name"))))
                    .thenReturn(ResponseEntity.status(303)
                            .location(URI.create("/forms/things/" + UUID.randomUUID()))
                            .build());
        }

        private Mono<Void> insert(String name) {
            return database.sql("insert into thing (name) values ($1)")
                    .bind(0, name)
                    .then();
        }
    }
}

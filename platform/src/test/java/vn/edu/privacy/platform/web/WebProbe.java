package vn.edu.privacy.platform.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.ApiAccess;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.PageAccess;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;

@SpringBootConfiguration
@EnableAutoConfiguration
@Import({WebProbe.Api.class, WebProbe.Pages.class})
class WebProbe {
    @Bean
    ApiAccess apiAccess() {
        return spec -> spec.pathMatchers(HttpMethod.GET, "/v1/officers")
                .hasRole(Role.SCHOOL_OFFICER.name())
                .pathMatchers("/v1/open/**")
                .permitAll()
                .pathMatchers("/v1/things/**", "/v1/failures/**", "/v1/me")
                .authenticated();
    }

    @Bean
    PageAccess pageAccess() {
        return spec -> spec.pathMatchers("/welcome")
                .permitAll()
                .pathMatchers("/mine/**", "/")
                .authenticated();
    }

    @Bean
    ProblemTranslation own() {
        return error -> error instanceof StolenThing ? ProblemException.of(CommonProblems.STALE) : null;
    }

    /** An exception of the service's own. */
    static final class StolenThing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record Part(int size) {}

    record Thing(
            @NotBlank String name,
            @Size(min = 2, max = 5) @Nullable String code,
            @Nullable LocalDate on,
            @Nullable List<Part> parts) {}

    @RestController
    static class Api {
        @GetMapping("/v1/me")
        Map<String, Object> me(Caller caller) {
            return Map.of(
                    "id", caller.id(),
                    "person", caller.personId().map(UUID::toString).orElse(""),
                    "school", caller.schoolId().orElse(""),
                    "roles", caller.roles());
        }

        @GetMapping("/v1/officers")
        Map<String, String> officers() {
            return Map.of();
        }

        @PostMapping(path = "/v1/things", consumes = MediaType.APPLICATION_JSON_VALUE)
        Thing create(@Valid @RequestBody Thing thing) {
            return thing;
        }

        @GetMapping(path = "/v1/things/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
        Map<String, String> one(@PathVariable UUID id) {
            return Map.of("id", id.toString());
        }

        @GetMapping("/v1/failures/{kind}")
        Mono<Void> fail(@PathVariable String kind) {
            return Mono.error(
                    switch (kind) {
                        case "duplicate" -> new DuplicateKeyException("thing_name_key");
                        case "serialization" -> new CannotAcquireLockException("could not serialize");
                        case "down" -> new DataAccessResourceFailureException("refused");
                        case "slow" -> new QueryTimeoutException("canceled");
                        case "late" -> new TimeoutException();
                        case "status" -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Nguyễn Minh Anh");
                        case "own" -> new StolenThing();
                        default -> new IllegalStateException("Nguyễn Minh Anh");
                    });
        }
    }

    @Controller
    static class Pages {
        @GetMapping("/welcome")
        String welcome() {
            return "probe";
        }

        @GetMapping("/mine/{name}")
        String mine(@PathVariable String name) {
            if (name.equals("broken")) {
                throw new IllegalStateException("Nguyễn Minh Anh");
            }
            return "probe";
        }

        @PostMapping("/mine/{name}")
        String submit(@PathVariable String name, @RequestParam(required = false) @Nullable String field) {
            return "redirect:/mine/" + name;
        }
    }
}

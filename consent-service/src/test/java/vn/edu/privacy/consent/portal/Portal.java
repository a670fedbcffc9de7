package vn.edu.privacy.consent.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockOidcLogin;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** The portal as visitors meet it: pages, forms with their hidden fields, and what is recorded after all. */
public final class Portal {
    private final WebTestClient anybody;

    /** Over the context of the service. */
    public Portal(ApplicationContext context) {
        anybody = WebTestClient.bindToApplicationContext(context)
                .apply(springSecurity())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** Somebody who is not logged in. */
    public WebTestClient anybody() {
        return anybody;
    }

    /** Somebody who is logged in. */
    public WebTestClient as(Role role, UUID person) {
        return as(role, person, Map.of());
    }

    /** Somebody of a school's staff who is logged in. */
    public WebTestClient as(Role role, UUID person, String schoolId) {
        return as(role, person, Map.of("school_id", schoolId));
    }

    private WebTestClient as(Role role, UUID person, Map<String, Object> claims) {
        return anybody.mutateWith(mockOidcLogin()
                .idToken(token -> token.subject(person.toString())
                        .claim("person_id", person.toString())
                        .claim("realm_access", Map.of("roles", List.of(role.realmName())))
                        .claims(all -> all.putAll(claims)))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role.name())));
    }

    /** What a reader is shown there. */
    public static String page(WebTestClient reader, String address) {
        return Objects.requireNonNull(reader.get()
                .uri(URI.create(address))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** Sends a form; tells where the reader is led. */
    public static URI post(WebTestClient reader, String address, MultiValueMap<String, String> form) {
        return Objects.requireNonNull(reader.mutateWith(csrf())
                .post()
                .uri(address)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation());
    }

    /** Sends a form that is not taken; gives the page that says why. */
    public static String sentBack(WebTestClient reader, String address, MultiValueMap<String, String> form) {
        return Objects.requireNonNull(reader.mutateWith(csrf())
                .post()
                .uri(address)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    static MultiValueMap<String, String> answer(String page, String decision) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("decision", decision);
        form.add("notice", hidden(page, "notice"));
        form.add("idempotencyKey", hidden(page, "idempotencyKey"));
        return form;
    }

    /** What a page's hidden field holds. */
    public static String hidden(String page, String field) {
        Matcher found =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as("hidden field " + field).isTrue();
        return found.group(1);
    }

    /** What the record of a child says to its guardian; null when there is none. */
    @Nullable
    String state(UUID child, UUID guardian, String purpose) {
        Map<?, ?> answer = Objects.requireNonNull(anybody.get()
                .uri("/v1/students/{id}/consents", child)
                .header(HttpHeaders.AUTHORIZATION, Tokens.bearer(Role.GUARDIAN, guardian))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        return ((List<?>) Objects.requireNonNull(answer.get("items")))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> purpose.equals(each.get("purpose")))
                        .map(each -> String.valueOf(each.get("state")))
                        .findFirst()
                        .orElse(null);
    }
}

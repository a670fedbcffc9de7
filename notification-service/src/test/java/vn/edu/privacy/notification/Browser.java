package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockOidcLogin;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import vn.edu.privacy.platform.identity.Role;

/**
 * Somebody at a browser: keeps cookies, sends forms with the fields that the page hid in them, and finds fault with
 * every page that lacks a text, its language or its one heading.
 */
final class Browser {
    static final String BASE = "/rights";
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]*)\".*?</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern OTHER_LANGUAGE = Pattern.compile("<a href=\"" + BASE + "([^\"]+)\"[^>]* hreflang=");

    private final WebTestClient client;
    private final Map<String, String> cookies = new HashMap<>();

    private Browser(WebTestClient client) {
        this.client = client;
    }

    /** Somebody who is not logged in. */
    static Browser stranger(ApplicationContext context) {
        return new Browser(WebTestClient.bindToApplicationContext(context)
                .webFilter((exchange, chain) -> chain.filter(exchange.mutate()
                        .request(request -> request.contextPath(BASE))
                        .build()))
                .apply(springSecurity())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build());
    }

    /** A person who has just logged in. */
    static Browser of(ApplicationContext context, Role role, UUID person) {
        return of(context, role, person, Instant.now());
    }

    /** A person who logged in at that moment. */
    static Browser of(ApplicationContext context, Role role, UUID person, Instant at) {
        return loggedIn(context, role, person.toString(), Map.of("person_id", person.toString(), "auth_time", at));
    }

    /** An officer of a school who is logged in. */
    static Browser officer(ApplicationContext context, String school) {
        return staff(context, Role.SCHOOL_OFFICER, school);
    }

    /** An officer of a school who is that person. */
    static Browser officer(ApplicationContext context, String school, UUID person) {
        return loggedIn(
                context,
                Role.SCHOOL_OFFICER,
                person.toString(),
                Map.of("school_id", school, "person_id", person.toString()));
    }

    /** Somebody else who works at a school, logged in. */
    static Browser staff(ApplicationContext context, Role role, String school) {
        return loggedIn(context, role, UUID.randomUUID().toString(), Map.of("school_id", school));
    }

    Page open(String path) {
        return get(path, Map.of());
    }

    /** As htmx asks for the page it stands on. */
    Page refresh(String path) {
        return get(path, Map.of("HX-Request", "true"));
    }

    /** Sends the form of the page that leads to that address, with what was typed into it. */
    Page send(Page page, String action, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(page.form(action));
        fields.putAll(typed);
        return post(action, fields);
    }

    Page post(String path, Map<String, String> fields) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return answer(client.post()
                .uri(URI.create(BASE + path))
                .accept(MediaType.TEXT_HTML)
                .cookies(jar -> cookies.forEach(jar::add))
                .body(BodyInserters.fromFormData(form)));
    }

    /** What a stream of events brings in its first moments. */
    String stream(String path) {
        return String.join(
                "",
                Objects.requireNonNull(client.get()
                        .uri(URI.create(BASE + path))
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .cookies(jar -> cookies.forEach(jar::add))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(DataBuffer.class)
                        .getResponseBody()
                        .map(buffer -> buffer.toString(StandardCharsets.UTF_8))
                        .take(Duration.ofSeconds(5))
                        .collectList()
                        .block()));
    }

    /** How a stream of events is answered. */
    int streamStatus(String path) {
        return client.get()
                .uri(URI.create(BASE + path))
                .accept(MediaType.TEXT_EVENT_STREAM)
                .cookies(jar -> cookies.forEach(jar::add))
                .exchange()
                .returnResult(DataBuffer.class)
                .getStatus()
                .value();
    }

    private Page get(String path, Map<String, String> headers) {
        return answer(client.get()
                .uri(URI.create(BASE + path))
                .accept(MediaType.TEXT_HTML)
                .cookies(jar -> cookies.forEach(jar::add))
                .headers(all -> headers.forEach(all::set)));
    }

    private Page answer(WebTestClient.RequestHeadersSpec<?> request) {
        var result = request.exchange().expectBody(String.class).returnResult();
        result.getResponseCookies()
                .forEach((name, values) -> cookies.put(name, values.getLast().getValue()));
        Page page = new Page(
                result.getStatus().value(),
                Objects.requireNonNullElse(result.getResponseBody(), ""),
                result.getResponseHeaders());
        if (!result.getStatus().is3xxRedirection()) {
            page.isComplete(cookies.getOrDefault("lang", "vi"));
        }
        return page;
    }

    private static Browser loggedIn(ApplicationContext context, Role role, String subject, Map<String, Object> claims) {
        return new Browser(stranger(context)
                .client
                .mutateWith(mockOidcLogin()
                        .idToken(token -> token.subject(subject)
                                .claims(all -> all.putAll(claims))
                                .claim("realm_access", Map.of("roles", List.of(role.realmName()))))
                        .authorities(new SimpleGrantedAuthority("ROLE_" + role.name()))));
    }

    /**
     * What came back.
     *
     * @param status of HTTP
     * @param html its text; empty for a redirect
     * @param headers of the response
     */
    record Page(int status, String html, HttpHeaders headers) {
        /** Where a redirect leads, without the base path. */
        String target() {
            assertThat(status).as(html).isEqualTo(303);
            String location = String.valueOf(headers.getLocation());
            assertThat(location).startsWith(BASE);
            return location.substring(BASE.length());
        }

        boolean offers(String action) {
            return FORM.matcher(html).results().anyMatch(form -> form.group(1).equals(BASE + action));
        }

        boolean links(String path) {
            return html.contains("href=\"" + BASE + path + "\"");
        }

        /** The fields hidden in the form that leads to that address. */
        Map<String, String> form(String action) {
            String form = FORM.matcher(html)
                    .results()
                    .filter(found -> found.group(1).equals(BASE + action))
                    .map(MatchResult::group)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no form leads to " + action + " in " + html));
            Map<String, String> fields = new LinkedHashMap<>();
            HIDDEN.matcher(form).results().forEach(field -> fields.put(field.group(1), field.group(2)));
            return fields;
        }

        /** Where the page leads whoever wants the other language. */
        String otherLanguage() {
            Matcher link = OTHER_LANGUAGE.matcher(html);
            assertThat(link.find()).as(html).isTrue();
            return link.group(1);
        }

        private void isComplete(String language) {
            assertThat(html).contains("<html lang=\"" + language + "\"").doesNotContain("??", "{0}", "th:", "style=");
            assertThat(html.split("<h1[ >]", -1)).as("one heading in " + html).hasSize(2);
        }
    }
}

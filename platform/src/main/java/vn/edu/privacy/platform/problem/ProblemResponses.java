package vn.edu.privacy.platform.problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.api.ApiPaths;
import vn.edu.privacy.platform.page.PageModel;

/** Writes a problem: RFC 9457 JSON under {@code /v1}, a page elsewhere; in the caller's language. */
public final class ProblemResponses {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private final MessageSource texts;
    private final JsonMapper json;
    private final ServerCodecConfigurer codecs;
    private final ObjectProvider<ViewResolver> views;
    private final PageModel pages;

    ProblemResponses(
            MessageSource texts,
            JsonMapper json,
            ServerCodecConfigurer codecs,
            ObjectProvider<ViewResolver> views,
            PageModel pages) {
        this.texts = texts;
        this.json = json;
        this.codecs = codecs;
        this.views = views;
        this.pages = pages;
    }

    /** Entry point of the API chain: no token, or one that does not hold. */
    public Mono<Void> unauthenticated(ServerWebExchange exchange, AuthenticationException cause) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return write(exchange, ProblemException.of(CommonProblems.UNAUTHENTICATED));
    }

    /** Denied handler of both chains. */
    public Mono<Void> forbidden(ServerWebExchange exchange, AccessDeniedException cause) {
        return write(exchange, ProblemException.of(CommonProblems.FORBIDDEN));
    }

    /** Writes the problem; fails with the same exception when the response has begun already. */
    public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(problem);
        }
        String traceId = UUID.randomUUID().toString();
        int status = problem.type().status();
        if (status >= 500) {
            LOG.error(
                    "{} {} answered {} trace {}",
                    exchange.getRequest().getMethod(),
                    exchange.getAttribute("org.springframework.web.reactive.HandlerMapping.bestMatchingPattern"),
                    problem.type().slug(),
                    traceId,
                    problem.getCause());
        }
        response.setStatusCode(HttpStatusCode.valueOf(status));
        problem.headers().forEach(response.getHeaders()::set);
        if (status == 503) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        }
        Map<String, Object> body = body(exchange, problem, traceId);
        return ApiPaths.contain(exchange.getRequest()) ? writeJson(response, body) : writePage(exchange, problem, body);
    }

    private Mono<Void> writeJson(ServerHttpResponse response, Map<String, Object> body) {
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(body))));
    }

    private Mono<Void> writePage(ServerWebExchange exchange, ProblemException problem, Map<String, Object> body) {
        return pages.attributes(exchange)
                .flatMap(model -> {
                    Map<String, Object> all = new LinkedHashMap<>(model);
                    all.put("problem", body);
                    all.put("slug", problem.type().slug());
                    return ServerResponse.status(problem.type().status())
                            .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                            .render("problem", all);
                })
                .flatMap(response -> response.writeTo(exchange, new Rendering()));
    }

    private Map<String, Object> body(ServerWebExchange exchange, ProblemException problem, String traceId) {
        Locale locale = exchange.getLocaleContext().getLocale();
        Locale language = locale == null ? Locale.of("vi") : locale;
        Object[] args = problem.args().toArray();
        String slug = problem.type().slug();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", exchange.getRequest().getPath().contextPath().value() + "/problems/" + slug);
        body.put("title", texts.getMessage("problem." + slug + ".title", args, language));
        body.put("status", problem.type().status());
        body.put(
                "detail",
                texts.getMessage("problem." + slug + ".detail", args, language) + " "
                        + texts.getMessage("problem." + slug + ".remedy", args, language));
        body.put("instance", "urn:uuid:" + traceId);
        body.put("traceId", traceId);
        if (problem.field() != null) {
            body.put("field", problem.field());
        }
        problem.members().forEach((member, value) -> body.put(member, worded(value, language)));
        return body;
    }

    private Object worded(Object value, Locale language) {
        if (value instanceof List<?> values) {
            return values.stream().map(each -> worded(each, language)).toList();
        }
        return value instanceof InvalidField(String field, MessageSourceResolvable message)
                ? Map.of("field", field, "message", texts.getMessage(message, language))
                : value;
    }

    private final class Rendering implements ServerResponse.Context {
        @Override
        public List<HttpMessageWriter<?>> messageWriters() {
            return codecs.getWriters();
        }

        @Override
        public List<ViewResolver> viewResolvers() {
            return views.orderedStream().toList();
        }
    }
}

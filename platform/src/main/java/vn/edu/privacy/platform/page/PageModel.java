package vn.edu.privacy.platform.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.CallerContext;
import vn.edu.privacy.platform.time.Ids;

/** What the frame of every page needs: language, links, who is logged in, and the hidden fields of forms. */
public final class PageModel {
    private final PortalProperties portal;

    PageModel(PortalProperties portal) {
        this.portal = portal;
    }

    /** The attributes of a page about to be rendered. */
    public Mono<Map<String, Object>> attributes(ServerWebExchange exchange) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("portal", portal);
        model.put("idempotencyKey", Ids.next().toString());
        Locale locale = exchange.getLocaleContext().getLocale();
        boolean english = locale != null && locale.getLanguage().equals("en");
        model.put("lang", english ? "en" : "vi");
        model.put("otherLang", english ? "vi" : "en");
        model.put(
                "otherLangUrl",
                UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value())
                        .query(exchange.getRequest().getURI().getRawQuery())
                        .replaceQueryParam(PortalLocale.NAME, english ? "vi" : "en")
                        .build()
                        .toUriString());
        Object caller = exchange.getAttribute(CallerContext.ATTRIBUTE);
        if (caller != null) {
            model.put("caller", caller);
        }
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        if (token == null) {
            return Mono.just(model);
        }
        return token.doOnNext(csrf ->
                        exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, csrf))
                .thenReturn(model);
    }
}

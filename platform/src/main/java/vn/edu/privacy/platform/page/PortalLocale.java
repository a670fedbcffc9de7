package vn.edu.privacy.platform.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;
import vn.edu.privacy.platform.api.ApiPaths;

/**
 * Vietnamese first. Pages follow the person's own choice ({@code ?lang=}, then the cookie), never the browser's default;
 * the API follows {@code Accept-Language}.
 */
final class PortalLocale implements LocaleContextResolver {
    static final String NAME = "lang";
    static final Locale VIETNAMESE = Locale.of("vi");

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(isEnglish(exchange) ? Locale.ENGLISH : VIETNAMESE);
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext localeContext) {
        throw new IllegalStateException("the language is chosen by ?lang=");
    }

    private static boolean isEnglish(ServerWebExchange exchange) {
        if (ApiPaths.contain(exchange.getRequest())) {
            return acceptsEnglishFirst(exchange);
        }
        String asked = exchange.getRequest().getQueryParams().getFirst(NAME);
        if (asked != null) {
            return asked.equals("en");
        }
        HttpCookie chosen = exchange.getRequest().getCookies().getFirst(NAME);
        return chosen != null && chosen.getValue().equals("en");
    }

    private static boolean acceptsEnglishFirst(ServerWebExchange exchange) {
        try {
            List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
            return wanted.stream()
                    .map(Locale::getLanguage)
                    .filter(language -> language.equals("vi") || language.equals("en"))
                    .findFirst()
                    .filter("en"::equals)
                    .isPresent();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}

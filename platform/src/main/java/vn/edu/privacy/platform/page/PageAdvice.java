package vn.edu.privacy.platform.page;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.api.ApiPaths;

/** Gives every page its frame's attributes; API calls go without. */
@ControllerAdvice
class PageAdvice {
    private final PageModel pages;

    PageAdvice(PageModel pages) {
        this.pages = pages;
    }

    @ModelAttribute
    Mono<Void> frame(ServerWebExchange exchange, Model model) {
        if (ApiPaths.contain(exchange.getRequest())) {
            return Mono.empty();
        }
        return pages.attributes(exchange).doOnNext(model::addAllAttributes).then();
    }
}

package vn.edu.privacy.consent.receipt;

import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.PageAccess;

/**
 * Where anybody verifies a receipt (R-CON-05, R-CON-21). Its script does so in the browser; the form asks the server for who
 * has no script. What a QR code brings stands behind the {@code #}, which no browser sends.
 */
@Controller
class VerificationPage implements PageAccess {
    private final VerifyGiven verifyGiven;

    VerificationPage(VerifyGiven verifyGiven) {
        this.verifyGiven = verifyGiven;
    }

    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers("/verify").permitAll();
        spec.pathMatchers(HttpMethod.GET, "/js/**").permitAll();
    }

    @GetMapping("/verify")
    Rendering show() {
        return page(Optional.empty());
    }

    @PostMapping("/verify")
    Mono<Rendering> verify(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> Optional.ofNullable(form.getFirst("receipt")).orElse(""))
                .flatMap(verifyGiven::holds)
                .map(holds -> page(Optional.of(holds ? "good" : "bad")));
    }

    private static Rendering page(Optional<String> verdict) {
        Rendering.Builder<?> page = Rendering.view("verify");
        verdict.ifPresent(word -> page.modelAttribute("verdict", word));
        return page.build();
    }
}

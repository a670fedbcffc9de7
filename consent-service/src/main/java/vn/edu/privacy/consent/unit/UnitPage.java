package vn.edu.privacy.consent.unit;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.platform.identity.PageAccess;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * What a unit does with data, for everybody to read (letter 8343/SGDĐT-VP par. 1.2, S-04): for what, on which ground, which
 * data, who receives it, until when, and who answers for it.
 */
@Controller
class UnitPage implements PageAccess {
    private final KeepUnits units;
    private final Purposes purposes;

    UnitPage(KeepUnits units, Purposes purposes) {
        this.units = units;
        this.purposes = purposes;
    }

    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers(HttpMethod.GET, "/units/*").permitAll();
    }

    @GetMapping("/units/{code}")
    Mono<Rendering> show(@PathVariable String code, Locale locale) {
        String language = locale.getLanguage();
        return units.find(code)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .zipWith(purposes.allCurrent()
                        .map(purpose -> Line.of(purpose, language))
                        .collectList())
                .map(known -> Rendering.view("unit")
                        .modelAttribute("unit", known.getT1().unit())
                        .modelAttribute(
                                "head", Optional.ofNullable(known.getT1().head()))
                        .modelAttribute("language", language)
                        .modelAttribute("purposes", known.getT2())
                        .build());
    }

    /**
     * One purpose, in words.
     *
     * @param name in a few words
     * @param summary what is done and why
     * @param asked whether people are asked
     * @param article the basis
     * @param data which data
     * @param recipients who sees it
     * @param purpose for its days
     */
    record Line(
            String name,
            String summary,
            boolean asked,
            String article,
            String data,
            String recipients,
            PublishedPurpose purpose) {
        static Line of(PublishedPurpose purpose, String language) {
            String reference = purpose.legalReference();
            return new Line(
                    purpose.notice(language).name(),
                    purpose.notice(language).summary(),
                    purpose.basis().needsConsent(),
                    reference == null
                            ? purpose.basis().article()
                            : purpose.basis().article() + "; " + reference,
                    String.join(
                            ", ",
                            purpose.categories().stream()
                                    .map(category -> category.name(language))
                                    .toList()),
                    purpose.notice(language).recipients(),
                    purpose);
        }
    }
}

package vn.edu.privacy.consent.portal;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.Caller;

/** Everything that a reader may take back, of all children, so that from any page it is two taps away (Decree 13 art. 12). */
@Controller
class WithdrawablePage {
    private final Family family;
    private final ChildConsents consents;

    WithdrawablePage(Family family, ChildConsents consents) {
        this.family = family;
        this.consents = consents;
    }

    @GetMapping(Paths.WITHDRAWABLE)
    Mono<Rendering> show(Caller caller, Locale locale) {
        return family.of(caller.requirePerson())
                .flatMap(children -> Flux.fromIterable(children)
                        .concatMap(child -> consents.all(child)
                                .map(all -> new OfChild(
                                        child,
                                        consents.cards(all, child, family.say(child, locale)).stream()
                                                .filter(Card::withdrawable)
                                                .toList())))
                        .collectList()
                        .map(found -> Rendering.view("withdrawable")
                                .modelAttribute(
                                        "say",
                                        children.isEmpty()
                                                ? family.say(locale)
                                                : family.say(children.getFirst(), locale))
                                .modelAttribute("parts", found)
                                .modelAttribute(
                                        "nothing",
                                        found.stream()
                                                .allMatch(part -> part.cards().isEmpty()))
                                .build()));
    }

    /**
     * What may be taken back of one child.
     *
     * @param child the child
     * @param cards by purpose
     */
    record OfChild(Child child, List<Card> cards) {}
}

package vn.edu.privacy.consent.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.Caller;

/** Answering everything in one sitting: leads to what waits first, and sums up in the end. */
@Controller
class SittingPage {
    private final Sittings sittings;
    private final Family family;

    SittingPage(Sittings sittings, Family family) {
        this.sittings = sittings;
        this.family = family;
    }

    /** Begins, or goes on with the sitting named. */
    @GetMapping(Paths.SITTING)
    Mono<Rendering> begin(@RequestParam(required = false) @Nullable Long sitting, Caller caller) {
        return sittings.named(sitting, caller)
                .switchIfEmpty(sittings.begin(caller))
                .map(found -> Rendering.redirectTo(found.first()
                                .map(thing -> Paths.step(thing.child().id(), thing.code(), found.began()))
                                .orElseGet(() -> Paths.summary(found.began())))
                        .build());
    }

    @GetMapping(Paths.SITTING_SUMMARY)
    Mono<Rendering> summary(@RequestParam(required = false) @Nullable Long sitting, Caller caller, Locale locale) {
        return sittings.named(sitting, caller)
                .switchIfEmpty(sittings.begin(caller))
                .map(found -> page(found, locale));
    }

    private Rendering page(Sitting sitting, Locale locale) {
        Say say = family.say(locale);
        List<Part> parts = sitting.things().stream()
                .map(Sitting.Thing::child)
                .distinct()
                .map(child -> part(child, sitting, family.say(child, locale)))
                .toList();
        return Rendering.view("sitting")
                .modelAttribute(
                        "say",
                        sitting.things().size() == 0
                                ? say
                                : family.say(sitting.things().getFirst().child(), locale))
                .modelAttribute("parts", parts)
                .modelAttribute(
                        "answered",
                        parts.stream().mapToInt(part -> part.done().size()).sum())
                .modelAttribute("total", sitting.things().size())
                .modelAttribute(
                        "goOn", Paths.SITTING + "?sitting=" + sitting.began().toEpochMilli())
                .build();
    }

    private static Part part(Child child, Sitting sitting, Say say) {
        List<Sitting.Thing> own = sitting.things().stream()
                .filter(thing -> thing.child().equals(child))
                .toList();
        return new Part(
                child,
                own.stream()
                        .map(thing -> Sittings.done(thing, say))
                        .flatMap(Optional::stream)
                        .toList(),
                own.stream()
                        .filter(Sitting.Thing::waiting)
                        .map(thing -> new Left(
                                Sittings.name(thing, say), Paths.step(child.id(), thing.code(), sitting.began())))
                        .toList());
    }

    /**
     * What the summary says of a child; public for the templates.
     *
     * @param child the child
     * @param done what was recorded
     * @param left what still waits
     */
    record Part(Child child, List<Sitting.Done> done, List<Left> left) {}

    /**
     * A thing put off; public for the templates.
     *
     * @param name the purpose in plain words
     * @param address its page
     */
    record Left(String name, String address) {}
}

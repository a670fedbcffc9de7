package vn.edu.privacy.consent.portal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;

/** Where everybody arrives: parents at their children, students at themselves, staff at the way to their work. */
@Controller
class HomePage {
    private static final Set<Role> FAMILY = Set.of(Role.GUARDIAN, Role.STUDENT);

    private final Family family;
    private final ChildConsents consents;

    HomePage(Family family, ChildConsents consents) {
        this.family = family;
        this.consents = consents;
    }

    @GetMapping("/")
    Mono<Rendering> home(Caller caller, Locale locale) {
        boolean works = !FAMILY.containsAll(caller.roles());
        return Mono.justOrEmpty(caller.personId())
                .flatMap(family::of)
                .defaultIfEmpty(List.of())
                .flatMap(children -> onlySelf(children) && !works
                        ? Mono.just(Rendering.redirectTo(
                                        "/children/" + children.getFirst().id())
                                .build())
                        : page(children, works, caller, locale));
    }

    private Mono<Rendering> page(List<Child> children, boolean works, Caller caller, Locale locale) {
        Say say = family.say(locale);
        return Flux.fromIterable(children)
                .concatMap(child -> consents.all(child)
                        .map(all -> new Entry(
                                child,
                                consents.cards(all, child, say).stream()
                                        .filter(card -> card.place() == Card.Place.WAITING)
                                        .count())))
                .collectList()
                .map(entries -> Rendering.view("home")
                        .modelAttribute("say", say)
                        .modelAttribute("entries", entries)
                        .modelAttribute(
                                "waiting",
                                entries.stream().mapToLong(Entry::waiting).sum())
                        .modelAttribute("works", works)
                        .modelAttribute("work", Work.of(caller))
                        .build());
    }

    private static boolean onlySelf(List<Child> children) {
        return children.size() == 1 && children.getFirst().capacity() == Capacity.SELF;
    }

    /**
     * A child and how many purposes wait for the reader.
     *
     * @param child the child
     * @param waiting how many
     */
    record Entry(Child child, long waiting) {}
}

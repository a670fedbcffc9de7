package vn.edu.privacy.consent.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.ReadConsents.PurposeConsent;
import vn.edu.privacy.platform.identity.Caller;

/** Finds what a reader is asked, for all children together. */
@Component
class Sittings {
    private final Family family;
    private final ChildConsents consents;
    private final Clock clock;

    Sittings(Family family, ChildConsents consents, Clock clock) {
        this.family = family;
        this.consents = consents;
        this.clock = clock;
    }

    /** The sitting that an address names; empty when it names none. */
    Mono<Sitting> named(@Nullable Long began, Caller caller) {
        return Mono.justOrEmpty(Sitting.began(began, clock.instant())).flatMap(instant -> of(caller, instant));
    }

    /** A sitting that begins now. */
    Mono<Sitting> begin(Caller caller) {
        return of(caller, Instant.ofEpochMilli(clock.millis()));
    }

    /** Where a purpose's page stands in the sitting; empty when it is none of its things. */
    Optional<Sitting.Step> step(Sitting sitting, UUID studentId, String code, @Nullable UUID done, Say say) {
        int number = sitting.number(studentId, code);
        if (number == 0) {
            return Optional.empty();
        }
        return Optional.of(new Sitting.Step(
                sitting.began().toEpochMilli(),
                number,
                sitting.things().size(),
                next(sitting, studentId, code),
                Paths.summary(sitting.began()),
                sitting.things().stream()
                        .flatMap(thing -> done(thing, say).stream())
                        .filter(each -> each.id().equals(done))
                        .findFirst()));
    }

    /** Where to go after that thing. */
    static String next(Sitting sitting, UUID studentId, String code) {
        return sitting.after(studentId, code)
                .map(thing -> Paths.step(thing.child().id(), thing.code(), sitting.began()))
                .orElseGet(() -> Paths.summary(sitting.began()));
    }

    /** What the reader decided about that thing, in words. */
    static Optional<Sitting.Done> done(Sitting.Thing thing, Say say) {
        return thing.answered()
                .map(entry -> new Sitting.Done(
                        thing.child(), entry.decisionId(), say.of("done." + entry.kind(), name(thing, say))));
    }

    static String name(Sitting.Thing thing, Say say) {
        return thing.consent().purpose().notice(say.language()).name();
    }

    private Mono<Sitting> of(Caller caller, Instant began) {
        return family.of(caller.requirePerson())
                .flatMapIterable(children -> children.stream()
                        .sorted(Comparator.comparing(Child::className).thenComparing(Child::id))
                        .toList())
                .concatMap(child -> consents.all(child)
                        .flatMapMany(all -> Flux.fromStream(all.stream().flatMap(each -> thing(child, each, began)))))
                .collectList()
                .map(things -> new Sitting(began, things));
    }

    private Stream<Sitting.Thing> thing(Child child, PurposeConsent consent, Instant began) {
        Optional<LedgerEntry> answered = ChildConsents.own(consent, child)
                .filter(entry -> entry.kind() != EntryKind.WITHDRAWN
                        && !entry.decidedAt().isBefore(began));
        return answered.isPresent() || consents.waitsFor(consent, child)
                ? Stream.of(new Sitting.Thing(child, consent, answered))
                : Stream.empty();
    }
}

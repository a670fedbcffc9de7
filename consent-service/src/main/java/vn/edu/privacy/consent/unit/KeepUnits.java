package vn.edu.privacy.consent.unit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.unit.Unit.Level;
import vn.edu.privacy.consent.unit.UnitRefused.Reason;
import vn.edu.privacy.platform.time.Ids;

/**
 * Keeps the tree of units, their heads and their tasks, each from a day on: what was is never changed, only ended. Runs in
 * the caller's transaction; errors are {@link UnitRefused}.
 */
@Component
class KeepUnits {
    private final R2dbcUnits units;
    private final Purposes purposes;
    private final UnitProperties properties;
    private final Clock clock;

    KeepUnits(R2dbcUnits units, Purposes purposes, UnitProperties properties, Clock clock) {
        this.units = units;
        this.purposes = purposes;
        this.properties = properties;
        this.clock = clock;
    }

    /** Registers a unit, or changes what it is called and how it is reached. */
    Mono<PlacedUnit> keep(Unit unit, String by) {
        return units.lock(unit.code())
                .flatMap(before -> before.level() == unit.level()
                        ? Mono.just(before)
                        : UnitRefused.<Unit>because(Reason.LEVEL_FIXED))
                .then(Mono.defer(() -> units.keep(unit, by, now())))
                .then(one(unit.code()));
    }

    /** Places a unit below another from a day on. */
    Mono<PlacedUnit> place(String code, String parent, LocalDate from, String by) {
        return units.lockTree()
                .then(known(code))
                .filter(unit -> unit.level() != Level.DEPARTMENT)
                .switchIfEmpty(UnitRefused.because(Reason.NO_SUCH_PARENT))
                .then(Mono.defer(() -> units.lock(parent)))
                .filter(above -> above.level() != Level.SCHOOL)
                .switchIfEmpty(UnitRefused.because(Reason.NO_SUCH_PARENT))
                .then(Mono.defer(() -> units.outlook(code, parent, from)))
                .flatMap(outlook -> outlook.cycle()
                        ? UnitRefused.<Boolean>because(Reason.CYCLE)
                        : outlook.steps() > properties.depth()
                                ? UnitRefused.<Boolean>because(Reason.TOO_DEEP)
                                : units.place(code, parent, from, by, now()))
                .flatMap(done -> done ? one(code) : UnitRefused.because(Reason.NOT_LATER));
    }

    /** Hands a unit over to who answers for it from a day on. */
    Mono<PlacedUnit> handOver(String code, HeadTerm term, String by) {
        return known(code)
                .then(Mono.defer(() -> units.handOver(code, term, by, now())))
                .flatMap(done -> done ? one(code) : UnitRefused.because(Reason.NOT_LATER));
    }

    /**
     * Assigns a task of a purpose.
     *
     * @param until first day that it is no longer theirs; absent when none is known
     */
    Mono<Duty> assign(
            String code,
            String purpose,
            Duty.Task task,
            String person,
            LocalDate from,
            @Nullable LocalDate until,
            String by) {
        if (until != null && !until.isAfter(from)) {
            return UnitRefused.because(Reason.NOT_LATER);
        }
        Duty duty = new Duty(Ids.next(), purpose, task, person, from, until);
        return known(code)
                .then(purposes.current(purpose))
                .filter(found -> found.active())
                .switchIfEmpty(UnitRefused.because(Reason.UNKNOWN_PURPOSE))
                .then(Mono.defer(() -> units.assign(code, duty, by, now())))
                .flatMap(done -> done ? Mono.just(duty) : UnitRefused.because(Reason.ASSIGNED));
    }

    /** Ends a task with a day; the day before is the last. */
    Mono<Void> end(String code, UUID duty, LocalDate until) {
        return known(code)
                .then(Mono.defer(() -> units.knows(code, duty)))
                .filter(known -> known)
                .switchIfEmpty(UnitRefused.because(Reason.UNKNOWN))
                .then(Mono.defer(() -> units.end(code, duty, until)))
                .flatMap(done -> done ? Mono.<Void>empty() : UnitRefused.because(Reason.NOT_LATER));
    }

    /** How all stand on a day. */
    Flux<PlacedUnit> on(@Nullable LocalDate day) {
        return units.on(day == null ? today() : day, null);
    }

    /** How one stands today; empty when unknown. */
    Mono<PlacedUnit> find(String code) {
        return units.on(today(), code).next();
    }

    /** Who headed it when, and the tasks that people have. */
    Mono<Details> details(String code) {
        return one(code)
                .flatMap(placed -> Mono.zip(
                                units.heads(code).collectList(),
                                units.duties(code, today()).collectList())
                        .map(known -> new Details(placed, known.getT1(), known.getT2())));
    }

    private Mono<PlacedUnit> one(String code) {
        return Mono.defer(() -> find(code)).switchIfEmpty(UnitRefused.because(Reason.UNKNOWN));
    }

    private Mono<Unit> known(String code) {
        return units.lock(code).switchIfEmpty(UnitRefused.because(Reason.UNKNOWN));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LawInForce.ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Everything about one.
     *
     * @param placed how it stands today
     * @param heads who headed it when, the newest first
     * @param duties who has which task, today or later
     */
    record Details(PlacedUnit placed, List<HeadTerm> heads, List<Duty> duties) {}
}

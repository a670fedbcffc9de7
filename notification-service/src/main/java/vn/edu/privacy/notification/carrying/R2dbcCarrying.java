package vn.edu.privacy.notification.carrying;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.request.application.Carrying;
import vn.edu.privacy.notification.request.application.HolderOrder;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.request.domain.Facts;

/** Orders in PostgreSQL: an instruction for each purpose and each that receives or holds its data (R-WD-04). */
@Component
class R2dbcCarrying implements Carrying {
    private final Catalogue catalogue;
    private final Clocks clocks;
    private final InstructionRows rows;
    private final HolderRegistry registry;
    private final StillNeeded stillNeeded;
    private final Corrections corrections;
    private final Clock clock;

    R2dbcCarrying(
            Catalogue catalogue,
            Clocks clocks,
            InstructionRows rows,
            HolderRegistry registry,
            StillNeeded stillNeeded,
            Corrections corrections,
            Clock clock) {
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.rows = rows;
        this.registry = registry;
        this.stillNeeded = stillNeeded;
        this.corrections = corrections;
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> start(HolderOrder order) {
        Facts facts = order.facts();
        return Mono.zip(due(order), known(order))
                .flatMapMany(both ->
                        Flux.fromIterable(told(order, both.getT2())).concatMap(pair -> note(order, pair, both.getT1())))
                .then(rows.isOpen(facts.id()));
    }

    @Override
    public Mono<Void> again(UUID requestId, Action action) {
        return rows.again(requestId, action, clock.instant());
    }

    @Override
    public Mono<Map<UUID, List<Step>>> of(Collection<UUID> requestIds) {
        return rows.of(requestIds)
                .collect(
                        HashMap::new,
                        (byRequest, step) -> byRequest
                                .computeIfAbsent(step.getKey(), id -> new ArrayList<>())
                                .add(step.getValue()));
    }

    /** Whom the order is for, each with the purpose; a correction is made once, however many purposes a holder has. */
    private static List<Pair> told(HolderOrder order, Map<String, KnownPurpose> known) {
        Set<String> named = new HashSet<>();
        return order.targets().stream()
                .flatMap(target -> {
                    KnownPurpose purpose = known.get(target.purpose());
                    if (purpose == null) {
                        throw new IllegalStateException("purpose " + target.purpose() + " is not known yet");
                    }
                    List<String> categories =
                            target.dataCategories().isEmpty() ? purpose.dataCategories() : target.dataCategories();
                    return purpose.recipients().stream()
                            .filter(recipient -> target.holders().isEmpty()
                                    || target.holders().contains(recipient.code()))
                            .filter(recipient -> order.action() != Action.RECTIFY || named.add(recipient.code()))
                            .map(recipient -> new Pair(recipient, target.purpose(), categories));
                })
                .toList();
    }

    private Mono<Void> note(HolderOrder order, Pair pair, Instant due) {
        return rows.adopt(order.facts(), pair.recipient().code(), pair.purpose(), order.action(), due)
                .filter(adopted -> !adopted)
                .flatMap(none -> insert(order, pair, due));
    }

    private Mono<Void> insert(HolderOrder order, Pair pair, Instant due) {
        UUID student = order.facts().studentId();
        Mono<List<String>> categories = order.onceStopped()
                ? stillNeeded
                        .besides(pair.purpose(), pair.recipient().code(), student)
                        .map(needed -> pair.dataCategories().stream()
                                .filter(each -> !needed.contains(each))
                                .toList())
                        // an empty list would mean everything
                        .filter(left -> !left.isEmpty())
                : Mono.just(pair.dataCategories());
        return categories.flatMap(of -> order.corrections().isEmpty()
                ? rows.insert(noted(order, pair, of, null, due))
                : corrections
                        .seal(student, order.corrections())
                        .flatMap(bytes -> rows.insert(noted(order, pair, of, bytes, due))));
    }

    private Noted noted(
            HolderOrder order, Pair pair, List<String> categories, byte @Nullable [] toPutRight, Instant due) {
        Facts facts = order.facts();
        Instant now = clock.instant();
        boolean tellNow =
                !order.onceStopped() && registry.reaches(pair.recipient().code());
        return new Noted(
                facts.studentId(),
                facts.schoolId(),
                facts.id(),
                null,
                null,
                pair.recipient(),
                pair.purpose(),
                order.action(),
                categories,
                toPutRight,
                order.onceStopped(),
                due,
                now,
                tellNow ? now : null);
    }

    /** Holders have until the earliest deadline of carrying the request out, where the order names none. */
    private Mono<Instant> due(HolderOrder order) {
        Facts facts = order.facts();
        return Mono.justOrEmpty(order.due())
                .switchIfEmpty(clocks.of(List.of(facts.id()))
                        .map(running -> running.getOrDefault(facts.id(), List.of()).stream()
                                .filter(each -> each.code() != ClockRule.Code.ACKNOWLEDGE)
                                .map(RunningClock::due)
                                .min(Instant::compareTo)
                                .orElseThrow(() ->
                                        new IllegalStateException("request " + facts.id() + " has no deadline"))));
    }

    /** Recipients stand in the version shown with the request; in the newest when that one has not been heard of. */
    private Mono<Map<String, KnownPurpose>> known(HolderOrder order) {
        List<String> codes =
                order.targets().stream().map(HolderOrder.Target::purpose).toList();
        return Mono.zip(
                        catalogue.newest(codes).collectList(),
                        catalogue.shown(List.of(order.facts().id())).collectList())
                .map(both -> {
                    Map<String, KnownPurpose> byCode = new HashMap<>();
                    both.getT1().forEach(purpose -> byCode.put(purpose.code(), purpose));
                    both.getT2().forEach(purpose -> byCode.put(purpose.code(), purpose));
                    return byCode;
                });
    }

    /** Somebody to tell, with which data. */
    private record Pair(KnownPurpose.Recipient recipient, String purpose, List<String> dataCategories) {}
}

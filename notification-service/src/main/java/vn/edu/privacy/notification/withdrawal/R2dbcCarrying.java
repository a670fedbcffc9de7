package vn.edu.privacy.notification.withdrawal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.request.application.Carrying;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** Steps of withdrawals in PostgreSQL: one for each purpose and each that receives or holds its data (R-WD-04). */
@Component
class R2dbcCarrying implements Carrying {
    private static final String OPEN = """
            select exists (select from withdrawal_step
                where request_id = $1 and state not in ('STOPPED', 'ERASED')) as open""";

    private final DatabaseClient database;
    private final Catalogue catalogue;
    private final Clocks clocks;
    private final StepRows rows;
    private final HolderRegistry registry;
    private final Clock clock;

    R2dbcCarrying(
            DatabaseClient database,
            Catalogue catalogue,
            Clocks clocks,
            StepRows rows,
            HolderRegistry registry,
            Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.rows = rows;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> start(Withdrawal withdrawal) {
        Facts facts = withdrawal.facts();
        List<WithdrawnPurpose> applied = withdrawal.purposes().stream()
                .filter(purpose -> purpose.appliedAt() != null)
                .toList();
        return Mono.zip(due(facts), known(facts.id(), applied))
                .flatMapMany(both -> Flux.fromIterable(applied).concatMap(purpose -> {
                    KnownPurpose known = both.getT2().get(purpose.code());
                    return known == null
                            ? Mono.error(new IllegalStateException("purpose " + purpose.code() + " is not known yet"))
                            : keep(facts, known, both.getT1());
                }))
                .then(isOpen(facts.id()));
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

    Mono<Boolean> isOpen(UUID requestId) {
        return database.sql(OPEN)
                .bind(0, requestId)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    private Mono<Void> keep(Facts facts, KnownPurpose purpose, Instant due) {
        Instant now = clock.instant();
        return Flux.fromIterable(purpose.recipients())
                .concatMap(recipient -> rows.insert(
                        facts, purpose, recipient, due, now, registry.reaches(recipient.code()) ? now : null))
                .then();
    }

    /** Holders have until the earliest deadline of carrying the request out. */
    private Mono<Instant> due(Facts facts) {
        return clocks.of(List.of(facts.id()))
                .map(running -> running.getOrDefault(facts.id(), List.of()).stream()
                        .filter(each -> each.code() != ClockRule.Code.ACKNOWLEDGE)
                        .map(RunningClock::due)
                        .min(Instant::compareTo)
                        .orElseThrow(() -> new IllegalStateException("request " + facts.id() + " has no deadline")));
    }

    /** Recipients stand in the version withdrawn from; in the newest when that one has not been heard of. */
    private Mono<Map<String, KnownPurpose>> known(UUID requestId, List<WithdrawnPurpose> applied) {
        Mono<List<KnownPurpose>> newest = catalogue
                .newest(applied.stream().map(WithdrawnPurpose::code).toList())
                .collectList();
        return Mono.zip(newest, catalogue.shown(List.of(requestId)).collectList())
                .map(both -> {
                    Map<String, KnownPurpose> byCode = new HashMap<>();
                    both.getT1().forEach(purpose -> byCode.put(purpose.code(), purpose));
                    both.getT2().forEach(purpose -> byCode.put(purpose.code(), purpose));
                    return byCode;
                });
    }
}

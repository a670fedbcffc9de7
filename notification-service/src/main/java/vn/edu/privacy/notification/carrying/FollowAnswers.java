package vn.edu.privacy.notification.carrying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.guardianship.Childhood;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.request.application.AnswerChange;
import vn.edu.privacy.notification.request.application.AnswerChange.Answer;
import vn.edu.privacy.notification.request.application.AnswerChanges;
import vn.edu.privacy.notification.request.application.CompleteRequest;
import vn.edu.privacy.notification.request.application.Requests;

/**
 * Whenever a record no longer answers PERMIT, everybody who ever received data for the purpose is told to stop, or to
 * restrict; once it permits again, those who were told so may process again. Of two opposite instructions that wait, only
 * the newer one is ever carried out.
 */
@Component
class FollowAnswers implements AnswerChanges {
    /** A call that has begun is over by then. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

    private static final String ORDER = "ORDER";

    private final Catalogue catalogue;
    private final HolderRegistry registry;
    private final InstructionRows rows;
    private final Opposites opposites;
    private final StillNeeded stillNeeded;
    private final Childhood childhood;
    private final Deadlines deadlines;
    private final Requests requests;
    private final CompleteRequest completion;
    private final Clock clock;

    FollowAnswers(
            Catalogue catalogue,
            HolderRegistry registry,
            InstructionRows rows,
            Opposites opposites,
            StillNeeded stillNeeded,
            Childhood childhood,
            Deadlines deadlines,
            Requests requests,
            CompleteRequest completion,
            Clock clock) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.rows = rows;
        this.opposites = opposites;
        this.stillNeeded = stillNeeded;
        this.childhood = childhood;
        this.deadlines = deadlines;
        this.requests = requests;
        this.completion = completion;
        this.clock = clock;
    }

    @Override
    public Mono<Void> heard(AnswerChange change) {
        return Mono.justOrEmpty(action(change)).flatMap(action -> follow(change, action));
    }

    private static Optional<Action> action(AnswerChange change) {
        if (change.before() == change.after()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (change.after()) {
                    case PERMIT -> Action.LIFT;
                    case DENY -> Action.STOP;
                    case RESTRICTED -> Action.RESTRICT;
                });
    }

    private Mono<Void> follow(AnswerChange change, Action action) {
        // whom to lift is asked before what it takes the place of is put aside
        return whom(change, action)
                .flatMap(targets -> supersede(change, action)
                        .flatMap(begun -> Flux.fromIterable(targets)
                                .concatMap(target -> rows.insert(
                                        noted(change, action, target, target.categories(), false, next(target, begun))))
                                .then())
                        .then(erasure(change, targets)));
    }

    private Mono<List<Told>> whom(AnswerChange change, Action action) {
        return action == Action.LIFT
                ? opposites.forbidden(change).collectList()
                : catalogue.versions(change.purpose()).collectList().map(versions -> everybody(change, versions));
    }

    private static List<Told> everybody(AnswerChange change, List<KnownPurpose> versions) {
        if (versions.isEmpty()) {
            throw new IllegalStateException("purpose " + change.purpose() + " is not known yet");
        }
        Map<String, Told> byCode = new LinkedHashMap<>();
        versions.forEach(version -> version.recipients()
                .forEach(recipient ->
                        byCode.merge(recipient.code(), new Told(recipient, version.dataCategories()), Told::with)));
        return new ArrayList<>(byCode.values());
    }

    /** Puts aside what waits and says the opposite; a request of which nothing is left is complete. */
    private Mono<Boolean> supersede(AnswerChange change, Action action) {
        Instant now = clock.instant();
        return opposites
                .requests(change, action)
                .collectList()
                // requests are locked before their instructions, everywhere
                .flatMap(ids -> Flux.fromIterable(ids)
                        .concatMap(requests::lock)
                        .then(opposites.supersede(change, action, now))
                        .flatMap(begun -> Flux.fromIterable(ids)
                                .filterWhen(id -> rows.isOpen(id).map(open -> !open))
                                .concatMap(completion::complete)
                                .then(Mono.just(begun))));
    }

    /** What an authority ordered to end is erased too where it is about a child (Decree 13 art. 20.3.c, R-CH-04). */
    private Mono<Void> erasure(AnswerChange change, List<Told> targets) {
        if (!change.cause().equals(ORDER) || change.after() != Answer.DENY) {
            return Mono.empty();
        }
        return childhood
                .isChild(change.studentId(), change.at())
                .filter(child -> child)
                .flatMapMany(child -> Flux.fromIterable(targets))
                .concatMap(target -> stillNeeded
                        .besides(change.purpose(), target.recipient().code(), change.studentId())
                        .map(needed -> target.categories().stream()
                                .filter(each -> !needed.contains(each))
                                .toList())
                        .filter(left -> !left.isEmpty())
                        .flatMap(left -> rows.insert(noted(change, Action.ERASE, target, left, true, null))))
                .then();
    }

    private @Nullable Instant next(Told target, boolean begun) {
        if (!registry.reaches(target.recipient().code())) {
            return null;
        }
        return begun ? clock.instant().plus(UNDER_WAY) : clock.instant();
    }

    private Noted noted(
            AnswerChange change,
            Action action,
            Told target,
            List<String> categories,
            boolean onceStopped,
            @Nullable Instant next) {
        return new Noted(
                change.studentId(),
                change.schoolId(),
                null,
                change.recordId(),
                change.cause(),
                target.recipient(),
                change.purpose(),
                action,
                categories,
                null,
                onceStopped,
                due(change, action),
                clock.instant(),
                next);
    }

    /** As if a person had asked for the same. */
    private Instant due(AnswerChange change, Action action) {
        String type = switch (action) {
            case STOP -> "WITHDRAW";
            case RESTRICT, LIFT -> "RESTRICT";
            case ERASE -> "DELETE";
            case RECTIFY -> "RECTIFY";
        };
        return deadlines.start(type, change.at()).carriedOutBy();
    }
}

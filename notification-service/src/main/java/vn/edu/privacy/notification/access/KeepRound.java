package vn.edu.privacy.notification.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.notification.access.HolderLine.State;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.request.application.Happening;
import vn.edu.privacy.notification.request.application.MarkGathered;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.retry.Backoff;

/** Keeps what one round of asking brought, and decides whether there is another one; in the caller's transaction. */
@Component
class KeepRound {
    /** So often the holders are asked in quick succession before what is there goes to an officer without the rest. */
    private static final int TOGETHER = 4;

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(30));

    private final GatheredData data;
    private final HolderLines lines;
    private final Requests requests;
    private final Clocks clocks;
    private final MarkGathered gathered;
    private final ReleaseData release;
    private final Clock clock;

    KeepRound(
            GatheredData data,
            HolderLines lines,
            Requests requests,
            Clocks clocks,
            MarkGathered gathered,
            ReleaseData release,
            Clock clock) {
        this.data = data;
        this.lines = lines;
        this.requests = requests;
        this.clocks = clocks;
        this.gathered = gathered;
        this.release = release;
        this.clock = clock;
    }

    Mono<Void> keep(GatheredData.Claimed claimed, List<Outcome> outcomes) {
        UUID id = claimed.requestId();
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Access.Approved open -> kept(claimed, outcomes);
            case Access.GatheringFailed open -> kept(claimed, outcomes);
            case Access.AwaitingRelease open -> kept(claimed, outcomes);
            case Access.Available open -> kept(claimed, outcomes);
            default -> data.end(id);
        });
    }

    private Mono<Void> kept(GatheredData.Claimed claimed, List<Outcome> outcomes) {
        UUID id = claimed.requestId();
        return Flux.fromIterable(outcomes)
                .filterWhen(outcome -> lines.keep(id, outcome.line()))
                .concatMap(outcome -> tell(id, outcome))
                .then(lines.of(id))
                .flatMap(now -> after(claimed, now));
    }

    private Mono<Void> tell(UUID id, Outcome outcome) {
        HeldData held = outcome.data();
        if (held == null) {
            return outcome.line().state() == State.ASKED
                    ? requests.log(
                            id,
                            Happening.of(
                                    clock.instant(),
                                    Actor.HOLDER,
                                    "HOLDER_MISSING",
                                    outcome.line().holder()))
                    : Mono.empty();
        }
        return data.keep(id, held, outcome.line().at()).then(gathered.answered(id, held.holder()));
    }

    private Mono<Void> after(GatheredData.Claimed claimed, List<HolderLine> now) {
        UUID id = claimed.requestId();
        boolean over = now.stream().noneMatch(line -> line.state() == State.ASKED);
        boolean any = now.stream().anyMatch(line -> line.state() == State.ANSWERED);
        Mono<Void> goesOn = over || claimed.attempts() >= TOGETHER
                ? (any || over ? gathered.mark(id).then(release.byPolicy(id)) : gathered.markFailed(id, missing(now)))
                : Mono.empty();
        return goesOn.then(over ? data.end(id) : again(claimed));
    }

    /** Until the last deadline there is hope; then only an officer has them asked again. */
    private Mono<Void> again(GatheredData.Claimed claimed) {
        UUID id = claimed.requestId();
        Instant next = clock.instant().plus(BACKOFF.after(claimed.attempts()));
        return clocks.of(List.of(id))
                .map(byRequest -> last(byRequest.getOrDefault(id, List.of())))
                .flatMap(last -> next.isBefore(last) ? data.retry(id, next) : data.end(id));
    }

    private static Instant last(List<RunningClock> clocks) {
        return clocks.stream()
                .filter(running -> running.isOpen() && running.code() != ClockRule.Code.ACKNOWLEDGE)
                .map(RunningClock::due)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private static String missing(List<HolderLine> lines) {
        return lines.stream()
                .filter(line -> line.state() == State.ASKED)
                .map(HolderLine::holder)
                .findFirst()
                .orElseThrow();
    }
}

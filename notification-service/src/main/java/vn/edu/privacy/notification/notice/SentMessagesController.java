package vn.edu.privacy.notification.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** What was sent to whom, for officers, and what did not arrive, to be sent anew. */
@RestController
@RequestMapping("/v1/deliveries")
class SentMessagesController {
    private static final ProblemType NOT_DEAD = new ProblemType("delivery-not-failed", 409);
    private static final ProblemType NOT_OFFERED = new ProblemType("channel-not-offered", 422);

    /** What the longest request may set going; the rest is asked for again. */
    private static final int MOST_AT_ONCE = 500;

    private final SentMessages messages;
    private final Gateways gateways;
    private final Clock clock;

    SentMessagesController(SentMessages messages, Gateways gateways, Clock clock) {
        this.messages = messages;
        this.gateways = gateways;
        this.clock = clock;
    }

    @GetMapping
    Mono<Deliveries> list(
            @RequestParam(required = false) @Nullable Set<DeliveryState> state,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller) {
        if (limit < 1 || limit > 200) {
            return Mono.error(
                    ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("limit"));
        }
        Set<DeliveryState> states = state == null ? EnumSet.noneOf(DeliveryState.class) : state;
        return messages.list(states, OfficerSchool.of(caller), limit).map(Deliveries::new);
    }

    @PostMapping("/{noticeId}/{channel}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> replay(@PathVariable UUID noticeId, @PathVariable Channel channel, Caller caller) {
        String school = OfficerSchool.of(caller);
        return messages.knows(noticeId, channel, school)
                .filter(known -> known)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .filter(known -> gateways.offered().contains(channel))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(NOT_OFFERED, channel.name())))
                .flatMap(known -> messages.replay(noticeId, channel, school, caller.id(), clock.instant()))
                .filter(replayed -> replayed)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(NOT_DEAD)))
                .then();
    }

    @PostMapping("/replay")
    Mono<SentMessages.Replayed> replayAll(@Valid @RequestBody Unreached body, Caller caller) {
        return Mono.just(body.channel())
                .filter(gateways.offered()::contains)
                .switchIfEmpty(Mono.error(
                        () -> ProblemException.of(NOT_OFFERED, body.channel().name())))
                .flatMap(channel -> messages.replayAll(
                        channel, body.kind(), OfficerSchool.of(caller), caller.id(), clock.instant(), MOST_AT_ONCE));
    }

    /**
     * Body of {@code POST /v1/deliveries/replay}.
     *
     * @param channel by which they did not arrive
     * @param kind of the notice; every kind when absent
     */
    record Unreached(@NotNull Channel channel, @Nullable NoticeKind kind) {}

    /**
     * An answer.
     *
     * @param items newest first
     */
    record Deliveries(List<SentMessages.Item> items) {}
}

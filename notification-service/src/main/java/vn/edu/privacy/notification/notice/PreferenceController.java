package vn.edu.privacy.notification.notice;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** How the caller wants to be reached outside the portal. */
@RestController
@RequestMapping("/v1/inbox/preferences")
class PreferenceController {
    private static final ProblemType NOT_OFFERED = new ProblemType("channel-not-offered", 422);

    private final Preferences preferences;
    private final Gateways gateways;
    private final Clock clock;

    PreferenceController(Preferences preferences, Gateways gateways, Clock clock) {
        this.preferences = preferences;
        this.gateways = gateways;
        this.clock = clock;
    }

    @GetMapping
    Mono<PreferenceBody> read(Caller caller) {
        return preferences.of(caller.requirePerson()).map(PreferenceBody::of);
    }

    @PutMapping
    Mono<PreferenceBody> choose(@Valid @RequestBody PreferenceBody body, Caller caller) {
        List<Channel> channels = body.channels();
        if (new HashSet<>(channels).size() < channels.size()) {
            return Mono.error(ProblemException.of(CommonProblems.INVALID_FIELDS).field("channels"));
        }
        List<Channel> offered = gateways.offered();
        return channels.stream()
                .filter(channel -> !offered.contains(channel))
                .findFirst()
                .map(missing -> Mono.<PreferenceBody>error(
                        ProblemException.of(NOT_OFFERED, missing.name()).field("channels")))
                .orElseGet(() -> preferences
                        .keep(caller.requirePerson(), body.preference(), clock.instant())
                        .thenReturn(body));
    }
}

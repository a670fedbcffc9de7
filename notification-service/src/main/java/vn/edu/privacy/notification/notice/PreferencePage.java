package vn.edu.privacy.notification.notice;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.platform.identity.Caller;

/** How a person wants to be reached, as a page: the portal always, other channels in an order of one's own. */
@Controller
class PreferencePage {
    private static final String PATH = "/inbox/preferences";
    private static final String CHANNEL = "channel";

    private final Preferences preferences;
    private final Gateways gateways;
    private final Clock clock;

    PreferencePage(Preferences preferences, Gateways gateways, Clock clock) {
        this.preferences = preferences;
        this.gateways = gateways;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> read(@RequestParam(required = false) @Nullable String kept, Caller caller) {
        return preferences
                .of(caller.requirePerson())
                .map(preference -> page(PreferenceBody.of(preference))
                        .modelAttribute("kept", kept != null)
                        .modelAttribute("wrong", false)
                        .build());
    }

    @PostMapping(PATH)
    Mono<Rendering> choose(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            PreferenceBody chosen = chosen(form);
            PreferenceBody.Quiet quiet = chosen.quiet();
            if (quiet != null && !isTime(quiet.from(), quiet.to())) {
                return Mono.just(page(chosen)
                        .modelAttribute("kept", false)
                        .modelAttribute("wrong", true)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
            }
            return preferences
                    .keep(caller.requirePerson(), chosen.preference(), clock.instant())
                    .thenReturn(Rendering.redirectTo(PATH + "?kept=yes").build());
        });
    }

    /** A channel that is not offered, or named twice, counts as not named. */
    private PreferenceBody chosen(MultiValueMap<String, String> form) {
        List<String> named = Objects.requireNonNullElse(form.get(CHANNEL), List.of());
        List<Channel> channels = named.stream()
                .flatMap(name -> gateways.offered().stream()
                        .filter(channel -> channel.name().equals(name)))
                .distinct()
                .toList();
        boolean quiet = "yes".equals(form.getFirst("quiet"));
        return new PreferenceBody(
                channels,
                quiet
                        ? new PreferenceBody.Quiet(
                                Objects.requireNonNullElse(form.getFirst("from"), ""),
                                Objects.requireNonNullElse(form.getFirst("to"), ""))
                        : null,
                "yes".equals(form.getFirst("optional")));
    }

    private static boolean isTime(String... times) {
        return Stream.of(times).allMatch(time -> time.matches(PreferenceBody.Quiet.TIME));
    }

    private Rendering.Builder<?> page(PreferenceBody shown) {
        List<Channel> offered = gateways.offered();
        PreferenceBody.Quiet quiet = shown.quiet();
        PreferenceBody.Quiet hours = quiet != null
                ? quiet
                : PreferenceBody.Quiet.of(
                        Objects.requireNonNull(preferences.usual().quiet()));
        return Rendering.view("notice-preferences")
                .modelAttribute("offered", offered)
                .modelAttribute(
                        "places",
                        IntStream.range(0, offered.size())
                                .mapToObj(place -> place < shown.channels().size()
                                        ? shown.channels().get(place).name()
                                        : "")
                                .toList())
                .modelAttribute("quiet", quiet != null)
                .modelAttribute("hours", hours)
                .modelAttribute("optional", shown.optional());
    }
}

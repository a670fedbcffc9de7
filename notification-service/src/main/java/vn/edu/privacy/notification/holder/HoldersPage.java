package vn.edu.privacy.notification.holder;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.ProblemException;

/** The registry of holders on a page: officers read it, data-protection officers keep it. */
@Controller
class HoldersPage {
    private static final String PATH = "/officer/holders";
    private static final String ONE = PATH + "/{code:[a-z0-9-]{2,60}}";
    private static final int LONGEST_REASON = 500;

    private final HolderRegistry registry;
    private final HolderRows rows;
    private final KeepHolders keeping;
    private final Clock clock;

    HoldersPage(HolderRegistry registry, HolderRows rows, KeepHolders keeping, Clock clock) {
        this.registry = registry;
        this.rows = rows;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(Caller caller, Locale locale) {
        return page(caller, locale, "", null);
    }

    /** A form that was sent back stands at its own address: there, another language or a reload leads to the list. */
    @GetMapping({PATH + "/entry", ONE + "/suspension", ONE + "/resumption", ONE + "/probe"})
    Rendering back() {
        return Rendering.redirectTo(PATH).build();
    }

    @PostMapping(PATH + "/entry")
    Mono<Rendering> keep(Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> Mono.defer(() -> keeping.keep(written(form), caller.id()))
                        .thenReturn(back())
                        .onErrorResume(
                                error -> error instanceof ProblemException
                                        || error instanceof DateTimeException
                                        || error instanceof IllegalArgumentException,
                                error -> page(
                                        caller,
                                        locale,
                                        error instanceof ProblemException problem
                                                        && problem.type().slug().equals("holder-agreement-missing")
                                                ? "agreement"
                                                : "entry",
                                        null)));
    }

    @PostMapping(ONE + "/suspension")
    Mono<Rendering> suspend(@PathVariable String code, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String reason = text(form, "reason");
            return reason == null || reason.length() > LONGEST_REASON
                    ? page(caller, locale, "reason", null)
                    : keeping.suspend(code, reason, caller.id()).thenReturn(back());
        });
    }

    @PostMapping(ONE + "/resumption")
    Mono<Rendering> resume(@PathVariable String code, Caller caller) {
        return keeping.suspend(code, null, caller.id()).thenReturn(back());
    }

    @PostMapping(ONE + "/probe")
    Mono<Rendering> probe(@PathVariable String code, Caller caller, Locale locale) {
        return keeping.probe(code).flatMap(probe -> page(caller, locale, "", new Probed(code, probe)));
    }

    private Mono<Rendering> page(Caller caller, Locale locale, String missing, @Nullable Probed probed) {
        LocalDate today = clock.instant().atZone(Deadlines.ZONE).toLocalDate();
        return rows.health()
                .map(health -> Rendering.view("officer-holders")
                        .status(missing.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute(
                                "holders",
                                registry.all().stream()
                                        .map(holder -> new Shown(
                                                holder,
                                                holder.name(locale.getLanguage()),
                                                holder.mayReceive(today),
                                                health.getOrDefault(holder.code(), Health.UNKNOWN)))
                                        .toList())
                        .modelAttribute("keeps", caller.is(Role.DATA_PROTECTION_OFFICER))
                        .modelAttribute("contents", List.of(Agreement.Content.values()))
                        .modelAttribute("missing", missing)
                        .modelAttribute("probed", probed == null ? "" : probed.code())
                        .modelAttribute(
                                "reached", probed != null && probed.probe().reached())
                        .modelAttribute(
                                "answer", probed == null ? "" : probed.probe().answer())
                        .build());
    }

    private static KnownHolder written(MultiValueMap<String, String> form) {
        String reference = text(form, "reference");
        String key = text(form, "key");
        return new KnownHolder(
                matching(form, "code", HolderController.CODE),
                Map.of("vi", matching(form, "vi", ".{1,200}"), "en", matching(form, "en", ".{1,200}")),
                text(form, "url") == null ? null : matching(form, "url", "https?://[^\\s?#]{1,490}"),
                text(form, "contact"),
                key == null ? null : HolderKeys.parse(key),
                reference == null
                        ? null
                        : new Agreement(
                                reference,
                                LocalDate.parse(matching(form, "signedOn", ".+")),
                                LocalDate.parse(matching(form, "from", ".+")),
                                text(form, "until") == null ? null : LocalDate.parse(matching(form, "until", ".+")),
                                states(form)),
                null,
                null,
                1);
    }

    private static Set<Agreement.Content> states(MultiValueMap<String, String> form) {
        Set<Agreement.Content> states = EnumSet.noneOf(Agreement.Content.class);
        form.getOrDefault("states", List.of()).forEach(each -> states.add(Agreement.Content.valueOf(each)));
        return states;
    }

    private static String matching(MultiValueMap<String, String> form, String field, String pattern) {
        String text = text(form, field);
        if (text == null || !text.matches(pattern)) {
            throw new IllegalArgumentException(field);
        }
        return text;
    }

    private static @Nullable String text(MultiValueMap<String, String> form, String field) {
        String text = form.getFirst(field);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The holder that was just called. */
    private record Probed(String code, KeepHolders.Probe probe) {}

    /**
     * A holder on the page.
     *
     * @param holder itself
     * @param name in the reader's language
     * @param mayReceive whether it may be given data today
     * @param health how it has answered of late
     */
    record Shown(KnownHolder holder, String name, boolean mayReceive, Health health) {
        public String code() {
            return holder.code();
        }

        public boolean api() {
            return holder.channel() == KnownHolder.Channel.API;
        }
    }
}

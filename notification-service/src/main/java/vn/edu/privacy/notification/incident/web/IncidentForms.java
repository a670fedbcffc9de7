package vn.edu.privacy.notification.incident.web;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.application.Criterion;
import vn.edu.privacy.notification.incident.application.PursueIncident;
import vn.edu.privacy.notification.incident.application.RegisterIncident;
import vn.edu.privacy.notification.incident.application.StoredIncident;
import vn.edu.privacy.notification.incident.application.TellAffected;
import vn.edu.privacy.notification.incident.domain.Contents;
import vn.edu.privacy.notification.incident.domain.DataKind;
import vn.edu.privacy.notification.incident.domain.Harm;
import vn.edu.privacy.notification.incident.domain.IncidentRefused;
import vn.edu.privacy.notification.incident.domain.IncidentRefused.Reason;
import vn.edu.privacy.notification.incident.domain.Nature;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.notification.incident.domain.Step;
import vn.edu.privacy.platform.identity.Caller;

/** The forms about violations. What is not taken comes back with what was typed, and why. */
@Controller
class IncidentForms {
    private static final int LONGEST_NOTE = 500;

    private final RegisterIncident registering;
    private final PursueIncident pursuit;
    private final TellAffected telling;
    private final IncidentPage page;
    private final IncidentWords words;

    IncidentForms(
            RegisterIncident registering,
            PursueIncident pursuit,
            TellAffected telling,
            IncidentPage page,
            IncidentWords words) {
        this.registering = registering;
        this.pursuit = pursuit;
        this.telling = telling;
        this.page = page;
        this.words = words;
    }

    @PostMapping(IncidentPaths.REGISTER)
    Mono<Rendering> register(Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(data -> Typed.of("new", data))
                .flatMap(typed -> Mono.defer(() -> registering.register(report(typed), IncidentReaders.officer(caller)))
                        .map(stored -> stored.incident().facts().id())
                        .map(id -> Rendering.redirectTo(IncidentPaths.one(id)).build())
                        .onErrorResume(
                                IncidentForms::isFault,
                                fault -> page.registering(caller, locale, typed, words.refusal(fault, locale))));
    }

    @PostMapping(IncidentPaths.ASSESSMENT)
    Mono<Rendering> assess(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return handled(
                "assessment",
                id,
                caller,
                locale,
                exchange,
                typed -> pursuit.assess(
                        id,
                        IncidentReaders.officer(caller),
                        typed.version(),
                        new PursueIncident.Finding(
                                typed.some(Harm.class, "harm"),
                                kinds(typed),
                                typed.time("occurredAt"),
                                typed.contents())));
    }

    @PostMapping(IncidentPaths.NOTIFICATIONS)
    Mono<Rendering> authorityTold(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return handled(
                "notification",
                id,
                caller,
                locale,
                exchange,
                typed -> pursuit.authorityTold(
                        id,
                        IncidentReaders.officer(caller),
                        typed.version(),
                        new PursueIncident.Telling(
                                typed.requiredTime("sentAt"),
                                typed.one(Phase.Way.class, "sentTo"),
                                typed.text("complete").equals("yes"),
                                typed.optional("lateReasons", IncidentBodies.LONGEST))));
    }

    @PostMapping(IncidentPaths.STEPS)
    Mono<Rendering> stepTaken(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return handled(
                "step",
                id,
                caller,
                locale,
                exchange,
                typed -> pursuit.stepTaken(
                        id,
                        IncidentReaders.officer(caller),
                        typed.version(),
                        typed.one(Step.class, "step"),
                        typed.requiredTime("at"),
                        typed.optional("note", LONGEST_NOTE)));
    }

    @PostMapping(IncidentPaths.AFFECTED)
    Mono<Rendering> name(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return handled(
                "affected",
                id,
                caller,
                locale,
                exchange,
                typed -> telling.name(
                        id,
                        IncidentReaders.officer(caller),
                        typed.version(),
                        new Criterion(
                                typed.code("school"),
                                typed.code("purpose"),
                                typed.code("dataCategory"),
                                typed.code("holder"))));
    }

    @PostMapping(IncidentPaths.NOTICES)
    Mono<Rendering> tell(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return handled(
                "notices",
                id,
                caller,
                locale,
                exchange,
                typed -> telling.order(id, IncidentReaders.officer(caller), typed.version()));
    }

    @PostMapping(IncidentPaths.REMEDY)
    Mono<Rendering> remedied(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return handled(
                "remedy",
                id,
                caller,
                locale,
                exchange,
                typed -> pursuit.remedied(
                        id, IncidentReaders.officer(caller), typed.version(), typed.requiredTime("remediedAt")));
    }

    @PostMapping(IncidentPaths.CLOSURE)
    Mono<Rendering> close(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return handled(
                "closure",
                id,
                caller,
                locale,
                exchange,
                typed -> pursuit.close(id, IncidentReaders.closer(caller), typed.version()));
    }

    private Mono<Rendering> handled(
            String form,
            UUID id,
            Caller caller,
            Locale locale,
            ServerWebExchange exchange,
            Function<Typed, Mono<StoredIncident>> action) {
        return exchange.getFormData()
                .map(data -> Typed.of(form, data))
                .flatMap(typed -> Mono.defer(() -> action.apply(typed))
                        .map(stored ->
                                Rendering.redirectTo(IncidentPaths.one(id)).build())
                        .onErrorResume(
                                IncidentForms::isFault,
                                fault -> page.page(id, caller, locale, typed, words.refusal(fault, locale))));
    }

    private static RegisterIncident.Report report(Typed typed) {
        return new RegisterIncident.Report(
                requiredCode(typed, "unit"),
                typed.one(Nature.class, "nature"),
                kinds(typed),
                typed.time("occurredAt"),
                typed.requiredTime("detectedAt"),
                typed.code("holder"),
                typed.time("holderReportedAt"),
                act(typed));
    }

    private static Contents act(Typed typed) {
        typed.required("ACT", IncidentBodies.LONGEST);
        return typed.contents();
    }

    private static String requiredCode(Typed typed, String field) {
        @Nullable String code = typed.code(field);
        if (code == null) {
            throw new Typed.InvalidForm(field);
        }
        return code;
    }

    private static Set<DataKind> kinds(Typed typed) {
        Set<DataKind> kinds = typed.some(DataKind.class, "kinds");
        if (kinds.isEmpty()) {
            throw new Typed.InvalidForm("kinds");
        }
        return kinds;
    }

    /** Faults that the form is sent back for; the others have pages of their own. */
    private static boolean isFault(Throwable error) {
        return error instanceof Typed.InvalidForm
                || error instanceof IncidentRefused refused
                        && refused.reason() != Reason.UNKNOWN_INCIDENT
                        && refused.reason() != Reason.STALE;
    }
}

package vn.edu.privacy.notification.incident.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.application.IncidentDetails;
import vn.edu.privacy.notification.incident.application.Incidents;
import vn.edu.privacy.notification.incident.application.ReadIncidents;
import vn.edu.privacy.notification.incident.domain.Content;
import vn.edu.privacy.notification.incident.domain.DataKind;
import vn.edu.privacy.notification.incident.domain.Harm;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.Nature;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.notification.incident.domain.Step;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;

/** The register of violations, nearest deadline first, and one violation with all that can be done about it. */
@Controller
class IncidentPage {
    private static final int MOST = 200;

    private final ReadIncidents reading;
    private final IncidentWords words;
    private final IncidentChoices choices;

    IncidentPage(ReadIncidents reading, IncidentWords words, IncidentChoices choices) {
        this.reading = reading;
        this.words = words;
        this.choices = choices;
    }

    @GetMapping(IncidentPaths.REGISTER)
    Mono<Rendering> list(Caller caller, Locale locale) {
        return reading.list(new Incidents.Query(IncidentReaders.reader(caller).unit(), null, MOST))
                .map(found -> Rendering.view("incidents")
                        .modelAttribute(
                                "incidents",
                                found.stream()
                                        .map(each -> new Line(
                                                each,
                                                words.next(each, locale),
                                                IncidentWords.look(
                                                        each.incident().state())))
                                        .toList())
                        .modelAttribute("writes", IncidentReaders.writes(caller))
                        .modelAttribute("full", found.size() == MOST)
                        .build());
    }

    @GetMapping(IncidentPaths.NEW)
    Mono<Rendering> blank(Caller caller, Locale locale) {
        IncidentReaders.officer(caller);
        return registering(caller, locale, Typed.NOTHING, null);
    }

    @GetMapping(IncidentPaths.ONE)
    Mono<Rendering> show(@PathVariable UUID id, Caller caller, Locale locale) {
        return page(id, caller, locale, Typed.NOTHING, null);
    }

    /** A form that was sent back stands at its own address: there, another language or a reload leads to the violation. */
    @GetMapping({
        IncidentPaths.ASSESSMENT,
        IncidentPaths.NOTIFICATIONS,
        IncidentPaths.STEPS,
        IncidentPaths.AFFECTED,
        IncidentPaths.NOTICES,
        IncidentPaths.REMEDY,
        IncidentPaths.CLOSURE
    })
    Rendering back(@PathVariable UUID id) {
        return Rendering.redirectTo(IncidentPaths.one(id)).build();
    }

    /** The form to enter a violation, as it was typed and why it was not taken. */
    Mono<Rendering> registering(Caller caller, Locale locale, Typed typed, @Nullable String refusal) {
        return choices.offered(caller.schoolId().orElse(null), locale)
                .map(offered -> Rendering.view("incident-new")
                        .status(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("natures", List.of(Nature.values()))
                        .modelAttribute("kinds", List.of(DataKind.values()))
                        .modelAttribute("chosen", Set.of())
                        .modelAttribute("unit", caller.schoolId().orElse(""))
                        .modelAttribute("offered", offered)
                        .modelAttribute("typed", typed)
                        .modelAttribute("refusal", refusal == null ? "" : refusal)
                        .build());
    }

    /** One violation, with what was typed into one of its forms and why it was not taken. */
    Mono<Rendering> page(UUID id, Caller caller, Locale locale, Typed typed, @Nullable String refusal) {
        return Mono.zip(
                        reading.one(id, IncidentReaders.reader(caller)),
                        reading.timeline(id, IncidentReaders.reader(caller)),
                        choices.offered(caller.schoolId().orElse(null), locale))
                .map(both -> {
                    IncidentDetails details = both.getT1();
                    Incident incident = details.incident();
                    boolean writes = IncidentReaders.writes(caller);
                    return Rendering.view("incident")
                            .status(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                            .modelAttribute("details", details)
                            .modelAttribute("incident", incident)
                            .modelAttribute("facts", incident.facts())
                            .modelAttribute("look", IncidentWords.look(incident.state()))
                            .modelAttribute("dues", words.dues(details, locale))
                            .modelAttribute(
                                    "kindsInWords", words.list(incident.facts().kinds(), "kind", locale))
                            .modelAttribute(
                                    "harmInWords",
                                    incident.assessment() == null
                                            ? ""
                                            : words.list(incident.assessment().harm(), "harm", locale))
                            .modelAttribute(
                                    "outstanding",
                                    details.outstanding().stream().sorted().toList())
                            .modelAttribute("events", words.events(both.getT2(), locale))
                            .modelAttribute(
                                    "occurred", words.field(incident.facts().occurredAt()))
                            .modelAttribute("now", words.now())
                            .modelAttribute("parts", List.of(Content.values()))
                            .modelAttribute("kinds", List.of(DataKind.values()))
                            .modelAttribute("harms", List.of(Harm.values()))
                            .modelAttribute("ways", List.of(Phase.Way.values()))
                            .modelAttribute("steps", left(details))
                            .modelAttribute("assesses", writes && incident instanceof Incident.Assessable)
                            .modelAttribute("notifies", writes && incident instanceof Incident.Notifiable)
                            .modelAttribute("remedies", writes && incident instanceof Incident.Remediable)
                            .modelAttribute("writes", writes && !(incident instanceof Incident.Closed))
                            .modelAttribute("closes", closes(caller, incident))
                            .modelAttribute("forms", IncidentPrints.forms(details))
                            .modelAttribute("offered", both.getT3())
                            .modelAttribute("typed", typed)
                            .modelAttribute("refusal", refusal == null ? "" : refusal)
                            .build();
                });
    }

    /** Steps that can still be recorded; those outstanding first. */
    private static List<Step> left(IncidentDetails details) {
        return List.of(Step.values()).stream()
                .filter(step -> details.stored().takenAt(step).isEmpty())
                .sorted((one, other) -> Boolean.compare(
                        details.outstanding().contains(other),
                        details.outstanding().contains(one)))
                .toList();
    }

    private static boolean closes(Caller caller, Incident incident) {
        boolean may = IncidentReaders.writes(caller) || caller.is(Role.HEAD_OF_UNIT);
        return may
                && incident instanceof Incident.Remedied remedied
                && !remedied.remedy().by().equals(caller.id());
    }

    /**
     * A violation in the register.
     *
     * @param details the violation
     * @param next its nearest deadline that still runs; null when none does
     * @param look class of the state's tag
     */
    record Line(IncidentDetails details, IncidentWords.@Nullable Due next, String look) {}
}

package vn.edu.privacy.notification.incident.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.BreachRule;
import vn.edu.privacy.notification.incident.IncidentProperties;
import vn.edu.privacy.notification.incident.application.IncidentDetails;
import vn.edu.privacy.notification.incident.application.ReadIncidents;
import vn.edu.privacy.notification.incident.domain.Content;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * What is printed of one violation: the form for the authority, the minute, the report to the Department's Office. Pages to
 * print, about one violation each, without a list of people.
 */
@Controller
class IncidentPrints {
    private static final String MINUTE = "minute";
    private static final String DEPARTMENT = "department";

    private final ReadIncidents reading;
    private final IncidentWords words;
    private final IncidentProperties properties;

    IncidentPrints(ReadIncidents reading, IncidentWords words, IncidentProperties properties) {
        this.reading = reading;
        this.words = words;
        this.properties = properties;
    }

    @GetMapping(IncidentPaths.PRINT)
    Mono<Rendering> print(@PathVariable UUID id, @PathVariable String what, Caller caller, Locale locale) {
        return reading.one(id, IncidentReaders.reader(caller))
                .filter(details -> Stream.concat(Stream.of(MINUTE, DEPARTMENT), forms(details).stream())
                        .anyMatch(what::equals))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .map(details -> page(details, what, locale));
    }

    /** The numbers of the forms that the laws of a violation know. */
    static List<String> forms(IncidentDetails details) {
        return details.law().rules().stream().map(BreachRule::form).toList();
    }

    private Rendering page(IncidentDetails details, String what, Locale locale) {
        Incident incident = details.incident();
        boolean form = !what.equals(MINUTE) && !what.equals(DEPARTMENT);
        return Rendering.view("incident-print")
                .modelAttribute("what", form ? "form" : what)
                .modelAttribute("number", form ? what : "")
                .modelAttribute("incident", incident)
                .modelAttribute("facts", incident.facts())
                .modelAttribute("kindsInWords", words.list(incident.facts().kinds(), "kind", locale))
                .modelAttribute("parts", Content.FOR_AUTHORITY)
                .modelAttribute(
                        "lateReasons",
                        incident.phases().stream()
                                .map(phase -> phase.lateReasons() == null ? "" : phase.lateReasons())
                                .filter(reasons -> !reasons.isEmpty())
                                .toList())
                .modelAttribute("organisation", properties.organisation())
                .modelAttribute("officer", properties.officer())
                .modelAttribute("authority", properties.authority())
                .modelAttribute("department", properties.departmentOffice())
                .build();
    }
}

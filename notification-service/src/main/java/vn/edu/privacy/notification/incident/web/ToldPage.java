package vn.edu.privacy.notification.incident.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.IncidentProperties;
import vn.edu.privacy.notification.incident.application.IncidentDetails;
import vn.edu.privacy.notification.incident.application.ReadIncidents;
import vn.edu.privacy.notification.incident.domain.Content;
import vn.edu.privacy.platform.identity.Caller;

/** What people are told of a violation that touched their data: one by one, and in public where not all can be reached. */
@Controller
class ToldPage {
    private final ReadIncidents reading;
    private final IncidentWords words;
    private final IncidentProperties properties;

    ToldPage(ReadIncidents reading, IncidentWords words, IncidentProperties properties) {
        this.reading = reading;
        this.words = words;
        this.properties = properties;
    }

    @GetMapping(IncidentPaths.TOLD)
    Mono<Rendering> told(@PathVariable UUID id, Caller caller, Locale locale) {
        return reading.toldTo(id, caller.requirePerson()).map(details -> page(details, false, locale));
    }

    @GetMapping(IncidentPaths.PUBLIC_ONE)
    Mono<Rendering> inPublic(@PathVariable UUID id, Locale locale) {
        return reading.inPublic(id).map(details -> page(details, true, locale));
    }

    @GetMapping(IncidentPaths.PUBLIC)
    Mono<Rendering> allInPublic() {
        return reading.inPublic()
                .map(found -> Rendering.view("incidents-public")
                        .modelAttribute("incidents", found)
                        .build());
    }

    private Rendering page(IncidentDetails details, boolean inPublic, Locale locale) {
        return Rendering.view("incident-told")
                .modelAttribute("facts", details.facts())
                .modelAttribute("inPublic", inPublic)
                .modelAttribute("kindsInWords", words.list(details.facts().kinds(), "kind", locale))
                .modelAttribute("parts", List.copyOf(Content.FOR_PEOPLE))
                .modelAttribute("organisation", properties.organisation())
                .modelAttribute("officer", properties.officer())
                .build();
    }
}

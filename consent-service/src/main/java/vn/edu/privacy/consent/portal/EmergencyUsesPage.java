package vn.edu.privacy.consent.portal;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.emergency.FamilyEmergencies;
import vn.edu.privacy.platform.identity.Caller;

/** When the child's data was used in an emergency without asking, and what the review found (R-EXC-03). */
@Controller
class EmergencyUsesPage {
    private final Family family;
    private final FamilyEmergencies emergencies;

    EmergencyUsesPage(Family family, FamilyEmergencies emergencies) {
        this.family = family;
        this.emergencies = emergencies;
    }

    @GetMapping(Paths.EMERGENCIES)
    Mono<Rendering> show(@PathVariable UUID studentId, Caller caller, Locale locale) {
        return family.child(caller, studentId)
                .flatMap(child -> emergencies
                        .of(studentId, caller.requirePerson(), locale.getLanguage())
                        .map(uses -> Rendering.view("child-emergencies")
                                .header("Cache-Control", "no-store")
                                .modelAttribute("say", family.say(child, locale))
                                .modelAttribute("child", child)
                                .modelAttribute("uses", uses)
                                .build()));
    }
}

package vn.edu.privacy.consent.emergency;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.Caller;

/** Uses of one student's data in emergencies, for the family, over HTTP. */
@RestController
class FamilyEmergencyController {
    private final FamilyEmergencies emergencies;

    FamilyEmergencyController(FamilyEmergencies emergencies) {
        this.emergencies = emergencies;
    }

    @GetMapping("/v1/students/{studentId}/emergency-uses")
    Mono<ResponseEntity<Uses>> read(@PathVariable UUID studentId, Caller caller, Locale locale) {
        return emergencies
                .of(studentId, caller.requirePerson(), locale.getLanguage())
                .map(uses ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Uses(uses)));
    }

    /** Answer of {@code GET /v1/students/{studentId}/emergency-uses}. */
    record Uses(List<UseTold> items) {}
}

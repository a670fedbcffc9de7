package vn.edu.privacy.notification.request.web;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.SeenVersion;
import vn.edu.privacy.notification.request.application.DecideAppeal;
import vn.edu.privacy.notification.request.application.LodgeAppeal;
import vn.edu.privacy.platform.identity.Caller;

/** Appeals against refusals, to the head of the unit. */
@RestController
@RequestMapping("/v1/requests/{id}/appeal")
class AppealController {
    private final LodgeAppeal lodging;
    private final DecideAppeal deciding;
    private final Answers answers;

    AppealController(LodgeAppeal lodging, DecideAppeal deciding, Answers answers) {
        this.lodging = lodging;
        this.deciding = deciding;
        this.answers = answers;
    }

    @PostMapping
    Mono<ResponseEntity<RequestResponse>> lodge(
            @PathVariable UUID id, @Valid @RequestBody RequestBodies.LodgeAppeal body, Caller caller, Locale locale) {
        return lodging.lodge(id, caller.requirePerson(), body.text())
                .flatMap(stored -> answers.of(HttpStatus.CREATED, stored, caller, locale));
    }

    @PostMapping("/decision")
    Mono<ResponseEntity<RequestResponse>> decide(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody RequestBodies.DecideAppeal body,
            Caller caller,
            Locale locale) {
        return deciding.decide(id, Readers.head(caller), SeenVersion.of(seen), body.allowed(), body.text())
                .flatMap(stored -> answers.of(HttpStatus.OK, stored, caller, locale));
    }
}

package vn.edu.privacy.notification.request.web;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.Course;
import vn.edu.privacy.notification.request.application.EnterAtDesk;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.RequestRefused;
import vn.edu.privacy.platform.identity.Caller;

/** Requests that officers write down for people at the desk. */
@RestController
class DeskController {
    private final EnterAtDesk desk;
    private final Authority authority;
    private final Answers answers;

    DeskController(EnterAtDesk desk, Authority authority, Answers answers) {
        this.desk = desk;
        this.authority = authority;
        this.answers = answers;
    }

    @GetMapping("/v1/desk/students/{studentId}/people")
    Mono<DeskBodies.People> people(@PathVariable UUID studentId, Caller caller) {
        Officer officer = Readers.officer(caller);
        return authority
                .handling(studentId)
                .filter(school ->
                        officer.schoolId() == null || officer.schoolId().equals(school))
                .switchIfEmpty(Course.refused(RequestRefused.Reason.UNKNOWN_STUDENT))
                .then(authority.parties(studentId))
                .map(DeskBodies.People::of);
    }

    @PostMapping("/v1/desk/requests")
    Mono<ResponseEntity<RequestResponse>> enter(
            @Valid @RequestBody DeskBodies.Enter body, Caller caller, Locale locale) {
        return desk.enter(body.entry(), Readers.officer(caller))
                .flatMap(opened -> answers.of(
                        opened.repeated() ? HttpStatus.OK : HttpStatus.CREATED, opened.stored(), caller, locale));
    }

    @PostMapping("/v1/requests/{id}/desk-check")
    Mono<ResponseEntity<RequestResponse>> check(@PathVariable UUID id, Caller caller, Locale locale) {
        return desk.check(id, Readers.officer(caller))
                .flatMap(stored -> answers.of(HttpStatus.OK, stored, caller, locale));
    }
}

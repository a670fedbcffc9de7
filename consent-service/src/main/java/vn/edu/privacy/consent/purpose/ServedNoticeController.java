package vn.edu.privacy.consent.purpose;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Shows a notice to the student or a guardian in force, and keeps the proof. */
@RestController
class ServedNoticeController {
    private final Purposes purposes;
    private final ServedNotices notices;
    private final Students students;

    ServedNoticeController(Purposes purposes, ServedNotices notices, Students students) {
        this.purposes = purposes;
        this.notices = notices;
        this.students = students;
    }

    @PostMapping("/v1/students/{studentId}/served-notices")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ServedNoticeResponse> serve(
            @PathVariable UUID studentId, @Valid @RequestBody PurposeRequests.Serve request, Caller caller) {
        UUID person = caller.requirePerson();
        return students.capacity(person, studentId)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .then(purposes.current(request.purpose()))
                .filter(PublishedPurpose::active)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(PurposeProblems.UNKNOWN_PURPOSE, request.purpose())
                        .field("purpose")))
                .filter(purpose -> purpose.basis().needsConsent())
                .switchIfEmpty(
                        Mono.error(() -> ProblemException.of(PurposeProblems.NO_CONSENT_NEEDED, request.purpose())
                                .field("purpose")))
                .filter(purpose -> purpose.languages().contains(request.language()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                                PurposeProblems.LANGUAGE_NOT_SUPPLIED, request.purpose(), request.language())
                        .field("language")))
                .flatMap(purpose -> notices.serve(person, studentId, purpose.code(), request.language()))
                .flatMap(served -> purposes.version(served.purpose(), served.version())
                        .map(purpose -> ServedNoticeResponse.of(served, purpose)));
    }
}

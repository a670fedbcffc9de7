package vn.edu.privacy.notification.request.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.SeenVersion;
import vn.edu.privacy.notification.request.application.AnswerRequest;
import vn.edu.privacy.notification.request.application.CancelRequest;
import vn.edu.privacy.notification.request.application.ConfirmRequest;
import vn.edu.privacy.notification.request.application.ExtendDeadline;
import vn.edu.privacy.notification.request.application.LiftRestriction;
import vn.edu.privacy.notification.request.application.OpenRequest;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.RuleOnAccess;
import vn.edu.privacy.notification.request.application.RuleOnRequest;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.platform.identity.Caller;

/** Data subject requests. What a caller may not know of is 404. */
@RestController
@RequestMapping("/v1/requests")
class RequestController {
    private final OpenRequest opening;
    private final ConfirmRequest confirmation;
    private final CancelRequest cancellation;
    private final LiftRestriction lifting;
    private final RuleOnAccess taking;
    private final RuleOnRequest ruling;
    private final AnswerRequest answering;
    private final ExtendDeadline extending;
    private final ReadRequests reading;
    private final RequestResponses responses;
    private final Answers answers;

    RequestController(
            OpenRequest opening,
            ConfirmRequest confirmation,
            CancelRequest cancellation,
            LiftRestriction lifting,
            RuleOnAccess taking,
            RuleOnRequest ruling,
            AnswerRequest answering,
            ExtendDeadline extending,
            ReadRequests reading,
            RequestResponses responses,
            Answers answers) {
        this.opening = opening;
        this.confirmation = confirmation;
        this.cancellation = cancellation;
        this.lifting = lifting;
        this.taking = taking;
        this.ruling = ruling;
        this.answering = answering;
        this.extending = extending;
        this.reading = reading;
        this.responses = responses;
        this.answers = answers;
    }

    @GetMapping
    Mono<RequestResponse.Items> list(
            @RequestParam(required = false) @Nullable RequestType type,
            @RequestParam(required = false) @Nullable RequestState state,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller,
            Locale locale) {
        return reading.list(new Requests.Query(Readers.reader(caller), type, state, limit))
                .map(found -> new RequestResponse.Items(found.stream()
                        .map(details -> responses.of(details, Readers.isOfficer(caller), locale.getLanguage()))
                        .toList()));
    }

    @PostMapping
    Mono<ResponseEntity<RequestResponse>> open(
            @Valid @RequestBody RequestBodies.Open body, Caller caller, Locale locale) {
        return opening.open(
                        new OpenRequest.Order(caller.requirePerson(), body.studentId(), body.asked(), body.reason()))
                .flatMap(opened -> answers.of(
                        opened.repeated() ? HttpStatus.OK : HttpStatus.CREATED, opened.stored(), caller, locale));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<RequestResponse>> read(@PathVariable UUID id, Caller caller, Locale locale) {
        return reading.one(id, Readers.reader(caller))
                .map(details -> answers.of(HttpStatus.OK, details, caller, locale));
    }

    @GetMapping("/{id}/timeline")
    Mono<RequestResponse.Timeline> timeline(@PathVariable UUID id, Caller caller) {
        return reading.timeline(id, Readers.reader(caller))
                .map(entries -> new RequestResponse.Timeline(entries.stream()
                        .map(entry -> responses.entry(entry, Readers.isOfficer(caller)))
                        .toList()));
    }

    @PostMapping("/{id}/confirmation")
    Mono<ResponseEntity<RequestResponse>> confirm(
            @PathVariable UUID id, @Valid @RequestBody RequestBodies.Confirm body, Caller caller, Locale locale) {
        return confirmation
                .confirm(id, caller.requirePerson(), body.consequencesAcknowledged())
                .flatMap(stored -> answers.of(HttpStatus.ACCEPTED, stored, caller, locale));
    }

    @PostMapping("/{id}/cancellation")
    Mono<ResponseEntity<RequestResponse>> cancel(@PathVariable UUID id, Caller caller, Locale locale) {
        return cancellation
                .cancel(id, caller.requirePerson())
                .flatMap(stored -> answers.of(HttpStatus.OK, stored, caller, locale));
    }

    @PostMapping("/{id}/lifting")
    Mono<ResponseEntity<RequestResponse>> lift(@PathVariable UUID id, Caller caller, Locale locale) {
        return lifting.lift(id, caller.requirePerson())
                .flatMap(stored -> answers.of(HttpStatus.ACCEPTED, stored, caller, locale));
    }

    @PostMapping("/{id}/assignment")
    Mono<ResponseEntity<RequestResponse>> assign(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            Locale locale) {
        return taking.assign(id, Readers.officer(caller), SeenVersion.of(seen))
                .flatMap(stored -> answers.of(HttpStatus.OK, stored, caller, locale));
    }

    @PostMapping("/{id}/approval")
    Mono<ResponseEntity<RequestResponse>> approve(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller,
            Locale locale) {
        return ruling.approve(id, Readers.officer(caller), SeenVersion.of(seen))
                .flatMap(stored -> answers.of(HttpStatus.OK, stored, caller, locale));
    }

    @PostMapping("/{id}/refusal")
    Mono<ResponseEntity<RequestResponse>> refuse(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody RequestBodies.Refuse body,
            Caller caller,
            Locale locale) {
        return ruling.refuse(id, Readers.officer(caller), SeenVersion.of(seen), body.ground(), body.text())
                .flatMap(stored -> answers.of(HttpStatus.OK, stored, caller, locale));
    }

    @PostMapping("/{id}/answer")
    Mono<ResponseEntity<RequestResponse>> answer(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody RequestBodies.Answer body,
            Caller caller,
            Locale locale) {
        return answering
                .answer(id, Readers.officer(caller), SeenVersion.of(seen), body.text())
                .flatMap(stored -> answers.of(HttpStatus.OK, stored, caller, locale));
    }

    @PostMapping("/{id}/extension")
    Mono<ResponseEntity<RequestResponse>> extend(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody RequestBodies.Extend body,
            Caller caller,
            Locale locale) {
        return extending
                .extend(id, Readers.officer(caller), SeenVersion.of(seen), body.reason())
                .flatMap(stored -> answers.of(HttpStatus.OK, stored, caller, locale));
    }
}

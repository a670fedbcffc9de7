package vn.edu.privacy.consent.consent.web;

import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ActOnRecords;
import vn.edu.privacy.consent.consent.application.Recorded;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** What officers do about decisions and records; a school's officer only about its own students. */
@RestController
@RequestMapping("/v1/students/{studentId}")
class ActController {
    private final ActOnRecords acts;
    private final Students students;
    private final RecordedDecisionMapper mapper;

    ActController(ActOnRecords acts, Students students, RecordedDecisionMapper mapper) {
        this.acts = acts;
        this.students = students;
        this.mapper = mapper;
    }

    @PostMapping("/decisions/{decisionId}/check")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RecordedActResponse> check(
            @PathVariable UUID studentId,
            @PathVariable UUID decisionId,
            @Valid @RequestBody ActRequests.Check body,
            Caller caller) {
        boolean confirmed = body.outcome() == ActRequests.Outcome.CONFIRMED;
        return answer(
                studentId, caller, acts.check(studentId, decisionId, officer(caller), confirmed, body.reference()));
    }

    @PostMapping("/decisions/{decisionId}/correction")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RecordedActResponse> correct(
            @PathVariable UUID studentId,
            @PathVariable UUID decisionId,
            @Valid @RequestBody ActRequests.Correction body,
            Caller caller) {
        return answer(
                studentId,
                caller,
                acts.correct(studentId, decisionId, body.readAs(), officer(caller), body.reference()));
    }

    @PostMapping("/settlements")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RecordedActResponse> settle(
            @PathVariable UUID studentId, @Valid @RequestBody ActRequests.Settlement body, Caller caller) {
        boolean granted = body.decision() == ActRequests.Settled.GIVEN;
        return answer(
                studentId, caller, acts.settle(studentId, body.purpose(), granted, officer(caller), body.reference()));
    }

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RecordedActResponse> end(
            @PathVariable UUID studentId, @Valid @RequestBody ActRequests.Order body, Caller caller) {
        return answer(studentId, caller, acts.end(studentId, body.purpose(), officer(caller), body.reference()));
    }

    private Mono<RecordedActResponse> answer(UUID studentId, Caller caller, Mono<Recorded> act) {
        return students.facts(studentId)
                .filter(facts -> concerns(caller, facts))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .then(act)
                .map(mapper::act);
    }

    private static boolean concerns(Caller caller, StudentFacts facts) {
        return caller.is(Role.DATA_PROTECTION_OFFICER)
                || Optional.of(facts.schoolId()).equals(caller.schoolId());
    }

    private static UUID officer(Caller caller) {
        return caller.requirePerson();
    }
}

package vn.edu.privacy.consent.consent.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.DecisionDesk;
import vn.edu.privacy.consent.consent.application.Proof;
import vn.edu.privacy.consent.consent.application.ReadConsents;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.application.Recorded;
import vn.edu.privacy.consent.consent.web.ConsentView.Audience;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.roster.Acting;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Decisions, what stands, and the ledger, of one student. Foreign and unknown students look the same: 404. */
@RestController
@RequestMapping("/v1/students/{studentId}")
class ConsentController {
    private final RecordDecisions recordDecisions;
    private final DecisionDesk desk;
    private final ReadConsents readConsents;
    private final Proof proof;
    private final Students students;
    private final ConsentView view;
    private final RecordedDecisionMapper mapper;

    ConsentController(
            RecordDecisions recordDecisions,
            DecisionDesk desk,
            ReadConsents readConsents,
            Proof proof,
            Students students,
            ConsentView view,
            RecordedDecisionMapper mapper) {
        this.recordDecisions = recordDecisions;
        this.desk = desk;
        this.readConsents = readConsents;
        this.proof = proof;
        this.students = students;
        this.view = view;
        this.mapper = mapper;
    }

    @PostMapping("/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RecordedDecisionsResponse> record(
            @PathVariable UUID studentId, @Valid @RequestBody RecordDecisionsRequest body, Caller caller) {
        if (!body.fits()) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("onBehalfOf");
        }
        Mono<List<Recorded>> recording = body.onBehalfOf() == null
                ? recordDecisions.record(body.order(studentId, family(caller)))
                : desk.enter(body.entry(studentId, school(caller), caller.requirePerson()))
                        .map(List::of);
        return recording.map(recorded -> new RecordedDecisionsResponse(
                recorded.stream().map(mapper::item).toList()));
    }

    private static UUID family(Caller caller) {
        return Optional.of(caller)
                .filter(known -> known.is(Role.GUARDIAN) || known.is(Role.STUDENT))
                .orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN))
                .requirePerson();
    }

    /** The school whose papers the caller enters. */
    private static String school(Caller caller) {
        return Optional.of(caller)
                .filter(known -> known.is(Role.SCHOOL_OFFICER) || known.is(Role.SCHOOL_STAFF))
                .flatMap(Caller::schoolId)
                .orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }

    @GetMapping("/consents")
    Mono<ConsentsResponse> consents(@PathVariable UUID studentId, Caller caller, Locale locale) {
        return reader(studentId, caller)
                .flatMap(reader -> readConsents
                        .of(studentId)
                        .map(consents -> new ConsentsResponse(
                                studentId,
                                consents.stream()
                                        .filter(consent -> reader.mayRead(consent.purpose()))
                                        .map(consent -> view.item(
                                                consent, reader.audience(), reader.party(), locale.getLanguage()))
                                        .toList())));
    }

    @GetMapping("/ledger")
    Mono<LedgerResponse> ledger(@PathVariable UUID studentId) {
        return known(studentId)
                .thenMany(proof.chain(studentId))
                .map(mapper::ledgerEntry)
                .collectList()
                .map(entries -> new LedgerResponse(studentId, entries));
    }

    @GetMapping("/ledger/verification")
    Mono<LedgerResponse.Verification> verify(@PathVariable UUID studentId) {
        return known(studentId)
                .then(proof.verify(studentId))
                .map(verdict -> new LedgerResponse.Verification(
                        studentId,
                        verdict.valid(),
                        verdict.entries(),
                        verdict.head(),
                        verdict.valid() ? null : verdict.firstBrokenSeq()));
    }

    /** The family by the roster, a school's people and systems by their school, the data-protection officer always. */
    private Mono<Reader> reader(UUID studentId, Caller caller) {
        if (caller.is(Role.DATA_PROTECTION_OFFICER)) {
            return known(studentId).thenReturn(new Reader(Audience.OFFICER, null));
        }
        if (caller.is(Role.SCHOOL_OFFICER) || caller.is(Role.SCHOOL_SYSTEM)) {
            Audience audience = caller.is(Role.SCHOOL_OFFICER) ? Audience.OFFICER : Audience.SCHOOL_SYSTEM;
            return known(studentId)
                    .filter(facts -> Optional.of(facts.schoolId()).equals(caller.schoolId()))
                    .switchIfEmpty(notFound())
                    .thenReturn(new Reader(audience, null));
        }
        return students.acting(caller.requirePerson(), studentId)
                .switchIfEmpty(notFound())
                .map(acting -> new Reader(Audience.FAMILY, acting));
    }

    /** Who reads; somebody who represents a party reads as that party, and only what the mandate is for. */
    private record Reader(Audience audience, @Nullable Acting acting) {
        @Nullable
        UUID party() {
            return acting == null ? null : acting.party();
        }

        boolean mayRead(PublishedPurpose purpose) {
            return acting == null || acting.covers(purpose.code());
        }
    }

    private Mono<StudentFacts> known(UUID studentId) {
        return students.facts(studentId).switchIfEmpty(notFound());
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND));
    }
}

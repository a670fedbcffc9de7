package vn.edu.privacy.consent.check;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.EntryTexts;
import vn.edu.privacy.consent.consent.application.Moment;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;
import vn.edu.privacy.platform.time.Ids;
import vn.edu.privacy.platform.vault.BlindIndex;

/** A school's system asks before it collects, or later whether it might; it asks about its own school only. */
@RestController
@RequestMapping("/v1/checks")
class CheckController {
    static final ProblemType ONE_STUDENT = new ProblemType("one-student", 400);
    static final ProblemType PAST_OF_CONSENT = new ProblemType("past-of-consent", 422);

    private final Checks checks;
    private final PastChecks pastChecks;
    private final Clock clock;
    private final BlindIndex index;
    private final MessageSource texts;
    private final EntryTexts conditions;

    CheckController(
            Checks checks,
            PastChecks pastChecks,
            Clock clock,
            BlindIndex index,
            MessageSource texts,
            EntryTexts conditions) {
        this.pastChecks = pastChecks;
        this.clock = clock;
        this.conditions = conditions;
        this.checks = checks;
        this.index = index;
        this.texts = texts;
    }

    @PostMapping
    Mono<ResponseEntity<CheckResponses.Answer>> check(
            @Valid @RequestBody CheckRequests.Single request, Caller caller, Locale language) {
        Handling handling = handling(request.schoolId(), request.handling(), caller);
        UUID checkId = Ids.next();
        Optional<Moment> past = PastQuestion.moment(request.at(), request.knownAt(), clock.instant());
        if (past.isPresent() && request.handling().isNamed()) {
            throw ProblemException.of(PAST_OF_CONSENT).field("operation");
        }
        return student(request.studentId(), request.sectorId())
                .flatMap(student -> past.isPresent()
                        ? pastChecks.answer(past(request, student, caller, checkId, past.get()))
                        : checks.answer(present(request, student, handling, caller, checkId))
                                .map(List::getFirst))
                .flatMap(cell -> conditions
                        .read(cell.studentId(), cell.conditionalOn())
                        .map(said -> uncached().body(answer(cell, said, checkId, past.orElse(null), language))));
    }

    private static Question present(
            CheckRequests.Single request, UUID student, Handling handling, Caller caller, UUID checkId) {
        return new Question(
                checkId,
                caller.id(),
                caller.clientId().orElse(null),
                null,
                request.schoolId(),
                List.of(student),
                List.of(request.purpose()),
                request.dataCategories(),
                handling);
    }

    private static PastQuestion past(
            CheckRequests.Single request, UUID student, Caller caller, UUID checkId, Moment moment) {
        return new PastQuestion(
                checkId,
                caller.id(),
                caller.clientId().orElse(null),
                request.schoolId(),
                student,
                request.purpose(),
                request.dataCategories(),
                moment);
    }

    @PostMapping(path = "/batch", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CheckResponses.Cells>> batch(@Valid @RequestBody CheckRequests.Batch request, Caller caller) {
        UUID checkId = Ids.next();
        return cells(request, caller, checkId).map(cells -> uncached().body(new CheckResponses.Cells(checkId, cells)));
    }

    @PostMapping(path = "/batch", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<Flux<CheckResponses.BatchCell>> stream(
            @Valid @RequestBody CheckRequests.Batch request, Caller caller) {
        return uncached().body(cells(request, caller, Ids.next()).flatMapMany(Flux::fromIterable));
    }

    private Mono<List<CheckResponses.BatchCell>> cells(CheckRequests.Batch request, Caller caller, UUID checkId) {
        Handling handling = handling(request.schoolId(), request.handling(), caller);
        return checks.answer(new Question(
                        checkId,
                        caller.id(),
                        caller.clientId().orElse(null),
                        null,
                        request.schoolId(),
                        request.studentIds().stream().distinct().toList(),
                        request.purposes().stream().distinct().toList(),
                        null,
                        handling))
                .map(cells -> cells.stream().map(CheckResponses.BatchCell::of).toList());
    }

    private Mono<UUID> student(@Nullable UUID studentId, @Nullable String sectorId) {
        if (studentId != null && sectorId == null) {
            return Mono.just(studentId);
        }
        if (sectorId != null && studentId == null) {
            return checks.student(index.of(sectorId));
        }
        return Mono.error(ProblemException.of(ONE_STUDENT).field("studentId"));
    }

    private CheckResponses.Answer answer(
            Cell cell, List<String> said, UUID checkId, @Nullable Moment moment, Locale language) {
        String text = texts.getMessage("check." + cell.reason(), null, language);
        return new CheckResponses.Answer(
                cell.answer(),
                List.of(new CheckResponses.Why(
                        cell.reason(),
                        cell.reason().article(cell.basis()),
                        cell.reason().rows(),
                        text)),
                cell.granted(),
                said,
                cell.basis(),
                cell.consentEnds(),
                cell.recordId(),
                cell.reminderMayHelp(),
                moment == null ? null : moment.at(),
                moment == null ? null : moment.knownAt(),
                checkId);
    }

    /** A school's system asks about its own school; the Department's about any, and only what it shares. */
    static Handling handling(String schoolId, CheckRequests.HandlingRequest request, Caller caller) {
        Handling handling = request.read(caller.is(Role.DEPARTMENT_SYSTEM));
        if (!handling.departmental()) {
            requireOwn(schoolId, caller);
        }
        return handling;
    }

    private static void requireOwn(String schoolId, Caller caller) {
        if (!caller.schoolId().filter(schoolId::equals).isPresent()) {
            throw ProblemException.of(CommonProblems.FORBIDDEN).field("schoolId");
        }
    }

    private static ResponseEntity.BodyBuilder uncached() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}

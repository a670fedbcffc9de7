package vn.edu.privacy.consent.representation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Authorisations about one student. A school's officer finds its own students; who gave or holds one finds that one. */
@RestController
@RequestMapping("/v1/students/{studentId}/representations")
class RepresentationController {
    private final KeepRepresentations representations;
    private final Students students;

    RepresentationController(KeepRepresentations representations, Students students) {
        this.representations = representations;
        this.students = students;
    }

    @GetMapping
    Mono<Items> list(@PathVariable UUID studentId, Caller caller) {
        Mono<Void> mayAsk = works(caller) ? student(studentId, caller).then() : Mono.empty();
        return mayAsk.thenMany(representations.of(studentId))
                .filter(each -> works(caller) || concerns(each, caller.requirePerson()))
                .map(Item::of)
                .collectList()
                .map(Items::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Item> record(@PathVariable UUID studentId, @Valid @RequestBody Body body, Caller caller) {
        return student(studentId, caller)
                .flatMap(student -> representations.record(student, body.document(), caller.requirePerson()))
                .map(Item::of);
    }

    @PostMapping("/{representationId}/check")
    Mono<Item> check(
            @PathVariable UUID studentId,
            @PathVariable UUID representationId,
            @Valid @RequestBody Check body,
            Caller caller) {
        return student(studentId, caller)
                .then(representations.check(
                        studentId, representationId, body.outcome() == Outcome.CONFIRMED, caller.requirePerson()))
                .map(Item::of);
    }

    @PostMapping("/{representationId}/end")
    Mono<Item> end(@PathVariable UUID studentId, @PathVariable UUID representationId, Caller caller) {
        Mono<Void> mayEnd = works(caller) ? student(studentId, caller).then() : Mono.empty();
        return mayEnd.then(representations.end(studentId, representationId, caller.requirePerson(), !works(caller)))
                .map(Item::of);
    }

    private Mono<StudentFacts> student(UUID studentId, Caller caller) {
        return students.facts(studentId)
                .filter(facts -> caller.is(Role.DATA_PROTECTION_OFFICER)
                        || Optional.of(facts.schoolId()).equals(caller.schoolId()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    private static boolean works(Caller caller) {
        return caller.is(Role.SCHOOL_OFFICER) || caller.is(Role.DATA_PROTECTION_OFFICER);
    }

    private static boolean concerns(Representation each, UUID person) {
        return each.represented().equals(person) || each.representative().equals(person);
    }

    /** {@code POST …/representations}. */
    record Body(
            @NotNull UUID represented,
            @NotNull UUID representative,

            @Nullable @Size(max = 50)
            List<@NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String> purposes,

            @Nullable @Size(max = 8) List<@NotNull RequestKind> requestTypes,

            @NotNull @Size(min = 3, max = 80) @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_-]*")
            String reference,

            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        KeepRepresentations.Document document() {
            return new KeepRepresentations.Document(
                    represented,
                    representative,
                    purposes == null ? List.of() : purposes,
                    requestTypes == null ? List.of() : requestTypes,
                    reference.strip(),
                    from,
                    until);
        }
    }

    /** {@code POST …/check}. */
    record Check(@NotNull Outcome outcome) {}

    /** What a second person found. */
    enum Outcome {
        CONFIRMED,
        REJECTED
    }

    /** An authorisation. */
    record Item(
            UUID id,
            UUID studentId,
            UUID represented,
            UUID representative,
            List<String> purposes,
            List<RequestKind> requestTypes,
            String reference,
            LocalDate from,
            LocalDate until,
            Representation.State state,
            Instant recordedAt,
            @Nullable Instant endedAt) {
        static Item of(Representation each) {
            return new Item(
                    each.id(),
                    each.studentId(),
                    each.represented(),
                    each.representative(),
                    each.purposes(),
                    each.requestTypes(),
                    each.reference(),
                    each.from(),
                    each.until(),
                    each.state(),
                    each.recordedAt(),
                    each.endedAt());
        }
    }

    /** All, newest first. */
    record Items(List<Item> items) {}
}

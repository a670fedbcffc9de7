package vn.edu.privacy.consent.emergency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
import vn.edu.privacy.consent.emergency.R2dbcEmergencyUses.OfCaller;
import vn.edu.privacy.consent.purpose.LawfulBasis;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Declares a use in an emergency, and judges it afterwards. */
@RestController
@RequestMapping("/v1/emergency-uses")
class EmergencyController {
    static final String ARTICLE = LawfulBasis.VITAL_INTEREST.article() + "; Điều 19.1.a Luật 91/2025/QH15";
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String WORDS = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";

    private final Emergencies emergencies;

    EmergencyController(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Permitted> declare(@Valid @RequestBody Declaration body, Caller caller) {
        if (caller.schoolId().filter(body.schoolId()::equals).isEmpty()) {
            throw ProblemException.of(CommonProblems.FORBIDDEN).field("schoolId");
        }
        return emergencies
                .declare(new Emergencies.Declared(
                        body.schoolId(),
                        body.studentId(),
                        body.purpose(),
                        body.dataCategories() == null ? List.of() : body.dataCategories(),
                        body.justification().strip(),
                        caller.id(),
                        caller.clientId().orElse(null),
                        caller.is(Role.SCHOOL_SYSTEM) ? Position.SCHOOL_SYSTEM : Position.SCHOOL_OFFICER))
                .map(Permitted::of);
    }

    @GetMapping
    Mono<Answer> list(Caller caller) {
        return emergencies.overview(school(caller)).map(Answer::of);
    }

    @PostMapping("/{useId}/review")
    Mono<Item> review(@PathVariable UUID useId, @Valid @RequestBody Review body, Caller caller) {
        return emergencies
                .review(useId, school(caller), body.outcome(), body.note().strip(), caller.id())
                .map(judged -> Item.of(judged, null, false));
    }

    /** The school whose uses the officer judges; null for who judges every school's. */
    static @Nullable String school(Caller caller) {
        return caller.is(Role.DATA_PROTECTION_OFFICER)
                ? null
                : caller.schoolId().orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }

    /** {@code POST /v1/emergency-uses}. */
    record Declaration(
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,40}") String schoolId,
            @NotNull UUID studentId,

            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String purpose,

            @Nullable @Size(min = 1, max = 50)
            List<@NotNull @Size(min = 2, max = 60) @Pattern(regexp = CODE) String> dataCategories,

            @NotNull @Size(min = 20, max = 1000) @Pattern(regexp = WORDS)
            String justification) {}

    /** {@code POST /v1/emergency-uses/{useId}/review}. */
    record Review(
            @NotNull Outcome outcome,

            @NotNull @Size(min = 3, max = 1000) @Pattern(regexp = WORDS)
            String note) {}

    /** The answer to a declaration: a PERMIT by an exception, not by consent. */
    record Permitted(
            UUID useId,
            String answer,
            LawfulBasis basis,
            String article,
            List<String> dataCategories,
            Instant until,
            Instant reviewDue) {
        static Permitted of(EmergencyUse use) {
            return new Permitted(
                    use.id(),
                    "PERMIT",
                    LawfulBasis.VITAL_INTEREST,
                    ARTICLE,
                    use.categories(),
                    use.until(),
                    use.reviewDue());
        }
    }

    /** One use; why it was declared stands in the list only. */
    record Item(
            UUID id,
            UUID studentId,
            String schoolId,
            String purpose,
            List<String> dataCategories,
            String caller,
            @Nullable String justification,
            Instant declaredAt,
            Instant until,
            Instant reviewDue,
            boolean overdue,
            @Nullable Outcome outcome,
            @Nullable Instant reviewedAt) {
        static Item of(EmergencyUse use, @Nullable String justification, boolean overdue) {
            return new Item(
                    use.id(),
                    use.studentId(),
                    use.schoolId(),
                    use.purpose(),
                    use.categories(),
                    use.caller(),
                    justification,
                    use.declaredAt(),
                    use.until(),
                    use.reviewDue(),
                    overdue,
                    use.outcome(),
                    use.reviewedAt());
        }
    }

    /** What officers see. */
    record Answer(List<Item> items, List<OfCaller> callers) {
        static Answer of(Emergencies.Overview overview) {
            return new Answer(
                    IntStream.range(0, overview.uses().size())
                            .mapToObj(i -> Item.of(
                                    overview.uses().get(i),
                                    overview.justifications().get(i).orElse(null),
                                    overview.uses().get(i).overdue(overview.at())))
                            .toList(),
                    overview.callers());
        }
    }
}

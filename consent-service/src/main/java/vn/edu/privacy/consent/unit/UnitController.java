package vn.edu.privacy.consent.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Units over HTTP: the Department keeps the tree and its heads, a head the tasks of the own unit. */
@RestController
@RequestMapping("/v1/units")
@Validated
class UnitController {
    private static final String UNIT = "[a-z0-9-]{2,40}";
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String WORDS = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";
    private static final String PERSON = "[A-Za-z0-9-]{2,60}";

    private final KeepUnits units;

    UnitController(KeepUnits units) {
        this.units = units;
    }

    @GetMapping
    Mono<Answer> list(@RequestParam(required = false) @Nullable LocalDate on) {
        return units.on(on).map(Item::of).collectList().map(Answer::new);
    }

    @GetMapping("/{code}")
    Mono<Details> read(@PathVariable @Pattern(regexp = UNIT) String code, Caller caller) {
        if (caller.is(Role.HEAD_OF_UNIT)) {
            requireOwn(code, caller);
        }
        return units.details(code).map(Details::of);
    }

    @PutMapping("/{code}")
    Mono<Item> keep(
            @PathVariable @Pattern(regexp = UNIT) String code, @Valid @RequestBody Registration body, Caller caller) {
        return units.keep(
                        new Unit(
                                code,
                                body.level(),
                                body.standing(),
                                body.name().byLanguage(),
                                body.contact().byLanguage()),
                        caller.id())
                .map(Item::of);
    }

    @PostMapping("/{code}/placements")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Item> place(
            @PathVariable @Pattern(regexp = UNIT) String code, @Valid @RequestBody Placement body, Caller caller) {
        return units.place(code, body.parent(), body.from(), caller.id()).map(Item::of);
    }

    @PostMapping("/{code}/heads")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Item> handOver(
            @PathVariable @Pattern(regexp = UNIT) String code, @Valid @RequestBody Handover body, Caller caller) {
        return units.handOver(
                        code,
                        new HeadTerm(
                                body.personId(), body.name(), body.position().byLanguage(), body.from(), null),
                        caller.id())
                .map(Item::of);
    }

    @PostMapping("/{code}/duties")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<DutyItem> assign(
            @PathVariable @Pattern(regexp = UNIT) String code, @Valid @RequestBody Assignment body, Caller caller) {
        requireOwn(code, caller);
        return units.assign(code, body.purpose(), body.task(), body.personId(), body.from(), body.until(), caller.id())
                .map(DutyItem::of);
    }

    @PostMapping("/{code}/duties/{dutyId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(
            @PathVariable @Pattern(regexp = UNIT) String code,
            @PathVariable UUID dutyId,
            @Valid @RequestBody End body,
            Caller caller) {
        requireOwn(code, caller);
        return units.end(code, dutyId, body.until());
    }

    private static void requireOwn(String code, Caller caller) {
        if (caller.schoolId().filter(code::equals).isEmpty()) {
            throw ProblemException.of(CommonProblems.FORBIDDEN).field("code");
        }
    }

    /** {@code PUT /v1/units/{code}}. */
    record Registration(
            @NotNull Unit.Level level,
            @NotNull Unit.Standing standing,
            @NotNull @Valid Words name,
            @NotNull @Valid Words contact) {}

    /** Words in both languages. */
    record Words(
            @NotNull @Size(max = 300) @Pattern(regexp = WORDS)
            String vi,

            @NotNull @Size(max = 300) @Pattern(regexp = WORDS)
            String en) {
        Map<String, String> byLanguage() {
            return Map.of("vi", vi, "en", en);
        }
    }

    /** {@code POST /v1/units/{code}/placements}. */
    record Placement(
            @NotNull @Pattern(regexp = UNIT) String parent,
            @NotNull LocalDate from) {}

    /** {@code POST /v1/units/{code}/heads}. */
    record Handover(
            @NotNull @Pattern(regexp = PERSON) String personId,

            @NotNull @Size(max = 100) @Pattern(regexp = WORDS)
            String name,

            @NotNull @Valid Words position,
            @NotNull LocalDate from) {}

    /** {@code POST /v1/units/{code}/duties}. */
    record Assignment(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = CODE)
            String purpose,

            @NotNull Duty.Task task,
            @NotNull @Pattern(regexp = PERSON) String personId,
            @NotNull LocalDate from,
            @Nullable LocalDate until) {}

    /** {@code POST /v1/units/{code}/duties/{dutyId}/end}. */
    record End(@NotNull LocalDate until) {}

    /** What is not as the letter wants it. */
    enum Finding {
        /** It hangs nowhere. */
        NOT_PLACED,
        /** Nobody answers for it (par. 1.6). */
        NO_HEAD,
        /** Tasks are nobody's (par. 2.2). */
        TASKS_UNASSIGNED
    }

    /** One unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String code,
            Unit.Level level,
            Unit.Standing standing,
            Map<String, String> name,
            Map<String, String> contact,
            @Nullable String parent,
            @Nullable Head head,
            long unassignedTasks,
            List<Finding> findings) {
        static Item of(PlacedUnit placed) {
            Unit unit = placed.unit();
            HeadTerm head = placed.head();
            return new Item(
                    unit.code(),
                    unit.level(),
                    unit.standing(),
                    unit.name(),
                    unit.contact(),
                    placed.parent(),
                    head == null ? null : Head.of(head),
                    placed.unassigned(),
                    findingsOf(placed));
        }
    }

    private static List<Finding> findingsOf(PlacedUnit placed) {
        List<Finding> findings = new ArrayList<>();
        if (!placed.isPlaced()) {
            findings.add(Finding.NOT_PLACED);
        }
        if (placed.head() == null) {
            findings.add(Finding.NO_HEAD);
        }
        if (placed.unassigned() > 0) {
            findings.add(Finding.TASKS_UNASSIGNED);
        }
        return findings;
    }

    /** Who answers for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String personId,
            String name,
            Map<String, String> position,
            LocalDate from,
            @Nullable LocalDate until) {
        static Head of(HeadTerm term) {
            return new Head(term.personId(), term.name(), term.position(), term.from(), term.until());
        }
    }

    /** Who has a task. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DutyItem(
            UUID id,
            String purpose,
            Duty.Task task,
            String personId,
            LocalDate from,
            @Nullable LocalDate until) {
        static DutyItem of(Duty duty) {
            return new DutyItem(duty.id(), duty.purpose(), duty.task(), duty.personId(), duty.from(), duty.until());
        }
    }

    /** All units. */
    record Answer(List<Item> items) {}

    /** Everything about one. */
    record Details(Item unit, List<Head> heads, List<DutyItem> duties) {
        static Details of(KeepUnits.Details details) {
            return new Details(
                    Item.of(details.placed()),
                    details.heads().stream().map(Head::of).toList(),
                    details.duties().stream().map(DutyItem::of).toList());
        }
    }
}

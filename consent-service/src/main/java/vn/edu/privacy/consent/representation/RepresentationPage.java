package vn.edu.privacy.consent.representation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.representation.KeepRepresentations.Party;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.StudentName;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The officer's pages of authorisations: what waits at the school, and one student's with the form to record one. */
@Controller
class RepresentationPage {
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String OF_STUDENT = "/students/{studentId:" + ID + "}/representations";
    private static final String ONE = OF_STUDENT + "/{representationId:" + ID + "}";
    private static final String NAMELESS = "—";

    private final KeepRepresentations representations;
    private final Students students;
    private final Purposes purposes;

    RepresentationPage(KeepRepresentations representations, Students students, Purposes purposes) {
        this.representations = representations;
        this.students = students;
        this.purposes = purposes;
    }

    @GetMapping("/representations")
    Mono<Rendering> waiting(Caller caller) {
        return representations
                .waiting(caller.schoolId().orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN)))
                .collectList()
                .flatMap(found -> students.names(found.stream()
                                .map(Representation::studentId)
                                .distinct()
                                .toList())
                        .map(names -> found.stream()
                                .map(each -> new Waiting(each, name(names, each.studentId())))
                                .toList()))
                .map((List<Waiting> waiting) -> Rendering.view("representations")
                        .modelAttribute("waiting", waiting)
                        .build());
    }

    @GetMapping(OF_STUDENT)
    Mono<Rendering> show(@PathVariable UUID studentId, Caller caller, Locale locale) {
        return student(studentId, caller)
                .flatMap(student -> page(student, RepresentationForm.EMPTY, caller.requirePerson(), locale));
    }

    @PostMapping(OF_STUDENT)
    Mono<Rendering> record(@PathVariable UUID studentId, Caller caller, Locale locale, ServerWebExchange exchange) {
        return Mono.zip(student(studentId, caller), exchange.getFormData().map(RepresentationForm::new))
                .flatMap(sent -> sent.getT2().wrong().isEmpty()
                        ? representations
                                .record(sent.getT1(), sent.getT2().document(), caller.requirePerson())
                                .thenReturn(back(studentId))
                        : page(sent.getT1(), sent.getT2(), caller.requirePerson(), locale));
    }

    @PostMapping(ONE + "/check")
    Mono<Rendering> check(
            @PathVariable UUID studentId,
            @PathVariable UUID representationId,
            Caller caller,
            ServerWebExchange exchange) {
        return student(studentId, caller)
                .then(exchange.getFormData())
                .flatMap(form -> representations.check(
                        studentId,
                        representationId,
                        "CONFIRMED".equals(form.getFirst("outcome")),
                        caller.requirePerson()))
                .thenReturn(back(studentId));
    }

    @PostMapping(ONE + "/end")
    Mono<Rendering> end(@PathVariable UUID studentId, @PathVariable UUID representationId, Caller caller) {
        return student(studentId, caller)
                .then(representations.end(studentId, representationId, caller.requirePerson(), false))
                .thenReturn(back(studentId));
    }

    private Mono<Rendering> page(StudentFacts student, RepresentationForm typed, UUID reader, Locale locale) {
        Map<UUID, Capacity> capacities = new HashMap<>();
        student.guardians().forEach(relation -> capacities.put(relation.personId(), relation.capacity()));
        Optional.ofNullable(student.personId()).ifPresent(self -> capacities.put(self, Capacity.SELF));
        Mono<List<Asked>> asked = purposes.allCurrent()
                .filter(purpose -> purpose.basis().needsConsent())
                .map(purpose -> new Asked(
                        purpose.code(), purpose.notice(locale.getLanguage()).name()))
                .collectList();
        return Mono.zip(
                        representations.of(student.studentId()).collectList(),
                        asked,
                        students.names(List.of(student.studentId())))
                .map(known -> Rendering.view("representations-student")
                        .status(typed.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("studentId", student.studentId())
                        .modelAttribute("student", name(known.getT3(), student.studentId()))
                        .modelAttribute("items", items(known.getT1(), known.getT2(), capacities, reader))
                        .modelAttribute("asked", known.getT2())
                        .modelAttribute("kinds", RequestKind.values())
                        .modelAttribute("parties", parties(student))
                        .modelAttribute("typed", typed)
                        .build());
    }

    private List<Party> parties(StudentFacts student) {
        return representations.parties(student);
    }

    private static List<Shown> items(
            List<Representation> found, List<Asked> asked, Map<UUID, Capacity> capacities, UUID reader) {
        Map<String, String> names = asked.stream().collect(Collectors.toMap(Asked::code, Asked::name));
        return found.stream()
                .map(each -> new Shown(
                        each,
                        capacities.get(each.represented()),
                        each.purposes().stream()
                                .map(code -> names.getOrDefault(code, code))
                                .collect(Collectors.joining(", ")),
                        each.recordedBy().equals(reader)))
                .toList();
    }

    private Mono<StudentFacts> student(UUID studentId, Caller caller) {
        return students.facts(studentId)
                .filter(facts -> Optional.of(facts.schoolId()).equals(caller.schoolId()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    private static Rendering back(UUID studentId) {
        return Rendering.redirectTo("/students/" + studentId + "/representations")
                .build();
    }

    private static String name(Map<UUID, StudentName> names, UUID id) {
        StudentName name = names.get(id);
        return name == null ? NAMELESS : name.full();
    }

    /**
     * One that waits.
     *
     * @param item the authorisation
     * @param student the student's name
     */
    record Waiting(Representation item, String student) {}

    /**
     * One on a student's page.
     *
     * @param item the authorisation
     * @param party as what the represented acts; null when the roster no longer knows
     * @param purposes names of the purposes; empty for every one
     * @param mine whether the reader recorded it
     */
    record Shown(Representation item, @Nullable Capacity party, String purposes, boolean mine) {}

    /**
     * A purpose to choose.
     *
     * @param code its code
     * @param name in words
     */
    record Asked(String code, String name) {}
}

package vn.edu.privacy.consent.paper.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.paper.application.Signers;
import vn.edu.privacy.consent.paper.domain.FormNumber;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Classes;
import vn.edu.privacy.consent.roster.StudentName;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;

/** The desk's first page: a number to scan or type, and the way to a student's forms by class. */
@Controller
class DeskPage {
    private final DeskReaders readers;
    private final StudentNames names;
    private final Students students;
    private final Classes classes;
    private final Purposes purposes;
    private final Signers signers;

    DeskPage(
            DeskReaders readers,
            StudentNames names,
            Students students,
            Classes classes,
            Purposes purposes,
            Signers signers) {
        this.readers = readers;
        this.names = names;
        this.students = students;
        this.classes = classes;
        this.purposes = purposes;
        this.signers = signers;
    }

    /** A mistyped number is noticed here, and the page says so, before anybody looks for the form. */
    @GetMapping(Paths.DESK)
    Mono<Rendering> desk(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "false") boolean entered,
            Caller caller) {
        String typed = number == null ? "" : number.strip();
        return typed.isEmpty()
                ? page(caller, typed, entered)
                : FormNumber.read(typed)
                        .map(known -> Mono.just(
                                Rendering.redirectTo(Paths.entry(known)).build()))
                        .orElseGet(() -> page(caller, typed, false));
    }

    /** The students of a class, by given name. */
    @GetMapping(Paths.CLASS)
    Mono<Rendering> students(@RequestParam("class") String className, Caller caller) {
        return classes.students(DeskReaders.school(caller), className)
                .flatMap(students::names)
                .map(found -> Rendering.view("paper-class")
                        .modelAttribute("className", className)
                        .modelAttribute(
                                "students",
                                found.values().stream()
                                        .sorted(StudentName.byGivenName())
                                        .toList())
                        .build());
    }

    /** What a student's family may be asked on paper. */
    @GetMapping(Paths.STUDENT_FORMS)
    Mono<Rendering> forms(@PathVariable UUID studentId, Caller caller, Locale locale) {
        return readers.ofSchool(caller, studentId)
                .flatMap(student -> Mono.zip(
                        names.of(studentId),
                        purposes.allCurrent()
                                .filter(purpose -> purpose.basis().needsConsent())
                                .map(purpose -> new Asked(
                                        purpose.code(),
                                        purpose.notice(locale.getLanguage()).name(),
                                        purpose.sensitive(),
                                        signers.asksStudent(student, purpose)))
                                .collectList()))
                .map(known -> Rendering.view("paper-student")
                        .modelAttribute("studentId", studentId)
                        .modelAttribute("officer", DeskReaders.officer(caller))
                        .modelAttribute("student", known.getT1())
                        .modelAttribute("purposes", known.getT2())
                        .build());
    }

    private Mono<Rendering> page(Caller caller, String typed, boolean entered) {
        return classes.of(DeskReaders.school(caller))
                .map((List<String> all) -> Rendering.view("paper-desk")
                        .status(typed.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("typed", typed)
                        .modelAttribute("entered", entered)
                        .modelAttribute("officer", DeskReaders.officer(caller))
                        .modelAttribute("classes", all)
                        .build());
    }

    /**
     * A purpose that needs consent.
     *
     * @param code the purpose
     * @param name in plain words
     * @param sensitive whether it uses sensitive data
     * @param asksStudent whether the student itself answers too
     */
    record Asked(String code, String name, boolean sensitive, boolean asksStudent) {}
}

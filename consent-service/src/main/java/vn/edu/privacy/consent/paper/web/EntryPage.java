package vn.edu.privacy.consent.paper.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.DecisionDesk;
import vn.edu.privacy.consent.paper.application.PrintedForms;
import vn.edu.privacy.consent.paper.application.Signers;
import vn.edu.privacy.consent.paper.domain.FormNumber;
import vn.edu.privacy.consent.paper.domain.PrintedForm;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Entering a signed form: the number gives student and purpose, the desk adds who answered what, and when. */
@Controller
class EntryPage {
    private final DeskReaders readers;
    private final StudentNames names;
    private final PrintedForms forms;
    private final Purposes purposes;
    private final Signers signers;
    private final DecisionDesk desk;

    EntryPage(
            DeskReaders readers,
            StudentNames names,
            PrintedForms forms,
            Purposes purposes,
            Signers signers,
            DecisionDesk desk) {
        this.readers = readers;
        this.names = names;
        this.forms = forms;
        this.purposes = purposes;
        this.signers = signers;
        this.desk = desk;
    }

    @GetMapping(Paths.ENTRY)
    Mono<Rendering> show(@PathVariable String number, Caller caller, Locale locale) {
        return known(number, caller).flatMap(known -> page(known, EntryForm.EMPTY, locale));
    }

    @PostMapping(Paths.ENTRY)
    Mono<Rendering> enter(@PathVariable String number, Caller caller, Locale locale, ServerWebExchange exchange) {
        return Mono.zip(known(number, caller), exchange.getFormData().map(EntryForm::new))
                .flatMap(sent -> {
                    Known known = sent.getT1();
                    EntryForm typed = sent.getT2();
                    return typed.missing().isEmpty()
                            ? desk.enter(typed.entry(known.form(), DeskReaders.school(caller), caller.requirePerson()))
                                    .thenReturn(Rendering.redirectTo(Paths.DESK + "?entered=true")
                                            .build())
                            : page(known, typed, locale);
                });
    }

    private Mono<Known> known(String number, Caller caller) {
        return Mono.justOrEmpty(FormNumber.read(number))
                .flatMap(forms::find)
                .flatMap(form -> readers.ofSchool(caller, form.studentId()).map(student -> new Known(form, student)))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    private Mono<Rendering> page(Known known, EntryForm typed, Locale locale) {
        PrintedForm form = known.form();
        return Mono.zip(names.of(form.studentId()), purposes.version(form.purpose(), form.version()))
                .map(shown -> Rendering.view("paper-entry")
                        .status(typed.missing().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("form", form)
                        .modelAttribute("typed", typed)
                        .modelAttribute("student", shown.getT1())
                        .modelAttribute(
                                "purpose",
                                shown.getT2().notice(locale.getLanguage()).name())
                        .modelAttribute(
                                "categories",
                                shown.getT2().categories().stream()
                                        .map(category ->
                                                new Choice(category.code(), category.name(locale.getLanguage())))
                                        .toList())
                        .modelAttribute("signers", signers.of(known.student(), shown.getT2()))
                        .modelAttribute("methods", DecisionDesk.Method.values())
                        .build());
    }

    /**
     * A box to tick.
     *
     * @param code what it stands for
     * @param name in words
     */
    record Choice(String code, String name) {}

    private record Known(PrintedForm form, StudentFacts student) {}
}

package vn.edu.privacy.consent.paper.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.paper.application.PrintForm;
import vn.edu.privacy.consent.paper.application.PrintedForms;
import vn.edu.privacy.consent.paper.application.Signers;
import vn.edu.privacy.consent.paper.domain.FormNumber;
import vn.edu.privacy.consent.paper.domain.PrintedForm;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Enrolment;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.PortalProperties;
import vn.edu.privacy.platform.page.QrCode;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * The form of one student and one purpose, for families who answer on paper: which language stands beside the Vietnamese,
 * then the sheets to print. The school's people and the family itself may print it.
 */
@Controller
class FormPage {
    private final DeskReaders readers;
    private final StudentNames names;
    private final Purposes purposes;
    private final PrintForm printing;
    private final PrintedForms forms;
    private final Signers signers;
    private final PortalProperties portal;
    private final MessageSource texts;

    FormPage(
            DeskReaders readers,
            StudentNames names,
            Purposes purposes,
            PrintForm printing,
            PrintedForms forms,
            Signers signers,
            PortalProperties portal,
            MessageSource texts) {
        this.readers = readers;
        this.names = names;
        this.purposes = purposes;
        this.printing = printing;
        this.forms = forms;
        this.signers = signers;
        this.portal = portal;
        this.texts = texts;
    }

    @GetMapping(Paths.STAFF_PRINTS)
    Mono<Rendering> prepareForSchool(
            @PathVariable UUID studentId, @PathVariable String code, Caller caller, Locale locale) {
        return readers.ofSchool(caller, studentId)
                .flatMap(student -> prepare(student, code, Paths.studentForms(studentId), locale));
    }

    @GetMapping(Paths.FAMILY_PRINTS)
    Mono<Rendering> prepareForFamily(
            @PathVariable UUID studentId, @PathVariable String code, Caller caller, Locale locale) {
        return readers.ofFamily(caller, studentId)
                .flatMap(student -> prepare(student, code, Paths.child(studentId), locale));
    }

    @PostMapping(Paths.STAFF_PRINTS)
    Mono<Rendering> printForSchool(
            @PathVariable UUID studentId, @PathVariable String code, Caller caller, ServerWebExchange exchange) {
        return readers.ofSchool(caller, studentId).flatMap(student -> print(student, code, caller, exchange));
    }

    @PostMapping(Paths.FAMILY_PRINTS)
    Mono<Rendering> printForFamily(
            @PathVariable UUID studentId, @PathVariable String code, Caller caller, ServerWebExchange exchange) {
        return readers.ofFamily(caller, studentId).flatMap(student -> print(student, code, caller, exchange));
    }

    /** The sheets: what was printed stays as it was, whatever version of the notice is in force meanwhile (R-NOT-03). */
    @GetMapping(Paths.FORM)
    Mono<Rendering> sheets(@PathVariable String number, Caller caller, Locale locale) {
        return Mono.justOrEmpty(FormNumber.read(number))
                .flatMap(forms::find)
                .flatMap(form -> readers.either(caller, form.studentId())
                        .flatMap(student -> Mono.zip(
                                        purposes.version(form.purpose(), form.version()), names.of(student.studentId()))
                                .map(known -> sheets(form, student, known.getT1(), known.getT2(), locale)
                                        .modelAttribute("desk", DeskReaders.works(caller))
                                        .build())))
                .switchIfEmpty(notFound());
    }

    private Mono<Rendering> prepare(StudentFacts student, String code, String back, Locale locale) {
        return Mono.zip(asking(code), names.of(student.studentId()))
                .map(known -> Rendering.view("paper-prepare")
                        .modelAttribute("text", known.getT1().notice(locale.getLanguage()))
                        .modelAttribute("student", known.getT2())
                        .modelAttribute("className", className(student))
                        .modelAttribute("languages", others(known.getT1(), locale))
                        .modelAttribute(
                                "signed", !signers.of(student, known.getT1()).isEmpty())
                        .modelAttribute("complete", signers.complete(student, known.getT1()))
                        .modelAttribute("back", back)
                        .build());
    }

    private Mono<Rendering> print(StudentFacts student, String code, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form ->
                        printing.print(student, code, second(form.getFirst("language")), caller.requirePerson()))
                .map(form -> Rendering.redirectTo(Paths.form(form.number())).build());
    }

    private Rendering.Builder<?> sheets(
            PrintedForm form, StudentFacts student, PublishedPurpose purpose, String name, Locale locale) {
        return Rendering.view("paper-form")
                .modelAttribute("sheet", new FormSheet(form, purpose, texts))
                .modelAttribute("form", form)
                .modelAttribute("publishedAt", purpose.publishedAt())
                .modelAttribute("student", name)
                .modelAttribute("className", className(student))
                .modelAttribute("signers", signers.of(student, purpose))
                .modelAttribute("qr", QrCode.of(portal.consentUrl() + Paths.form(form.number())))
                .modelAttribute("words", new Words(texts, locale));
    }

    private Mono<PublishedPurpose> asking(String code) {
        return purposes.current(code)
                .filter(purpose -> purpose.active() && purpose.basis().needsConsent())
                .switchIfEmpty(notFound());
    }

    private static @Nullable String second(@Nullable String chosen) {
        return chosen == null || chosen.isEmpty() ? null : chosen;
    }

    private static List<Language> others(PublishedPurpose purpose, Locale locale) {
        return purpose.languages().stream()
                .filter(language -> !language.equals(PrintedForm.FIRST_LANGUAGE))
                .map(language -> new Language(language, FormSheet.languageName(language, locale)))
                .sorted(Comparator.comparing(Language::name))
                .toList();
    }

    private static String className(StudentFacts student) {
        return student.enrolments().stream()
                .findFirst()
                .map(Enrolment::className)
                .orElse("");
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND));
    }

    /**
     * A language to choose.
     *
     * @param code {@code km}
     * @param name as the page's reader calls it
     */
    record Language(String code, String name) {}
}

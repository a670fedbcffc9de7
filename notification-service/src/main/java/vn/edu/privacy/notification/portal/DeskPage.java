package vn.edu.privacy.notification.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.holder.Directory.StudentName;
import vn.edu.privacy.notification.portal.AskPage.Choice;
import vn.edu.privacy.notification.portal.AskPage.Right;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.DeskEntry;
import vn.edu.privacy.notification.request.application.EnterAtDesk;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.RequestDetails;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The desk: whom an officer helps to ask, and the form for it (Decree 13 art. 14.5, R-PROV-03). */
@Controller
class DeskPage {
    private static final DeletionGround[] NO_GROUNDS = {};
    private static final String NAMELESS = "—";

    private final Authority authority;
    private final Directory directory;
    private final Catalogue catalogue;
    private final EnterAtDesk desk;
    private final ReadRequests requests;
    private final Words words;
    private final OutcomeWords outcomes;

    DeskPage(
            Authority authority,
            Directory directory,
            Catalogue catalogue,
            EnterAtDesk desk,
            ReadRequests requests,
            Words words,
            OutcomeWords outcomes) {
        this.authority = authority;
        this.directory = directory;
        this.catalogue = catalogue;
        this.desk = desk;
        this.requests = requests;
        this.words = words;
        this.outcomes = outcomes;
    }

    /** Classes, the students of one, and what waits for a second person. */
    @GetMapping(Paths.DESK)
    Mono<Rendering> desk(
            @RequestParam(name = "class", required = false) @Nullable String className, Caller caller, Locale locale) {
        Officer officer = Readers.officer(caller);
        return Mono.zip(names(officer), unchecked(officer, locale))
                .map(found -> Rendering.view("desk")
                        .modelAttribute("className", className == null ? "" : className)
                        .modelAttribute(
                                "classes",
                                found.getT1().values().stream()
                                        .map(StudentName::className)
                                        .filter(each -> !each.isEmpty())
                                        .distinct()
                                        .sorted()
                                        .toList())
                        .modelAttribute("students", students(found.getT1(), className))
                        .modelAttribute("unchecked", found.getT2())
                        .build());
    }

    /** What a student's people can ask for. */
    @GetMapping(Paths.DESK_STUDENT)
    Mono<Rendering> rights(@PathVariable UUID studentId, Caller caller, Locale locale) {
        return Mono.zip(student(studentId, caller), own(studentId, locale), subject(studentId))
                .map(found -> Rendering.view("desk-student")
                        .modelAttribute("student", found.getT1())
                        .modelAttribute("rights", Right.values())
                        .modelAttribute("people", found.getT2())
                        .modelAttribute("own", found.getT3())
                        .build());
    }

    @GetMapping(Paths.DESK_FORM)
    Mono<Rendering> form(@PathVariable UUID studentId, @PathVariable String right, Caller caller, Locale locale) {
        return page(studentId, Right.atDesk(right), caller, locale, HttpStatus.OK, Written.NOTHING);
    }

    @PostMapping(Paths.DESK_FORM)
    Mono<Rendering> enter(
            @PathVariable UUID studentId,
            @PathVariable String right,
            Caller caller,
            Locale locale,
            ServerWebExchange exchange) {
        Right asked = Right.atDesk(right);
        return exchange.getFormData()
                .map(DeskForm::new)
                .flatMap(typed -> typed.entry(studentId, asked)
                        .map(entry -> desk.enter(entry, Readers.officer(caller))
                                .map(opened -> Rendering.redirectTo(
                                                opened.repeated()
                                                        ? Paths.handling(opened.id())
                                                        : acknowledgement(opened.id(), entry.language(), locale))
                                        .build()))
                        .orElseGet(() -> page(
                                studentId, asked, caller, locale, HttpStatus.UNPROCESSABLE_CONTENT, typed.asked())));
    }

    @PostMapping(Paths.DESK_CHECK)
    Mono<Rendering> check(@PathVariable UUID id, Caller caller) {
        return desk.check(id, Readers.officer(caller))
                .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
    }

    /** A form that was sent back stands at its own address: there a reload leads to the request. */
    @GetMapping(Paths.DESK_CHECK)
    Rendering back(@PathVariable UUID id) {
        return Rendering.redirectTo(Paths.handling(id)).build();
    }

    private Mono<Rendering> page(
            UUID studentId, Right right, Caller caller, Locale locale, HttpStatus status, Written written) {
        return Mono.zip(
                        student(studentId, caller),
                        people(studentId, locale),
                        subject(studentId)
                                .flatMapMany(own -> catalogue
                                        .current()
                                        .filter(right::concerns)
                                        .flatMap(known -> Mono.justOrEmpty(right.about(known, own))))
                                .collectSortedList(Comparator.comparing(known -> known.name(locale.getLanguage()))))
                .map(found -> Rendering.view("desk-enter")
                        .status(status)
                        .modelAttribute("student", found.getT1())
                        .modelAttribute("people", found.getT2())
                        .modelAttribute("own", isOwn(found.getT2(), studentId))
                        .modelAttribute(
                                "risks", right == Right.DELETE ? AskPage.risks(found.getT3(), locale) : List.of())
                        .modelAttribute("right", right)
                        .modelAttribute("purposes", choices(found.getT3(), locale))
                        .modelAttribute("consequences", consequences(right, found.getT3(), locale))
                        .modelAttribute(
                                "data",
                                right == Right.RECTIFY ? AskPage.data(found.getT3(), outcomes, locale) : List.of())
                        .modelAttribute("grounds", right == Right.DELETE ? DeletionGround.values() : NO_GROUNDS)
                        .modelAttribute("identities", DeskEntry.Identity.values())
                        .modelAttribute("helps", DeskEntry.Help.values())
                        .modelAttribute("forms", DeskEntry.Form.values())
                        .modelAttribute("written", written)
                        .modelAttribute("missing", status.isError())
                        .build());
    }

    /** In the language that the person reads. */
    private static String acknowledgement(UUID id, String language, Locale locale) {
        String page = Paths.handling(id) + "/acknowledgement";
        return language.equals(locale.getLanguage()) ? page : page + "?lang=" + language;
    }

    private static List<Choice> choices(List<KnownPurpose> purposes, Locale locale) {
        return purposes.stream().map(known -> Choice.of(known, locale)).toList();
    }

    private static List<Choice> consequences(Right right, List<KnownPurpose> purposes, Locale locale) {
        return right.confirmed()
                ? purposes.stream()
                        .map(known ->
                                new Choice(known.name(locale.getLanguage()), known.consequence(locale.getLanguage())))
                        .toList()
                : List.of();
    }

    /** Whom the roster knows, by name and capacity: nobody else can be chosen. */
    private Mono<List<Choice>> people(UUID studentId, Locale locale) {
        return authority
                .parties(studentId)
                .flatMap(parties -> directory
                        .people(parties.stream().map(Authority.Party::person).toList())
                        .map(names -> parties.stream()
                                .map(party -> new Choice(
                                        party.person().toString(),
                                        words.text("capacity." + party.acting().capacity(), locale) + ": "
                                                + names.getOrDefault(party.person(), NAMELESS)))
                                .toList()));
    }

    /** The student's people who can ask about their own data too: none for a person who is no student. */
    private Mono<List<Choice>> own(UUID studentId, Locale locale) {
        return people(studentId, locale)
                .flatMap(people -> Flux.fromIterable(people)
                        .filter(each -> !each.code().equals(studentId.toString()))
                        .filterWhen(each ->
                                authority.known(UUID.fromString(each.code())).hasElement())
                        .collectList());
    }

    /** Whether the form is about a person's own data, and no student's. */
    private Mono<Boolean> subject(UUID studentId) {
        return authority.school(studentId).hasElement().map(student -> !student);
    }

    private static boolean isOwn(List<Choice> people, UUID studentId) {
        return people.stream().anyMatch(each -> each.code().equals(studentId.toString()));
    }

    private Mono<HomePage.Student> student(UUID studentId, Caller caller) {
        String school = Readers.officer(caller).schoolId();
        return authority
                .handling(studentId)
                .filter(theirs -> school == null || school.equals(theirs))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .then(subject(studentId))
                .flatMap(own -> own
                        ? directory
                                .people(List.of(studentId))
                                .map(names -> new HomePage.Student(studentId, names.getOrDefault(studentId, NAMELESS)))
                        : directory.students(List.of(studentId)).map(names -> HomePage.Student.of(studentId, names)));
    }

    private Mono<Map<UUID, StudentName>> names(Officer officer) {
        String school = officer.schoolId();
        return school == null
                ? Mono.just(Map.of())
                : authority.studentsAt(school).flatMap(directory::students);
    }

    private Mono<List<Shown>> unchecked(Officer officer, Locale locale) {
        return requests.unchecked(officer)
                .flatMap(found -> directory
                        .students(found.stream()
                                .map(RequestDetails::facts)
                                .map(facts -> facts.studentId())
                                .toList())
                        .map(names -> found.stream()
                                .map(each ->
                                        words.of(each, names.get(each.facts().studentId()), locale))
                                .toList()));
    }

    private static List<HomePage.Student> students(Map<UUID, StudentName> names, @Nullable String className) {
        return names.entrySet().stream()
                .filter(each -> each.getValue().className().equals(className))
                .map(each -> new HomePage.Student(each.getKey(), each.getValue().name()))
                .sorted(Comparator.comparing(HomePage.Student::name))
                .toList();
    }
}

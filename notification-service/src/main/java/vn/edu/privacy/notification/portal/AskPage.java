package vn.edu.privacy.notification.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.request.application.OpenRequest;
import vn.edu.privacy.notification.request.application.OwnData;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** What a person can ask for about a student, and the form for each right (Decree 356 art. 5.1, R-DL-02). */
@Controller
class AskPage {
    private static final DeletionGround[] NO_GROUNDS = {};

    private final Authority authority;
    private final Directory directory;
    private final Catalogue catalogue;
    private final OpenRequest opening;
    private final OutcomeWords words;

    AskPage(Authority authority, Directory directory, Catalogue catalogue, OpenRequest opening, OutcomeWords words) {
        this.authority = authority;
        this.directory = directory;
        this.catalogue = catalogue;
        this.opening = opening;
        this.words = words;
    }

    @GetMapping(Paths.RIGHTS)
    Mono<Rendering> choose(@PathVariable UUID studentId, Caller caller, Locale locale) {
        return student(studentId, caller, locale)
                .map(student -> Rendering.view("rights")
                        .modelAttribute("student", student)
                        .modelAttribute("own", studentId.equals(caller.requirePerson()))
                        .modelAttribute("rights", Right.here())
                        .build());
    }

    @GetMapping(Paths.FORM)
    Mono<Rendering> ask(@PathVariable UUID studentId, @PathVariable String right, Caller caller, Locale locale) {
        return right.equals(Right.WITHDRAW.path())
                ? instead(studentId, caller, locale)
                : page(studentId, Right.of(right), caller, locale, HttpStatus.OK, Written.NOTHING);
    }

    @PostMapping(Paths.FORM)
    Mono<Rendering> send(
            @PathVariable UUID studentId,
            @PathVariable String right,
            Caller caller,
            Locale locale,
            ServerWebExchange exchange) {
        Right asked = Right.of(right);
        return exchange.getFormData()
                .map(Written::new)
                .flatMap(written -> written.asked(asked)
                        .map(complete -> opening.open(new OpenRequest.Order(
                                        caller.requirePerson(), studentId, complete, written.reason()))
                                .map(opened -> Rendering.redirectTo(Paths.request(opened.id()))
                                        .build()))
                        .orElseGet(() ->
                                page(studentId, asked, caller, locale, HttpStatus.UNPROCESSABLE_CONTENT, written)));
    }

    /** No consent of one's own is on record here: what one does instead (Law 91 art. 4.1.d, 10.1). */
    private Mono<Rendering> instead(UUID studentId, Caller caller, Locale locale) {
        UUID person = caller.requirePerson();
        if (!studentId.equals(person)) {
            throw ProblemException.of(CommonProblems.NOT_FOUND);
        }
        return student(studentId, caller, locale)
                .zipWith(authority
                        .students(person)
                        .collectList()
                        .flatMap(students -> directory
                                .students(students)
                                .map(names -> students.stream()
                                        .map(id -> HomePage.Student.of(id, names))
                                        .toList())))
                .map(found -> Rendering.view("withdraw-own")
                        .modelAttribute("student", found.getT1())
                        .modelAttribute("children", found.getT2())
                        .build());
    }

    private Mono<Rendering> page(
            UUID studentId, Right right, Caller caller, Locale locale, HttpStatus status, Written written) {
        return student(studentId, caller, locale)
                .zipWith(catalogue
                        .current()
                        .filter(right::concerns)
                        .flatMap(
                                known -> Mono.justOrEmpty(right.about(known, studentId.equals(caller.requirePerson()))))
                        .collectSortedList(Comparator.comparing(known -> known.name(locale.getLanguage()))))
                .map(found -> Rendering.view("ask")
                        .status(status)
                        .modelAttribute("student", found.getT1())
                        .modelAttribute("right", right)
                        .modelAttribute(
                                "purposes",
                                found.getT2().stream()
                                        .map(known -> Choice.of(known, locale))
                                        .toList())
                        .modelAttribute("data", right == Right.RECTIFY ? data(found.getT2(), words, locale) : List.of())
                        .modelAttribute("own", studentId.equals(caller.requirePerson()))
                        .modelAttribute("risks", right == Right.DELETE ? risks(found.getT2(), locale) : List.of())
                        .modelAttribute("grounds", right == Right.DELETE ? DeletionGround.values() : NO_GROUNDS)
                        .modelAttribute("written", written)
                        .modelAttribute("missing", status.isError())
                        .build());
    }

    private Mono<HomePage.Student> student(UUID studentId, Caller caller, Locale locale) {
        return authority
                .ofAny(caller.requirePerson(), studentId)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .then(directory.students(List.of(studentId)))
                .map(names -> studentId.equals(caller.requirePerson())
                        ? new HomePage.Student(studentId, words.orCode("own.name", "", locale))
                        : HomePage.Student.of(studentId, names));
    }

    /** What deleting a person's own data leads to, said once; about a student that is said by the form. */
    static List<String> risks(List<KnownPurpose> purposes, Locale locale) {
        return purposes.stream()
                .filter(purpose -> purpose.dataCategories().stream().allMatch(OwnData::is))
                .map(purpose -> purpose.consequence(locale.getLanguage()))
                .distinct()
                .toList();
    }

    /** Every kind of data of every purpose, to choose what is wrong. */
    static List<Choice> data(List<KnownPurpose> purposes, OutcomeWords words, Locale locale) {
        return purposes.stream()
                .flatMap(purpose -> purpose.dataCategories().stream()
                        .map(category -> new Choice(
                                purpose.code() + Written.OF + category,
                                purpose.name(locale.getLanguage()) + " – "
                                        + words.orCode("category." + category, category, locale))))
                .toList();
    }

    /** The rights that have a form here, by their addresses. */
    enum Right {
        RESTRICT,
        OBJECT,
        DELETE,
        RECTIFY,
        PROVIDE,
        COMPLAIN,
        /** Has a page of its own. */
        ACCESS,
        /** Is asked on the pages of consents. */
        WITHDRAW;

        /** Those asked here. */
        static List<Right> here() {
            return List.of(values()).stream()
                    .filter(right -> right != ACCESS && right != WITHDRAW)
                    .toList();
        }

        static Right of(String path) {
            return among(here(), path);
        }

        /** At the desk every right has its form. */
        static Right atDesk(String path) {
            return among(List.of(values()), path);
        }

        private static Right among(List<Right> rights, String path) {
            return rights.stream()
                    .filter(right -> right.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.of(CommonProblems.NOT_FOUND));
        }

        /** The end of its address. */
        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether purposes are ticked. */
        public boolean byPurpose() {
            return this == RESTRICT || this == OBJECT || this == DELETE || this == WITHDRAW;
        }

        /** Whether it is confirmed once its consequences were read. */
        public boolean confirmed() {
            return this == RESTRICT || this == OBJECT || this == WITHDRAW;
        }

        /** A purpose as far as it is about a person's own data, or about a student's; empty where it is not. */
        Optional<KnownPurpose> about(KnownPurpose purpose, boolean own) {
            return own ? OwnData.of(purpose, RequestType.valueOf(name())) : OwnData.besides(purpose);
        }

        /** Restricted can only be what needs consent; anything else can be asked for with every purpose. */
        boolean concerns(KnownPurpose purpose) {
            return (this != RESTRICT && this != WITHDRAW)
                    || purpose.lawfulBasis().equals("CONSENT");
        }
    }

    /**
     * Something to choose.
     *
     * @param code its code
     * @param name in words
     */
    record Choice(String code, String name) {
        static Choice of(KnownPurpose purpose, Locale locale) {
            return new Choice(purpose.code(), purpose.name(locale.getLanguage()));
        }
    }
}

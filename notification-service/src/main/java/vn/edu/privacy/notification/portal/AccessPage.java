package vn.edu.privacy.notification.portal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.ViewPersonalData;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.holder.Directory.StudentName;
import vn.edu.privacy.notification.request.application.Asked;
import vn.edu.privacy.notification.request.application.Matters;
import vn.edu.privacy.notification.request.application.OpenRequest;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.FreshLogin;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Asking to see the data held about a student, and seeing it (Decree 13 art. 9.3). */
@Controller
class AccessPage {
    private static final int NEWEST = 50;
    private static final Set<RequestState> OPEN = EnumSet.of(
            RequestState.RECEIVED,
            RequestState.APPROVED,
            RequestState.GATHERING_FAILED,
            RequestState.AWAITING_RELEASE,
            RequestState.AVAILABLE);

    private final Authority authority;
    private final Directory directory;
    private final OpenRequest opening;
    private final ReadRequests requests;
    private final ViewPersonalData viewing;
    private final GatheredWords gathered;
    private final FreshLogin fresh;
    private final Words words;

    AccessPage(
            Authority authority,
            Directory directory,
            OpenRequest opening,
            ReadRequests requests,
            ViewPersonalData viewing,
            GatheredWords gathered,
            FreshLogin fresh,
            Words words) {
        this.authority = authority;
        this.directory = directory;
        this.opening = opening;
        this.requests = requests;
        this.viewing = viewing;
        this.gathered = gathered;
        this.fresh = fresh;
        this.words = words;
    }

    @GetMapping(Paths.ACCESS)
    Mono<Rendering> ask(@PathVariable UUID studentId, Caller caller, Locale locale) {
        UUID person = caller.requirePerson();
        return authority
                .of(person, studentId, Matters.of(new Asked.See()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .then(Mono.zip(directory.students(List.of(studentId)), open(person, studentId, locale)))
                .map(known -> Rendering.view("access")
                        .modelAttribute("student", student(person, studentId, known.getT1(), locale))
                        .modelAttribute("open", known.getT2())
                        .build());
    }

    @PostMapping(Paths.ACCESS)
    Mono<Rendering> open(@PathVariable UUID studentId, Caller caller) {
        return opening.open(new OpenRequest.Order(caller.requirePerson(), studentId, new Asked.See(), null))
                .map(opened -> Rendering.redirectTo(Paths.request(opened.id())).build());
    }

    @GetMapping(Paths.PERSONAL_DATA)
    Mono<Rendering> view(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return fresh.isOf(caller)
                ? shown(id, caller, locale)
                : fresh.again(exchange)
                        .map(login -> Rendering.view("login-again")
                                .status(HttpStatus.FORBIDDEN)
                                .modelAttribute("requestId", id)
                                .modelAttribute("login", login)
                                .modelAttribute("minutes", fresh.within().toMinutes())
                                .build());
    }

    private Mono<Rendering> shown(UUID id, Caller caller, Locale locale) {
        return viewing.view(id, caller.requirePerson())
                .flatMap(data -> directory
                        .students(List.of(data.studentId()))
                        .map(names -> Rendering.view("personal-data")
                                .header("Cache-Control", "no-store")
                                .modelAttribute("requestId", id)
                                .modelAttribute(
                                        "student", student(caller.requirePerson(), data.studentId(), names, locale))
                                .modelAttribute("until", data.until())
                                .modelAttribute("asOf", data.asOf())
                                .modelAttribute("complete", data.isComplete())
                                .modelAttribute(
                                        "holders",
                                        data.holders().stream()
                                                .map(held -> gathered.shown(held, locale))
                                                .toList())
                                .build()));
    }

    /** Requests of the same person about the same student that are not over: a second one is seldom meant. */
    private Mono<List<Shown>> open(UUID person, UUID studentId, Locale locale) {
        return requests.list(new Requests.Query(new Reader(person, null), RequestType.ACCESS, null, NEWEST))
                .map(found -> found.stream()
                        .filter(each -> each.facts().studentId().equals(studentId)
                                && OPEN.contains(each.stored().request().state()))
                        .map(each -> words.of(each, null, locale))
                        .toList());
    }

    private HomePage.Student student(UUID person, UUID studentId, Map<UUID, StudentName> names, Locale locale) {
        return person.equals(studentId)
                ? new HomePage.Student(studentId, words.text("own.name", locale))
                : HomePage.Student.of(studentId, names);
    }
}

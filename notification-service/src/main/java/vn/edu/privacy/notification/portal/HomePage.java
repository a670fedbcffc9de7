package vn.edu.privacy.notification.portal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.holder.Directory.StudentName;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.notification.request.application.RequestDetails;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;

/** A person's own requests, and what can be asked. Who has none and handles others' goes to the queue. */
@Controller
class HomePage {
    private static final int NEWEST = 50;

    private final ReadRequests requests;
    private final Authority authority;
    private final Directory directory;
    private final Words words;

    HomePage(ReadRequests requests, Authority authority, Directory directory, Words words) {
        this.requests = requests;
        this.authority = authority;
        this.directory = directory;
        this.words = words;
    }

    @GetMapping("/")
    Mono<Rendering> show(Caller caller, Locale locale) {
        if (caller.personId().isEmpty()) {
            return Mono.just(Rendering.redirectTo(work(caller)).build());
        }
        UUID person = caller.requirePerson();
        return Mono.zip(
                        requests.list(new Requests.Query(new Reader(person, null), null, null, NEWEST)),
                        authority.students(person).collectList(),
                        authority.self(person).hasElement(),
                        authority.known(person).hasElement())
                .flatMap(found -> page(caller, found.getT1(), found.getT2(), !found.getT3() && found.getT4(), locale));
    }

    private Mono<Rendering> page(
            Caller caller, List<RequestDetails> own, List<UUID> students, boolean known, Locale locale) {
        boolean staff = Readers.isOfficer(caller) || caller.is(Role.HEAD_OF_UNIT) || oversees(caller);
        if (own.isEmpty() && students.isEmpty() && staff) {
            return Mono.just(Rendering.redirectTo(work(caller)).build());
        }
        Set<UUID> named = new HashSet<>(students);
        own.forEach(each -> named.add(each.facts().studentId()));
        return directory
                .students(named)
                .map(names -> Rendering.view("requests")
                        .modelAttribute(
                                "requests",
                                own.stream()
                                        .map(each -> shown(each, names, locale))
                                        .toList())
                        .modelAttribute(
                                "students",
                                students.stream()
                                        .map(id -> Student.of(id, names))
                                        .toList())
                        .modelAttribute("self", caller.requirePerson())
                        .modelAttribute("known", known)
                        .modelAttribute("officer", Readers.isOfficer(caller))
                        .build());
    }

    /** Where whoever has no requests of one's own is at work. */
    private static String work(Caller caller) {
        if (Readers.isOfficer(caller)) {
            return Paths.QUEUE;
        }
        if (oversees(caller)) {
            return "/oversight";
        }
        return caller.is(Role.HEAD_OF_UNIT) ? Paths.NOTICES : "/how-to";
    }

    private static boolean oversees(Caller caller) {
        return caller.is(Role.INSPECTOR) || caller.is(Role.DEPARTMENT_OFFICER);
    }

    private Shown shown(RequestDetails details, Map<UUID, StudentName> names, Locale locale) {
        return words.of(details, names.get(details.facts().studentId()), locale);
    }

    /**
     * A student for whom the reader may ask.
     *
     * @param id the student
     * @param name in words
     */
    record Student(UUID id, String name) {
        static Student of(UUID id, Map<UUID, StudentName> names) {
            StudentName name = names.get(id);
            return new Student(id, name == null ? "—" : name.name());
        }
    }
}

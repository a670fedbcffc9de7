package vn.edu.privacy.notification.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.ReadGathering;
import vn.edu.privacy.notification.guardianship.Acting;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.holder.Directory.StudentName;
import vn.edu.privacy.notification.notice.OfficerNotices;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.AnswerRequest;
import vn.edu.privacy.notification.request.application.ExtendDeadline;
import vn.edu.privacy.notification.request.application.Grounds;
import vn.edu.privacy.notification.request.application.KeptByLaw;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.notification.request.application.RequestDetails;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.RuleOnAccess;
import vn.edu.privacy.notification.request.application.RuleOnDeletion;
import vn.edu.privacy.notification.request.application.RuleOnRequest;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The officer's queue, nearest deadline first, and one request to rule on. */
@Controller
class OfficerPage {
    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 2000;

    private final ReadRequests requests;
    private final RuleOnAccess taking;
    private final RuleOnRequest ruling;
    private final AnswerRequest answering;
    private final RuleOnDeletion deletions;
    private final Grounds grounds;
    private final ExtendDeadline extending;
    private final Authority authority;
    private final Directory directory;
    private final OfficerNotices notices;
    private final ReadGathering gathering;
    private final GatheredWords gathered;
    private final Words words;
    private final DeskWords desk;

    OfficerPage(
            ReadRequests requests,
            RuleOnAccess taking,
            RuleOnRequest ruling,
            AnswerRequest answering,
            RuleOnDeletion deletions,
            Grounds grounds,
            ExtendDeadline extending,
            Authority authority,
            Directory directory,
            OfficerNotices notices,
            ReadGathering gathering,
            GatheredWords gathered,
            Words words,
            DeskWords desk) {
        this.requests = requests;
        this.taking = taking;
        this.ruling = ruling;
        this.answering = answering;
        this.deletions = deletions;
        this.grounds = grounds;
        this.extending = extending;
        this.authority = authority;
        this.directory = directory;
        this.notices = notices;
        this.gathering = gathering;
        this.gathered = gathered;
        this.words = words;
        this.desk = desk;
    }

    @GetMapping(Paths.QUEUE)
    Mono<Rendering> queue(Caller caller, Locale locale) {
        return requests.list(new Requests.Query(reader(caller), null, null, MOST))
                .map(found -> found.stream().filter(OfficerPage::isOpen).toList())
                .flatMap(open -> directory
                        .students(open.stream()
                                .map(each -> each.facts().studentId())
                                .toList())
                        .map(names -> open.stream()
                                .map(each ->
                                        words.of(each, names.get(each.facts().studentId()), locale))
                                .toList()))
                .zipWith(notices.unseen(Readers.officer(caller).schoolId()))
                .map(found -> queue(found.getT1(), found.getT2()));
    }

    private static Rendering queue(List<Shown> open, long unseen) {
        return Rendering.view("officer-queue")
                .modelAttribute("requests", open)
                .modelAttribute("notices", unseen)
                .modelAttribute(
                        "soon",
                        open.stream()
                                .filter(each ->
                                        each.next() != null && each.next().soon())
                                .count())
                .build();
    }

    @GetMapping(Paths.HANDLING)
    Mono<Rendering> show(@PathVariable UUID id, Caller caller, Locale locale) {
        return page(id, caller, locale, Written.NOTHING);
    }

    /** A form that was sent back stands at its own address: there, another language or a reload leads to the request. */
    @GetMapping({Paths.ASSIGNMENT, Paths.APPROVAL, Paths.REFUSAL, Paths.REPLY, Paths.EXTENSION})
    Rendering back(@PathVariable UUID id) {
        return Rendering.redirectTo(Paths.handling(id)).build();
    }

    @PostMapping(Paths.ASSIGNMENT)
    Mono<Rendering> assign(@PathVariable UUID id, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> taking.assign(id, Readers.officer(caller), version(form)))
                .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
    }

    @PostMapping(Paths.APPROVAL)
    Mono<Rendering> approve(@PathVariable UUID id, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> ruling.approve(id, Readers.officer(caller), version(form)))
                .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
    }

    @PostMapping(Paths.REFUSAL)
    Mono<Rendering> refuse(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String text = text(form, "text");
            RefusalGround ground = ground(form);
            if (ground == null || text.isEmpty() || text.length() > LONGEST_TEXT) {
                return page(id, caller, locale, new Written(Form.REFUSAL, ground, text));
            }
            return ruling.refuse(id, Readers.officer(caller), version(form), ground, text)
                    .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
        });
    }

    @PostMapping(Paths.REPLY)
    Mono<Rendering> answer(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String text = text(form, "text");
            if (text.isEmpty() || text.length() > LONGEST_TEXT) {
                return page(id, caller, locale, new Written(Form.ANSWER, null, text));
            }
            return answering
                    .answer(id, Readers.officer(caller), version(form), text)
                    .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
        });
    }

    @PostMapping(Paths.EXTENSION)
    Mono<Rendering> extend(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String reason = text(form, "reason");
            if (reason.isEmpty() || reason.length() > LONGEST_TEXT) {
                return page(id, caller, locale, new Written(Form.EXTENSION, null, reason));
            }
            return extending
                    .extend(id, Readers.officer(caller), version(form), reason)
                    .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
        });
    }

    private Mono<Rendering> page(UUID id, Caller caller, Locale locale, Written written) {
        Reader reader = reader(caller);
        return requests.one(id, reader).flatMap(details -> {
            Facts facts = details.facts();
            return Mono.zip(
                            directory.students(List.of(facts.studentId())),
                            requests.timeline(id, reader),
                            authority
                                    .ofAny(facts.requester(), facts.studentId())
                                    .map(Acting::capacity)
                                    .defaultIfEmpty("NONE"),
                            gathering.of(id, reader),
                            gathering.waits(id),
                            kept(details.stored().request()))
                    .map(known -> Rendering.view("officer-request")
                            .status(written.form() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                            .modelAttribute("request", words.of(details, name(known.getT1(), facts), locale))
                            .modelAttribute("desk", desk.of(details, locale))
                            .modelAttribute("events", words.events(known.getT2(), details, locale))
                            .modelAttribute("capacity", words.text("capacity." + known.getT3(), locale))
                            .modelAttribute(
                                    "grounds",
                                    grounds.of(details.stored().request().type(), facts.regime()))
                            .modelAttribute("kept", known.getT6())
                            .modelAttribute(
                                    "mine", caller.id().equals(details.stored().assignee()))
                            .modelAttribute(
                                    "extendableBy", extending.days(details).orElse(0))
                            .modelAttribute("gathering", gathered.lines(known.getT4(), locale))
                            .modelAttribute("waits", known.getT5())
                            .modelAttribute("written", written)
                            .build());
        });
    }

    /** What the law has kept of the data that is to be deleted (R-DEL-02). */
    private Mono<List<KeptByLaw.Entry>> kept(Request request) {
        return request instanceof Deletion deletion ? deletions.kept(deletion) : Mono.just(List.of());
    }

    /** What waits for somebody at the school; what nobody confirmed does not. */
    private static boolean isOpen(RequestDetails details) {
        RequestState state = details.stored().request().state();
        return state != RequestState.AWAITING_CONFIRMATION
                && (details.clocks().stream().anyMatch(running -> running.isOpen())
                        || state == RequestState.NOT_IN_EFFECT);
    }

    private static Reader reader(Caller caller) {
        return new Reader(null, Readers.officer(caller));
    }

    private static @Nullable StudentName name(Map<UUID, StudentName> names, Facts facts) {
        return names.get(facts.studentId());
    }

    private static @Nullable RefusalGround ground(MultiValueMap<String, String> form) {
        String chosen = form.getFirst("ground");
        return List.of(RefusalGround.values()).stream()
                .filter(ground -> ground.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of("")).getFirst().strip();
    }

    static Long version(MultiValueMap<String, String> form) {
        try {
            return Long.valueOf(String.valueOf(form.getFirst("version")));
        } catch (NumberFormatException noVersion) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("version");
        }
    }

    /** The forms that are sent back when something is missing. */
    enum Form {
        REFUSAL,
        ANSWER,
        EXTENSION
    }

    /**
     * What was filled in of a form that cannot be sent yet.
     *
     * @param form which form; absent when none was filled in
     * @param ground as chosen
     * @param text as typed
     */
    record Written(@Nullable Form form, @Nullable RefusalGround ground, String text) {
        static final Written NOTHING = new Written(null, null, "");
    }
}

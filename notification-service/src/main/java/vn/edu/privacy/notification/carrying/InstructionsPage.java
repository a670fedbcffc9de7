package vn.edu.privacy.notification.carrying;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.holder.Directory.StudentName;
import vn.edu.privacy.notification.holder.RefusalReason;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.Times;

/** What holders have not done yet, and what they were told without anybody asking; for officers. */
@Controller
class InstructionsPage {
    private static final String PATH = "/officer/instructions";
    private static final String ONE = PATH + "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
    private static final int LONGEST_TEXT = 2000;

    private final Tasks tasks;
    private final SettleTasks settling;
    private final Catalogue catalogue;
    private final Directory directory;
    private final InstructionWords words;
    private final Times times;
    private final Clock clock;

    InstructionsPage(
            Tasks tasks,
            SettleTasks settling,
            Catalogue catalogue,
            Directory directory,
            InstructionWords words,
            Times times,
            Clock clock) {
        this.tasks = tasks;
        this.settling = settling;
        this.catalogue = catalogue;
        this.directory = directory;
        this.words = words;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(Caller caller, Locale locale) {
        return page(caller, locale, null);
    }

    /** A form that was sent back stands at its own address: there, another language or a reload leads to the list. */
    @GetMapping({ONE + "/completion", ONE + "/refusal", ONE + "/retry"})
    Rendering back() {
        return Rendering.redirectTo(PATH).build();
    }

    @PostMapping(ONE + "/retry")
    Mono<Rendering> again(@PathVariable UUID id, Caller caller) {
        return settling.again(id, Readers.officer(caller)).thenReturn(back());
    }

    @PostMapping(ONE + "/completion")
    Mono<Rendering> done(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String evidence = evidence(form);
            return evidence.isEmpty() || evidence.length() > LONGEST_TEXT
                    ? page(caller, locale, id)
                    : settling.done(id, Readers.officer(caller), evidence).thenReturn(back());
        });
    }

    @PostMapping(ONE + "/refusal")
    Mono<Rendering> notDone(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String evidence = evidence(form);
            RefusalReason reason = reason(form);
            return reason == null || evidence.isEmpty() || evidence.length() > LONGEST_TEXT
                    ? page(caller, locale, id)
                    : settling.notDone(id, Readers.officer(caller), reason, evidence)
                            .thenReturn(back());
        });
    }

    /** @param sentBack the one whose form lacked something */
    private Mono<Rendering> page(Caller caller, Locale locale, @Nullable UUID sentBack) {
        String school = Readers.officer(caller).schoolId();
        return Mono.zip(tasks.waiting(school), tasks.unasked(school), settling.proven(school))
                .flatMap(found -> Mono.zip(
                        shown(found.getT1(), locale),
                        shown(found.getT2(), locale),
                        proven(found.getT3(), caller, locale)))
                .map(shown -> Rendering.view("officer-instructions")
                        .status(sentBack == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("waiting", shown.getT1())
                        .modelAttribute("unasked", shown.getT2())
                        .modelAttribute("proven", shown.getT3())
                        .modelAttribute("sentBack", sentBack == null ? "" : sentBack.toString())
                        .modelAttribute("reasons", words.reasons(locale))
                        .modelAttribute("full", shown.getT1().size() == Tasks.MOST)
                        .build());
    }

    private Mono<List<Proof>> proven(List<SettleTasks.Proven> found, Caller caller, Locale locale) {
        return shown(found.stream().map(SettleTasks.Proven::task).toList(), locale)
                .map(shown -> IntStream.range(0, shown.size())
                        .mapToObj(at -> new Proof(
                                shown.get(at),
                                found.get(at).evidence(),
                                found.get(at).task().since(),
                                found.get(at).by().equals(caller.id())))
                        .toList());
    }

    private Mono<List<Shown>> shown(List<Task> found, Locale locale) {
        List<UUID> students = found.stream().map(Task::studentId).distinct().toList();
        Mono<Map<String, KnownPurpose>> purposes = catalogue
                .newest(found.stream().map(Task::purpose).distinct().toList())
                .collectMap(KnownPurpose::code);
        Mono<Map<UUID, StudentName>> names = students.isEmpty() ? Mono.just(Map.of()) : directory.students(students);
        return Mono.zip(purposes, names)
                .map(known -> found.stream()
                        .map(task -> shown(task, known.getT1(), known.getT2(), locale))
                        .toList());
    }

    private Shown shown(Task task, Map<String, KnownPurpose> purposes, Map<UUID, StudentName> names, Locale locale) {
        StudentName student = names.getOrDefault(task.studentId(), new StudentName("—", ""));
        KnownPurpose purpose = purposes.get(task.purpose());
        Instant now = clock.instant();
        return new Shown(
                task.id(),
                task.requestId(),
                task.reference(),
                words.cause(task, locale),
                student.name(),
                student.className(),
                task.name(locale.getLanguage()),
                purpose == null ? task.purpose() : purpose.name(locale.getLanguage()),
                words.action(task, locale),
                words.state(task, locale),
                look(task),
                task.due(),
                times.remaining(task.due(), locale),
                !task.state().done() && !task.due().isAfter(now),
                task.attempts(),
                task.manual(),
                task.state().done());
    }

    private static String look(Task task) {
        return task.state().done()
                ? "yes"
                : task.state() == Step.State.REFUSED || task.state() == Step.State.SILENT ? "stop" : "wait";
    }

    private static String evidence(MultiValueMap<String, String> form) {
        String text = form.getFirst("evidence");
        return text == null ? "" : text.strip();
    }

    private static @Nullable RefusalReason reason(MultiValueMap<String, String> form) {
        String named = form.getFirst("reason");
        return List.of(RefusalReason.values()).stream()
                .filter(reason -> reason.name().equals(named))
                .findFirst()
                .orElse(null);
    }

    /**
     * One of them in words.
     *
     * @param id of the instruction
     * @param requestId for which request; null when nobody asked
     * @param reference what people call it
     * @param cause why, where nobody asked
     * @param student the name, a dash while the directory is away
     * @param className the class today
     * @param holder its name
     * @param purpose its name
     * @param action what the holder is to do
     * @param state how far it is
     * @param look class of the tag
     * @param due until when
     * @param left "còn 5 giờ 40 phút"
     * @param overdue whether the time is over
     * @param attempts how often the holder was asked
     * @param manual whether only people can tell the holder
     * @param done whether nothing is left to do
     */
    record Shown(
            UUID id,
            @Nullable UUID requestId,
            @Nullable String reference,
            String cause,
            String student,
            String className,
            String holder,
            String purpose,
            String action,
            String state,
            String look,
            Instant due,
            String left,
            boolean overdue,
            int attempts,
            boolean manual,
            boolean done) {}

    /**
     * What an officer recorded.
     *
     * @param about the instruction
     * @param evidence the officer's words; empty when the student was erased
     * @param at when
     * @param own whether the reader recorded it
     */
    record Proof(Shown about, String evidence, Instant at, boolean own) {}
}

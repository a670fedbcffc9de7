package vn.edu.privacy.consent.paper.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ActOnRecords;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.paper.application.UncheckedEntries;
import vn.edu.privacy.consent.paper.application.UncheckedEntries.Unchecked;
import vn.edu.privacy.consent.paper.domain.WrongBecause;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** What waits for a second person, and one entry to compare with its paper. Who entered it sees it and cannot check it. */
@Controller
class CheckPage {
    private static final int MOST = 200;

    private final UncheckedEntries unchecked;
    private final Consents consents;
    private final ActOnRecords acts;
    private final StudentNames names;
    private final Purposes purposes;
    private final EntryViews views;

    CheckPage(
            UncheckedEntries unchecked,
            Consents consents,
            ActOnRecords acts,
            StudentNames names,
            Purposes purposes,
            EntryViews views) {
        this.unchecked = unchecked;
        this.consents = consents;
        this.acts = acts;
        this.names = names;
        this.purposes = purposes;
        this.views = views;
    }

    @GetMapping(Paths.CHECKS)
    Mono<Rendering> queue(Caller caller, Locale locale) {
        UUID reader = caller.requirePerson();
        return unchecked
                .of(DeskReaders.school(caller), MOST)
                .collectList()
                .flatMap(entries -> Mono.zip(
                                names.of(entries.stream()
                                        .map(Unchecked::studentId)
                                        .toList()),
                                purposes.allCurrent()
                                        .collectMap(
                                                purpose -> purpose.code(),
                                                purpose -> purpose.notice(locale.getLanguage())
                                                        .name()))
                        .map(known -> entries.stream()
                                .map(entry -> new Waiting(
                                        entry,
                                        known.getT1().getOrDefault(entry.studentId(), StudentNames.NAMELESS),
                                        known.getT2().getOrDefault(entry.purpose(), entry.purpose()),
                                        entry.enteredBy().equals(reader)))
                                .toList()))
                .map((List<Waiting> waiting) -> Rendering.view("paper-checks")
                        .modelAttribute("waiting", waiting)
                        .build());
    }

    @GetMapping(Paths.CHECK)
    Mono<Rendering> show(@PathVariable UUID decisionId, Caller caller, Locale locale) {
        return entry(decisionId, caller)
                .flatMap(entry -> Mono.zip(views.of(entry, locale), checked(entry))
                        .map(known -> Rendering.view("paper-check")
                                .modelAttribute("entry", known.getT1())
                                .modelAttribute(
                                        "mine",
                                        caller.requirePerson()
                                                .equals(entry.particulars().enteredBy()))
                                .modelAttribute("checked", known.getT2())
                                .modelAttribute("reasons", WrongBecause.values())
                                .modelAttribute("back", Paths.CHECKS)
                                .build()));
    }

    @PostMapping(Paths.CHECK)
    Mono<Rendering> check(@PathVariable UUID decisionId, Caller caller, ServerWebExchange exchange) {
        return Mono.zip(entry(decisionId, caller), exchange.getFormData())
                .flatMap(known -> {
                    CheckForm form = CheckForm.of(known.getT2());
                    LedgerEntry entry = known.getT1();
                    return acts.check(
                            entry.key().studentId(),
                            decisionId,
                            caller.requirePerson(),
                            form.right(),
                            form.reference(String.valueOf(entry.particulars().reference())));
                })
                .thenReturn(Rendering.redirectTo(Paths.CHECKS).build());
    }

    private Mono<LedgerEntry> entry(UUID decisionId, Caller caller) {
        return consents.entry(decisionId)
                .filter(entry -> entry.key().schoolId().equals(DeskReaders.school(caller)))
                .filter(entry -> entry.particulars().enteredBy() != null)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    private Mono<Boolean> checked(LedgerEntry entry) {
        return consents.entries(entry.key().studentId())
                .mapNotNull(other -> other.particulars().target())
                .any(target -> target == entry.seq());
    }

    /**
     * A line of the queue.
     *
     * @param entry what waits
     * @param student the student's name
     * @param purpose the purpose's name
     * @param mine whether the reader entered it
     */
    record Waiting(Unchecked entry, String student, String purpose, boolean mine) {}
}

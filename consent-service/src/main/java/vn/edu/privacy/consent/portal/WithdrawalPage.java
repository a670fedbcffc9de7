package vn.edu.privacy.consent.portal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Taking an agreement back: the consequences first, then the act, then since when it holds (Decree 13 art. 12). */
@Controller
class WithdrawalPage {
    private final Family family;
    private final ChildConsents consents;
    private final RecordDecisions decisions;
    private final FamilyReceipts receipts;

    WithdrawalPage(Family family, ChildConsents consents, RecordDecisions decisions, FamilyReceipts receipts) {
        this.family = family;
        this.consents = consents;
        this.decisions = decisions;
        this.receipts = receipts;
    }

    @GetMapping(Paths.WITHDRAWAL)
    Mono<Rendering> consequences(
            @PathVariable UUID studentId, @PathVariable String code, Caller caller, Locale locale) {
        return family.child(caller, studentId).flatMap(child -> page(child, code, locale, HttpStatus.OK));
    }

    @PostMapping(Paths.WITHDRAWAL)
    Mono<Rendering> withdraw(
            @PathVariable UUID studentId,
            @PathVariable String code,
            Caller caller,
            Locale locale,
            ServerWebExchange exchange) {
        return Mono.zip(family.child(caller, studentId), exchange.getFormData())
                .flatMap(known -> "read".equals(known.getT2().getFirst("acknowledged"))
                        ? record(known.getT1(), code)
                        : page(known.getT1(), code, locale, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping(Paths.WITHDRAWN)
    Mono<Rendering> inEffect(
            @PathVariable UUID studentId, @PathVariable UUID decisionId, Caller caller, Locale locale) {
        return family.child(caller, studentId)
                .flatMap(child -> receipts.of(child, decisionId, family.say(child, locale))
                        .filter(receipt -> receipt.entry().kind() == EntryKind.WITHDRAWN)
                        .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                        .map(receipt -> Rendering.view("withdrawn")
                                .modelAttribute("say", family.say(child, locale))
                                .modelAttribute("child", child)
                                .modelAttribute("receipt", receipt)
                                .build()));
    }

    private Mono<Rendering> record(Child child, String code) {
        DecisionOrder.Item item = DecisionOrder.Item.plain(code, DecisionKind.WITHDRAWN, null, true);
        return decisions
                .record(DecisionOrder.own(child.id(), child.person(), PurposePage.METHOD, List.of(item)))
                .map(recorded -> Rendering.redirectTo(Paths.withdrawn(
                                child.id(), recorded.getFirst().entry().decisionId()))
                        .build());
    }

    /** The consequences; where nothing can be taken back the page says so. */
    private Mono<Rendering> page(Child child, String code, Locale locale, HttpStatus status) {
        Say say = family.say(child, locale);
        return consents.one(child, code)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .map(consent -> Rendering.view("withdrawal")
                        .status(status)
                        .modelAttribute("say", say)
                        .modelAttribute("child", child)
                        .modelAttribute("card", consents.card(consent, child, say))
                        .modelAttribute("text", consent.purpose().notice(say.language()))
                        .modelAttribute("missing", status.isError())
                        .build());
    }
}

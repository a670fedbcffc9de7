package vn.edu.privacy.consent.portal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.application.DecisionRefused;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.purpose.DataCategory;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.purpose.ServedNotice;
import vn.edu.privacy.consent.purpose.ServedNotices;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * Agreeing to a part only, until a day, or under conditions (Decree 13 art. 11.7). Nothing is chosen beforehand
 * (Decree 356 art. 6.3).
 */
@Controller
class LimitsPage {
    private final Family family;
    private final ChildConsents consents;
    private final Purposes purposes;
    private final ServedNotices notices;
    private final RecordDecisions decisions;

    LimitsPage(
            Family family,
            ChildConsents consents,
            Purposes purposes,
            ServedNotices notices,
            RecordDecisions decisions) {
        this.family = family;
        this.consents = consents;
        this.purposes = purposes;
        this.notices = notices;
        this.decisions = decisions;
    }

    @GetMapping(Paths.LIMITS)
    Mono<Rendering> show(@PathVariable UUID studentId, @PathVariable String code, Caller caller, Locale locale) {
        return family.child(caller, studentId).flatMap(child -> {
            Say say = family.say(child, locale);
            return served(child, code, say)
                    .map(shown -> page(child, shown, Limits.NONE, Set.of(), say).build());
        });
    }

    @PostMapping(Paths.LIMITS)
    Mono<Rendering> agree(
            @PathVariable UUID studentId,
            @PathVariable String code,
            Caller caller,
            Locale locale,
            ServerWebExchange exchange) {
        return Mono.zip(family.child(caller, studentId), exchange.getFormData()).flatMap(known -> {
            Child child = known.getT1();
            Limits limits = Limits.of(known.getT2());
            Set<Limits.Flaw> flaws = limits.flaws(family.today());
            return flaws.isEmpty()
                    ? record(child, code, limits, known.getT2())
                    : again(child, code, limits, flaws, known.getT2(), family.say(child, locale));
        });
    }

    private Mono<Rendering> record(Child child, String code, Limits limits, MultiValueMap<String, String> form) {
        DecisionOrder.Item item = limits.item(code, PurposePage.notice(form));
        return decisions
                .record(DecisionOrder.own(child.id(), child.person(), PurposePage.METHOD, List.of(item)))
                .map(recorded -> Paths.child(child.id()) + "?done="
                        + recorded.getFirst().entry().decisionId())
                .onErrorResume(
                        refused -> refused instanceof DecisionRefused rules
                                && rules.reason() == DecisionRefused.Reason.NOTICE_SUPERSEDED,
                        refused -> Mono.just(Paths.purpose(child.id(), code) + "?changed=true"))
                .map(target -> Rendering.redirectTo(target).build());
    }

    /** Shows what was served before: of a form that is not taken nothing is kept, a notice served anew neither. */
    private Mono<Rendering> again(
            Child child,
            String code,
            Limits limits,
            Set<Limits.Flaw> flaws,
            MultiValueMap<String, String> form,
            Say say) {
        return notices.find(PurposePage.notice(form))
                .filter(notice -> notice.personId().equals(child.person())
                        && notice.studentId().equals(child.id())
                        && notice.purpose().equals(code))
                .flatMap(this::shown)
                .switchIfEmpty(notFound())
                .map(shown -> page(child, shown, limits, flaws, say)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    /** Keeps the proof that the notice was shown; whom the law does not ask has nothing to limit. */
    private Mono<Shown> served(Child child, String code, Say say) {
        return consents.one(child, code)
                .filter(consent -> consents.asked(child, consent.purpose()))
                .flatMap(consent -> notices.serve(child.person(), child.id(), code, say.language()))
                .flatMap(this::shown)
                .switchIfEmpty(notFound());
    }

    private Mono<Shown> shown(ServedNotice notice) {
        return purposes.version(notice.purpose(), notice.version()).map(purpose -> new Shown(purpose, notice));
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND));
    }

    private static Rendering.Builder<?> page(Child child, Shown shown, Limits limits, Set<Limits.Flaw> flaws, Say say) {
        return Rendering.view("limits")
                .modelAttribute("say", say)
                .modelAttribute("child", child)
                .modelAttribute("purpose", shown.purpose())
                .modelAttribute("text", shown.purpose().notice(say.language()))
                .modelAttribute("notice", shown.notice().id().toString())
                .modelAttribute(
                        "choices",
                        shown.purpose().categories().stream()
                                .map(category -> Choice.of(category, limits, say))
                                .toList())
                .modelAttribute("limits", limits)
                .modelAttribute("flaws", flaws);
    }

    private record Shown(PublishedPurpose purpose, ServedNotice notice) {}

    /**
     * A kind of data to tick.
     *
     * @param code stands in the form
     * @param name in the page's language
     * @param sensitive whether the law protects it more
     * @param chosen whether the reader had ticked it
     */
    record Choice(String code, String name, boolean sensitive, boolean chosen) {
        static Choice of(DataCategory category, Limits limits, Say say) {
            return new Choice(
                    category.code(),
                    category.name(say.language()),
                    category.sensitive(),
                    limits.categories().contains(category.code()));
        }
    }
}

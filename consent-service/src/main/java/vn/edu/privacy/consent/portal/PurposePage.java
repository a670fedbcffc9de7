package vn.edu.privacy.consent.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.application.DecisionRefused;
import vn.edu.privacy.consent.consent.application.ReadConsents.PurposeConsent;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.purpose.DataCategory;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.purpose.ServedNotice;
import vn.edu.privacy.consent.purpose.ServedNotices;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** One purpose: serves the notice, keeps the proof of it, and takes the answer (Decree 13 art. 11, 13). */
@Controller
class PurposePage {
    static final String METHOD = "PORTAL_TICK";

    private final Family family;
    private final ChildConsents consents;
    private final Purposes purposes;
    private final ServedNotices notices;
    private final RecordDecisions decisions;
    private final Sittings sittings;
    private final WhatChanged changes;

    PurposePage(
            Family family,
            ChildConsents consents,
            Purposes purposes,
            ServedNotices notices,
            RecordDecisions decisions,
            Sittings sittings,
            WhatChanged changes) {
        this.family = family;
        this.consents = consents;
        this.purposes = purposes;
        this.notices = notices;
        this.decisions = decisions;
        this.sittings = sittings;
        this.changes = changes;
    }

    @GetMapping(Paths.PURPOSE)
    Mono<Rendering> show(
            @PathVariable UUID studentId,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable Long sitting,
            @RequestParam(required = false) @Nullable UUID done,
            Caller caller,
            Locale locale) {
        return family.child(caller, studentId).flatMap(child -> {
            Say say = family.say(child, locale);
            Mono<Rendering.Builder<?>> page = consents.one(child, code)
                    .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                    .flatMap(consent -> served(child, consent, locale)
                            .flatMap(shown -> changes.since(child, shown.purpose(), say)
                                    .map(Optional::of)
                                    .defaultIfEmpty(Optional.empty())
                                    .map(since -> page(child, consent, shown, since, say, changed != null))));
            Mono<Optional<Sitting.Step>> step = sittings.named(sitting, caller)
                    .map(named -> sittings.step(named, studentId, code, done, say))
                    .defaultIfEmpty(Optional.empty());
            return Mono.zip(page, step).map(parts -> {
                parts.getT2().ifPresent(found -> parts.getT1().modelAttribute("step", found));
                return parts.getT1().build();
            });
        });
    }

    @PostMapping(Paths.PURPOSE)
    Mono<Rendering> answer(
            @PathVariable UUID studentId, @PathVariable String code, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            DecisionOrder.Item item = DecisionOrder.Item.plain(code, kind(form), notice(form), false);
            return decisions
                    .record(DecisionOrder.own(studentId, caller.requirePerson(), METHOD, List.of(item)))
                    .flatMap(recorded -> next(studentId, code, sitting(form), caller)
                            .map(page ->
                                    page + "done=" + recorded.getFirst().entry().decisionId()))
                    .onErrorResume(
                            refused -> refused instanceof DecisionRefused rules
                                    && rules.reason() == DecisionRefused.Reason.NOTICE_SUPERSEDED,
                            refused -> Mono.just(Paths.purpose(studentId, code) + "?changed=true" + inSitting(form)))
                    .map(target -> Rendering.redirectTo(target).build());
        });
    }

    /** After an answer comes the next thing of the sitting, or the child's page; up to where a parameter may be added. */
    private Mono<String> next(UUID studentId, String code, @Nullable Long sitting, Caller caller) {
        return sittings.named(sitting, caller)
                .map(named -> Sittings.next(named, studentId, code) + "&")
                .defaultIfEmpty(Paths.child(studentId) + "?");
    }

    /** Keeps the proof that the notice was shown; whom the law does not ask may read it without. */
    private Mono<Shown> served(Child child, PurposeConsent consent, Locale locale) {
        if (!consents.asked(child, consent.purpose())) {
            return Mono.just(new Shown(consent.purpose(), Optional.empty()));
        }
        return notices.serve(child.person(), child.id(), consent.purpose().code(), locale.getLanguage())
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .flatMap(notice -> purposes.version(notice.purpose(), notice.version())
                        .map(version -> new Shown(version, Optional.of(notice))));
    }

    private Rendering.Builder<?> page(
            Child child,
            PurposeConsent consent,
            Shown shown,
            Optional<WhatChanged.Since> since,
            Say say,
            boolean changed) {
        PublishedPurpose purpose = shown.purpose();
        Rendering.Builder<?> page = Rendering.view("purpose")
                .modelAttribute("say", say)
                .modelAttribute("child", child)
                .modelAttribute("purpose", purpose)
                .modelAttribute("text", purpose.notice(say.language()))
                .modelAttribute("data", names(purpose.categories(), say))
                .modelAttribute(
                        "recipients",
                        purpose.recipients().stream()
                                .map(recipient -> recipient.name(say.language()))
                                .toList())
                .modelAttribute("card", consents.card(consent, child, say))
                .modelAttribute(
                        "notice",
                        shown.notice().map(notice -> notice.id().toString()).orElse(""))
                .modelAttribute("changed", changed);
        since.ifPresent(found -> page.modelAttribute("since", found));
        return page;
    }

    private static String names(List<DataCategory> categories, Say say) {
        return String.join(
                ", ",
                categories.stream()
                        .map(category -> category.name(say.language()))
                        .toList());
    }

    private static DecisionKind kind(MultiValueMap<String, String> form) {
        return switch (String.valueOf(form.getFirst("decision"))) {
            case "GIVEN" -> DecisionKind.GIVEN;
            case "REFUSED" -> DecisionKind.REFUSED;
            default ->
                throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("decision");
        };
    }

    private static @Nullable Long sitting(MultiValueMap<String, String> form) {
        String began = form.getFirst("sitting");
        try {
            return began == null ? null : Long.valueOf(began);
        } catch (NumberFormatException notATime) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("sitting");
        }
    }

    private static String inSitting(MultiValueMap<String, String> form) {
        Long began = sitting(form);
        return began == null ? "" : "&sitting=" + began;
    }

    static UUID notice(MultiValueMap<String, String> form) {
        try {
            return UUID.fromString(String.valueOf(form.getFirst("notice")));
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("notice");
        }
    }

    /** The version shown, with the proof when the reader is asked. */
    private record Shown(PublishedPurpose purpose, Optional<ServedNotice> notice) {}
}

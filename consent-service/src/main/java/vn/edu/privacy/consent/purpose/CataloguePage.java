package vn.edu.privacy.consent.purpose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.Publication.Published;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The catalogue's pages for the data-protection officer: what is in force, what is due, what a draft would change. */
@Controller
class CataloguePage {
    static final String LIST = "/officer/purposes";
    static final String PURPOSE = LIST + "/{code:[a-z0-9-]+}";

    private final ReadCatalogue catalogue;
    private final MaintainCatalogue versions;
    private final KeepDrafts drafts;
    private final PurposeProblems problems;
    private final ChangeWords words;

    CataloguePage(
            ReadCatalogue catalogue,
            MaintainCatalogue versions,
            KeepDrafts drafts,
            PurposeProblems problems,
            ChangeWords words) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.drafts = drafts;
        this.problems = problems;
        this.words = words;
    }

    @GetMapping(LIST)
    Mono<Rendering> list(Locale locale) {
        return catalogue
                .all()
                .map(entries -> Rendering.view("catalogue")
                        .modelAttribute("entries", entries)
                        .modelAttribute(
                                "due",
                                entries.stream()
                                        .filter(ReadCatalogue.Entry::reviewDue)
                                        .toList())
                        .modelAttribute("language", locale.getLanguage())
                        .build());
    }

    /** The way to the draft of a purpose, new or known; what is no code leads back. */
    @GetMapping(LIST + "/draft")
    Mono<Rendering> begin(@RequestParam String code) {
        String wanted = code.strip();
        boolean fits = wanted.matches(PurposeRequests.CODE) && wanted.length() >= 2 && wanted.length() <= 60;
        return Mono.just(Rendering.redirectTo(fits ? LIST + "/" + wanted + "/draft" : LIST)
                .build());
    }

    @GetMapping(PURPOSE)
    Mono<Rendering> purpose(@PathVariable String code, Locale locale) {
        return page(code, false, locale);
    }

    @PostMapping(PURPOSE + "/publication")
    Mono<Rendering> publish(@PathVariable String code, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            if (!"read".equals(form.getFirst("confirmed"))) {
                return page(code, true, locale);
            }
            return drafts.publish(code, edition(form), !"MINOR".equals(form.getFirst("change")), caller.id())
                    .map(publication -> switch (publication) {
                        case Published(PublishedPurpose purpose) ->
                            Rendering.redirectTo(LIST + "/" + purpose.code()).build();
                        case Refused refused -> throw problems.of(refused, locale);
                    });
        });
    }

    @PostMapping(PURPOSE + "/discard")
    Mono<Rendering> discard(@PathVariable String code, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> drafts.discard(code, edition(form)).map(drafting -> {
                    if (drafting instanceof Drafting.Not(Refused why)) {
                        throw problems.of(why, locale);
                    }
                    return Rendering.redirectTo(LIST).build();
                }));
    }

    private Mono<Rendering> page(String code, boolean unconfirmed, Locale locale) {
        Mono<List<PurposeVersion>> history = versions.versions(code).defaultIfEmpty(List.of());
        Mono<Optional<DraftReview>> draft = drafts.read(code).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(catalogue.all(), history, draft).map(known -> {
            ReadCatalogue.Entry entry = known.getT1().stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.of(CommonProblems.NOT_FOUND));
            Rendering.Builder<?> page = Rendering.view("catalogue-purpose")
                    .modelAttribute("entry", entry)
                    .modelAttribute("name", entry.name(locale.getLanguage()))
                    .modelAttribute("versions", known.getT2().reversed())
                    .modelAttribute("unconfirmed", unconfirmed);
            entry.newest()
                    .map(PublishedPurpose::safeguards)
                    .ifPresent(found -> page.modelAttribute("safeguards", found));
            known.getT3().ifPresent(review -> page.modelAttribute("draft", shown(review, locale)));
            return page.status(unconfirmed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                    .build();
        });
    }

    private ShownDraft shown(DraftReview review, Locale locale) {
        return new ShownDraft(
                review,
                review.missing(),
                review.refusals().stream()
                        .filter(refused -> !(refused instanceof Refused.NoticeIncomplete))
                        .map(refused -> problems.fault(refused, locale).detail())
                        .toList(),
                review.difference().changes().stream()
                        .map(change -> ShownChange.of(change, words.of(change, locale)))
                        .toList());
    }

    private static UUID edition(MultiValueMap<String, String> form) {
        try {
            return UUID.fromString(String.valueOf(form.getFirst("edition")));
        } catch (IllegalArgumentException none) {
            throw ProblemException.of(CommonProblems.STALE);
        }
    }

    /** A draft on its page. */
    record ShownDraft(DraftReview review, List<String> missing, List<String> faults, List<ShownChange> changes) {}

    /**
     * A change on the page.
     *
     * @param before what was written, where words changed
     * @param after what would be written
     */
    record ShownChange(String text, boolean asksAgain, String before, String after) {
        static ShownChange of(PurposeChange change, String text) {
            if (change instanceof PurposeChange.Reworded(var language, var item, var before, var after)) {
                return new ShownChange(
                        text,
                        change.asksAgain(),
                        Optional.ofNullable(before).orElse("–"),
                        Optional.ofNullable(after).orElse("–"));
            }
            return new ShownChange(text, change.asksAgain(), "", "");
        }
    }
}

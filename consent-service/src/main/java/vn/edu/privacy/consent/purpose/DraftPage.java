package vn.edu.privacy.consent.purpose;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Writing a draft in a form; a new one begins with what is in force. */
@Controller
class DraftPage {
    static final String DRAFT = CataloguePage.PURPOSE + "/draft";

    private static final int EMPTY_ROWS = 2;
    private static final PurposeDraft NOTHING =
            new PurposeDraft(null, null, null, null, null, null, List.of(), List.of(), null, null, null, Map.of());

    private final KeepDrafts drafts;
    private final Purposes purposes;
    private final PurposeProblems problems;
    private final Validator validator;

    DraftPage(KeepDrafts drafts, Purposes purposes, PurposeProblems problems, Validator validator) {
        this.drafts = drafts;
        this.purposes = purposes;
        this.problems = problems;
        this.validator = validator;
    }

    @GetMapping(DRAFT)
    Mono<Rendering> edit(@PathVariable String code) {
        return begun(code).map(begun -> page(code, begun.content(), begun.edition(), List.of()));
    }

    @PostMapping(DRAFT)
    Mono<Rendering> save(@PathVariable String code, Caller caller, Locale locale, ServerWebExchange exchange) {
        if (!code.matches(PurposeRequests.CODE) || code.length() > 60) {
            return Mono.error(ProblemException.of(CommonProblems.NOT_FOUND));
        }
        return Mono.zip(exchange.getFormData(), begun(code)).flatMap(known -> {
            PurposeForm form = PurposeForm.of(known.getT1());
            String edition = Objects.requireNonNullElse(known.getT1().getFirst("edition"), "");
            PurposeDraft content = form.onto(known.getT2().content());
            List<String> wrong = wrong(form);
            return wrong.isEmpty()
                    ? drafts.save(code, content, seen(edition), caller.id())
                            .map(drafting -> saved(drafting, code, locale))
                    : Mono.just(page(code, content, edition, wrong));
        });
    }

    private Rendering saved(Drafting drafting, String code, Locale locale) {
        if (drafting instanceof Drafting.Not(Refused why)) {
            throw problems.of(why, locale);
        }
        return Rendering.redirectTo(CataloguePage.LIST + "/" + code).build();
    }

    /** The draft, else what is in force, else nothing. */
    private Mono<Begun> begun(String code) {
        return drafts.read(code)
                .map(review -> new Begun(
                        review.draft().content(), review.draft().edition().toString()))
                .switchIfEmpty(purposes.current(code).map(version -> new Begun(PurposeDraft.of(version.content()), "")))
                .defaultIfEmpty(new Begun(NOTHING, ""));
    }

    private List<String> wrong(PurposeForm form) {
        return Stream.concat(
                        form.unreadable().stream(),
                        validator.validate(form.request()).stream()
                                .map(violation -> violation.getPropertyPath().toString()))
                .sorted()
                .toList();
    }

    private static Optional<UUID> seen(String edition) {
        try {
            return edition.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(edition));
        } catch (IllegalArgumentException none) {
            throw ProblemException.of(CommonProblems.STALE);
        }
    }

    private static Rendering page(String code, PurposeDraft content, String edition, List<String> wrong) {
        return Rendering.view("catalogue-draft")
                .status(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("code", code)
                .modelAttribute("written", content)
                .modelAttribute(
                        "safeguards",
                        Objects.requireNonNullElse(content.safeguards(), PurposeDraft.SafeguardsDraft.NOTHING))
                .modelAttribute("edition", edition)
                .modelAttribute("wrong", wrong)
                .modelAttribute("aims", PurposeCategory.values())
                .modelAttribute("bases", LawfulBasis.values())
                .modelAttribute("periods", PeriodKind.values())
                .modelAttribute(
                        "categories",
                        padded(content.categories().stream()
                                .map(each -> new Row(
                                        each.code(),
                                        text(each.name(), "vi"),
                                        text(each.name(), "en"),
                                        each.sensitive()))
                                .toList()))
                .modelAttribute(
                        "recipients",
                        padded(content.recipients().stream()
                                .map(each ->
                                        new Row(each.code(), text(each.name(), "vi"), text(each.name(), "en"), false))
                                .toList()))
                .modelAttribute(
                        "notices",
                        PurposeRules.LANGUAGES.stream()
                                .map(language -> new Texts(language, fields(content, language)))
                                .toList())
                .build();
    }

    private static List<Row> padded(List<Row> rows) {
        List<Row> padded = new ArrayList<>(rows);
        padded.addAll(Collections.nCopies(EMPTY_ROWS, new Row("", "", "", false)));
        return padded;
    }

    private static List<Field> fields(PurposeDraft content, String language) {
        PurposeDraft.NoticeDraft notice = content.notices().get(language);
        return Arrays.stream(NoticeItem.values())
                .map(item -> new Field(
                        "notices." + language + "." + item.field(),
                        item.name(),
                        notice == null ? "" : orEmpty(item.of(notice))))
                .toList();
    }

    private static String text(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Where an officer begins to write. */
    private record Begun(PurposeDraft content, String edition) {}

    /** A kind of data or a recipient. */
    record Row(String code, String vi, String en, boolean sensitive) {}

    /** The notice in one language. */
    record Texts(String language, List<Field> fields) {}

    /** One text of a notice. */
    record Field(String name, String item, String text) {}
}

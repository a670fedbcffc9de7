package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** How the catalogue's refusals are told. */
@Component
class PurposeProblems {
    static final ProblemType NOTICE_INCOMPLETE = new ProblemType("notice-incomplete", 422);
    static final ProblemType SENSITIVE_NOT_FLAGGED = new ProblemType("sensitive-not-flagged", 422);
    static final ProblemType FORM_LINKED = new ProblemType("form-linked", 422);
    static final ProblemType PURPOSE_NOT_ALLOWED = new ProblemType("purpose-not-allowed", 422);
    static final ProblemType NEEDS_MAJOR_VERSION = new ProblemType("needs-major-version", 422);
    static final ProblemType DRAFT_OUTDATED = new ProblemType("draft-outdated", 409);
    static final ProblemType PURPOSE_EXISTS = new ProblemType("purpose-exists", 409);
    static final ProblemType PURPOSE_RETIRED = new ProblemType("purpose-retired", 409);
    static final ProblemType UNKNOWN_PURPOSE = new ProblemType("unknown-purpose", 422);
    static final ProblemType LANGUAGE_NOT_SUPPLIED = new ProblemType("language-not-supplied", 422);
    static final ProblemType NO_CONSENT_NEEDED = new ProblemType("no-consent-needed", 422);

    private final MessageSource texts;

    PurposeProblems(MessageSource texts) {
        this.texts = texts;
    }

    ProblemException of(Refused refused, Locale language) {
        return switch (refused) {
            case Refused.NoticeIncomplete(List<String> items) ->
                ProblemException.of(NOTICE_INCOMPLETE, String.join(", ", items))
                        .with("errors", missing(items, language));
            case Refused.SensitiveNotFlagged(List<String> categories) ->
                ProblemException.of(SENSITIVE_NOT_FLAGGED, String.join(", ", categories))
                        .field("sensitive");
            case Refused.LinksToForm(List<String> places) ->
                ProblemException.of(FORM_LINKED, String.join(", ", places))
                        .with(
                                "errors",
                                places.stream()
                                        .map(place -> error(place, "purpose.form-linked", language))
                                        .toList());
            case Refused.CategoryNotAllowed(String category) ->
                ProblemException.of(PURPOSE_NOT_ALLOWED, category).field("category");
            case Refused.EndsBeforeItBegins() ->
                ProblemException.of(CommonProblems.INVALID_FIELDS, "processingUntil")
                        .field("processingUntil")
                        .with("errors", List.of(error("processingUntil", "purpose.ends-before-it-begins", language)));
            case Refused.ReviewNotAhead(LocalDate nextReview) ->
                ProblemException.of(CommonProblems.INVALID_FIELDS, "safeguards.nextReview")
                        .field("safeguards.nextReview")
                        .with("errors", List.of(error("safeguards.nextReview", "purpose.review-not-ahead", language)));
            case Refused.AsksForNewConsent(List<String> changed) ->
                ProblemException.of(NEEDS_MAJOR_VERSION, String.join(", ", changed))
                        .field("change");
            case Refused.ChangedMeanwhile() -> ProblemException.of(CommonProblems.STALE);
            case Refused.DraftOutdated(String code, int version) -> ProblemException.of(DRAFT_OUTDATED, code, version);
            case Refused.CodeTaken(String code) ->
                ProblemException.of(PURPOSE_EXISTS, code).field("code");
            case Refused.Unknown(String code) -> ProblemException.of(CommonProblems.NOT_FOUND);
            case Refused.Retired(String code) -> ProblemException.of(PURPOSE_RETIRED, code);
        };
    }

    /** A rule that a draft breaks, in words. */
    DraftResponse.Fault fault(Refused refused, Locale language) {
        ProblemException problem = of(refused, language);
        String slug = problem.type().slug();
        return new DraftResponse.Fault(
                slug,
                texts.getMessage("problem." + slug + ".detail", problem.args().toArray(), language));
    }

    /** Each missing item by its place in the body, with a text. */
    List<Map<String, String>> missing(List<String> items, Locale language) {
        return items.stream()
                .map(item -> error(item, "purpose.item-missing", language))
                .toList();
    }

    private Map<String, String> error(String field, String text, Locale language) {
        return Map.of("field", field, "message", texts.getMessage(text, null, language));
    }
}

package vn.edu.privacy.notification.portal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.request.application.Particulars;
import vn.edu.privacy.notification.request.domain.Appeal;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.platform.page.Times;

/** Puts into words what a requester asked for beyond codes, and what became of it. */
@Component
class OutcomeWords {
    private final MessageSource texts;
    private final Times times;

    OutcomeWords(MessageSource texts, Times times) {
        this.texts = texts;
        this.times = times;
    }

    Shown.@Nullable Appealed appealed(@Nullable Appeal appeal, Locale locale) {
        return switch (appeal) {
            case null -> null;
            case Appeal.Lodged lodged -> new Shown.Appealed(lodged.text(), lodged.lodgedAt(), true, "", "");
            case Appeal.Dismissed dismissed ->
                new Shown.Appealed(
                        dismissed.text(),
                        dismissed.lodgedAt(),
                        false,
                        text("appeal.DISMISSED", locale),
                        dismissed.answer());
            case Appeal.Allowed allowed ->
                new Shown.Appealed(
                        allowed.text(), allowed.lodgedAt(), false, text("appeal.ALLOWED", locale), allowed.answer());
        };
    }

    static @Nullable String answer(Request request) {
        Refusal refusal = request.refusal();
        return refusal == null ? request.answer() : refusal.text();
    }

    /** What was filled in beyond codes, for whoever may read it. */
    List<String> asked(Particulars particulars, boolean own, Locale locale) {
        Particulars.Organisation organisation = particulars.organisation();
        Stream<String> everything = particulars.everything() == null
                ? Stream.empty()
                : Stream.of(text(own ? "asked.everything.own" : "asked.everything", locale));
        Stream<String> filled = Stream.concat(
                particulars.corrections().stream()
                        .map(each -> text(
                                "asked.correction",
                                locale,
                                orCode("category." + each.category(), each.category(), locale),
                                each.was() == null ? "—" : each.was(),
                                each.value())),
                organisation == null
                        ? Stream.empty()
                        : Stream.of(text(
                                organisation.inSector() ? "asked.organisation" : "asked.outside",
                                locale,
                                organisation.name(),
                                organisation.consentDocument())));
        return Stream.concat(everything, filled).toList();
    }

    /** A text, or the code where nobody has put it into words. */
    String orCode(String key, String code, Locale locale) {
        return Objects.requireNonNullElse(texts.getMessage("rights." + key, null, code, locale), code);
    }

    List<Shown.Outcome> outcomes(Request request, List<KnownPurpose> shown, Locale locale) {
        return switch (request) {
            case Restriction.AwaitingConfirmation awaiting -> List.of();
            case Restriction restriction ->
                restriction.purposes().stream()
                        .map(each -> new Shown.Outcome(
                                named(each.code(), shown, locale),
                                outcome(each, restriction.facts().isOwn(), locale)))
                        .toList();
            case Deletion deletion ->
                deletion.purposes().stream()
                        .map(each ->
                                new Shown.Outcome(named(each.code(), shown, locale), outcome(deletion, each, locale)))
                        .toList();
            default -> List.of();
        };
    }

    private String outcome(RestrictedPurpose purpose, boolean own, Locale locale) {
        Instant applied = purpose.appliedAt();
        Instant lifted = purpose.liftedAt();
        String why = purpose.liftRefusal() == null ? purpose.refusal() : purpose.liftRefusal();
        if (lifted != null) {
            return text("outcome.lifted", locale, times.exact(lifted));
        }
        String now = applied == null ? null : text("outcome.applied", locale, times.exact(applied));
        if (why == null) {
            return now == null ? text(own ? "outcome.telling" : "outcome.waiting", locale) : now;
        }
        return now == null ? text("reason." + why, locale) : now + ". " + text("reason." + why, locale);
    }

    private String outcome(Deletion deletion, ErasedPurpose purpose, Locale locale) {
        Instant erased = purpose.erasedAt();
        if (erased != null) {
            return text("outcome.erased", locale, times.exact(erased));
        }
        return purpose.refusal() == null
                ? text(deletion.state() == RequestState.APPROVED ? "outcome.erasing" : "outcome.there", locale)
                : text("reason." + purpose.refusal(), locale);
    }

    /** A purpose by its name. */
    static String named(String code, List<KnownPurpose> purposes, Locale locale) {
        return purposes.stream()
                .filter(known -> known.code().equals(code))
                .map(known -> known.name(locale.getLanguage()))
                .findFirst()
                .orElse(code);
    }

    private String text(String key, Locale locale, Object... args) {
        return texts.getMessage("rights." + key, args, locale);
    }
}

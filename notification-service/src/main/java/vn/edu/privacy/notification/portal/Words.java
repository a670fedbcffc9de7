package vn.edu.privacy.notification.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.deadline.Extension;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.holder.Directory.StudentName;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.request.application.Grounds;
import vn.edu.privacy.notification.request.application.RequestDetails;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.request.application.TimelineEntry;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.platform.page.Times;

/** Puts requests into words, in the page's language. */
@Component
class Words {
    private static final Duration SOON = Duration.ofDays(1);
    private static final Set<String> ABOUT_CLOCKS = Set.of("REMINDED", "OVERDUE");
    private static final StudentName NAMELESS = new StudentName("—", "");

    private final MessageSource texts;
    private final Times times;
    private final Clock clock;
    private final HolderRegistry registry;
    private final Grounds grounds;
    private final OutcomeWords outcomes;

    Words(
            MessageSource texts,
            Times times,
            Clock clock,
            HolderRegistry registry,
            Grounds grounds,
            OutcomeWords outcomes) {
        this.texts = texts;
        this.times = times;
        this.clock = clock;
        this.registry = registry;
        this.grounds = grounds;
        this.outcomes = outcomes;
    }

    Shown of(RequestDetails details, @Nullable StudentName student, Locale locale) {
        Request request = details.stored().request();
        Facts facts = request.facts();
        StudentName name = facts.isOwn() ? new StudentName(text("own.name", locale), "") : named(student);
        String key = request.type() + "." + request.state();
        return new Shown(
                facts.id(),
                facts.reference(),
                request.type(),
                request.state(),
                details.stored().version(),
                title(request.type(), details.shown(), locale),
                look(request.state()),
                text("state." + key, locale),
                meaning(facts, key, locale),
                name.name(),
                name.className(),
                facts.receivedAt(),
                details.clocks().stream().map(running -> due(running, locale)).toList(),
                details.shown().stream()
                        .map(purpose -> new Shown.Consequence(
                                purpose.name(locale.getLanguage()), purpose.consequence(locale.getLanguage())))
                        .toList(),
                outcomes.outcomes(request, details.shown(), locale),
                details.steps().stream()
                        .map(step -> holder(step, details.shown(), locale))
                        .toList(),
                request.inEffectAt(),
                request.availableUntil(),
                ground(request, locale),
                details.refusalArticle(),
                OutcomeWords.answer(request),
                outcomes.appealed(details.appeal(), locale),
                grounds.authority(facts.regime(), locale.getLanguage()),
                request.isAppealable(),
                outcomes.asked(details.particulars(), facts.isOwn(), locale),
                request instanceof Provision.Shown shown ? shown.through() : null,
                request instanceof Deletion deletion ? text("deletion." + deletion.ground(), locale) : null,
                details.reason(),
                extended(details.extension()),
                details.stored().assignee(),
                moving(request, details.steps()));
    }

    private static StudentName named(@Nullable StudentName student) {
        return student == null ? NAMELESS : student;
    }

    /** What happens to own data happens at its holders alone. */
    private String meaning(Facts facts, String key, Locale locale) {
        String general = text("meaning." + key, locale);
        return facts.isOwn()
                ? Objects.requireNonNullElse(
                        texts.getMessage("rights.own.meaning." + key, null, general, locale), general)
                : general;
    }

    List<Shown.Event> events(List<TimelineEntry> timeline, RequestDetails details, Locale locale) {
        return timeline.stream()
                .map(entry -> new Shown.Event(
                        text("event." + entry.event(), locale, named(entry, details, locale)), entry.at()))
                .toList();
    }

    String text(String key, Locale locale, Object... args) {
        return texts.getMessage("rights." + key, args, locale);
    }

    private String title(RequestType type, List<KnownPurpose> purposes, Locale locale) {
        String asked = text("type." + type, locale);
        return purposes.isEmpty()
                ? asked
                : asked + ": "
                        + purposes.stream()
                                .map(purpose -> purpose.name(locale.getLanguage()))
                                .collect(Collectors.joining(", "));
    }

    private Shown.Due due(RunningClock running, Locale locale) {
        Instant now = clock.instant();
        Instant before = running.extendedFrom();
        return new Shown.Due(
                text("clock." + running.code(), locale),
                running.due(),
                until(running.due(), locale),
                times.remaining(running.due(), locale),
                running.due().isBefore(now.plus(SOON)),
                running.article(),
                running.metAt(),
                before == null ? null : until(before, locale),
                running.pausedAt() != null);
    }

    private static Shown.@Nullable Extended extended(@Nullable Extension extension) {
        return extension == null
                ? null
                : new Shown.Extended(extension.days(), extension.reason(), extension.article(), extension.grantedAt());
    }

    private Shown.Holder holder(Step step, List<KnownPurpose> purposes, Locale locale) {
        boolean done = step.state().done();
        String state = why(step, text("step." + step.state(), locale), locale);
        String purpose = OutcomeWords.named(step.purpose(), purposes, locale);
        return new Shown.Holder(
                step.name(locale.getLanguage()),
                purpose,
                done ? state : text("step.todo", locale, text("action." + step.action(), locale), state),
                done ? "done" : "now",
                step.since(),
                until(step.due(), locale),
                done);
    }

    /** Why not, where the holder or the officer says so by a code that people know. */
    private String why(Step step, String state, Locale locale) {
        String reason = step.reason();
        return reason == null || reason.startsWith("HTTP_")
                ? state
                : text("step.because", locale, state, text("why." + reason, locale));
    }

    /** People say the day that ends, not the midnight after it. */
    private String until(Instant due, Locale locale) {
        return due.atZone(Times.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? text("due.day", locale, times.date(due.minusNanos(1)))
                : text("due.moment", locale, times.instant(due));
    }

    /** A deadline, holder or purpose by its name; grounds and other codes are not said here. */
    private String named(TimelineEntry entry, RequestDetails details, Locale locale) {
        String code = entry.detail();
        if (code == null) {
            return "";
        }
        if (ABOUT_CLOCKS.contains(entry.event())) {
            return text("clock." + code, locale);
        }
        String language = locale.getLanguage();
        return details.steps().stream()
                .filter(step -> step.holder().equals(code))
                .map(step -> step.name(language))
                .findFirst()
                .or(() -> registry.find(code).map(holder -> holder.name(language)))
                .or(() -> details.shown().stream()
                        .filter(purpose -> purpose.code().equals(code))
                        .map(purpose -> purpose.name(language))
                        .findFirst())
                .orElse(code);
    }

    private @Nullable String ground(Request request, Locale locale) {
        Refusal refusal = request.refusal();
        String reason = request.notInEffectReason();
        if (refusal != null) {
            return text("ground." + refusal.ground(), locale);
        }
        if (request.stopReason() != null) {
            return text("stop." + request.stopReason(), locale);
        }
        return reason == null ? null : text("reason." + reason, locale);
    }

    private static boolean moving(Request request, List<Step> steps) {
        return switch (request) {
            case Withdrawal.Received received -> true;
            case Withdrawal.InEffect inEffect -> isAnyoneAtIt(steps);
            case Restriction own when own.facts().isOwn() -> isAnyoneAtIt(steps);
            case Deletion own when own.facts().isOwn() -> isAnyoneAtIt(steps);
            case Restriction.Received received -> true;
            case Restriction.InEffect inEffect -> isAnyoneAtIt(steps);
            case Restriction.Lifting lifting -> true;
            case Deletion.Approved approved -> true;
            case Deletion.InEffect inEffect -> isAnyoneAtIt(steps);
            case Rectification.Approved approved -> isAnyoneAtIt(steps);
            case Access.Approved approved -> true;
            default -> false;
        };
    }

    private static boolean isAnyoneAtIt(List<Step> steps) {
        return steps.stream().anyMatch(step -> step.state() == Step.State.PENDING || step.state() == Step.State.TOLD);
    }

    private static String look(RequestState state) {
        return switch (state) {
            case IN_EFFECT, COMPLETED, AVAILABLE, ANSWERED -> "yes";
            case NOT_IN_EFFECT, GATHERING_FAILED -> "stop";
            case REFUSED, CANCELLED, EXPIRED, LIFTED, STOPPED -> "no";
            case AWAITING_CONFIRMATION, RECEIVED, APPROVED, AWAITING_RELEASE, LIFTING -> "wait";
        };
    }
}

package vn.edu.privacy.notification.incident.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.incident.application.IncidentDetails;
import vn.edu.privacy.notification.incident.application.Incidents;
import vn.edu.privacy.notification.incident.domain.IncidentClock;
import vn.edu.privacy.notification.incident.domain.IncidentRefused;
import vn.edu.privacy.notification.incident.domain.IncidentState;
import vn.edu.privacy.notification.language.InLanguage;
import vn.edu.privacy.platform.page.Times;
import vn.edu.privacy.platform.problem.ProblemException;

/** Puts violations into words, in the page's language. */
@Component
class IncidentWords {
    private static final Duration SOON = Duration.ofDays(1);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final MessageSource texts;
    private final Regimes regimes;
    private final Times times;
    private final Clock clock;

    IncidentWords(MessageSource texts, Regimes regimes, Times times, Clock clock) {
        this.texts = texts;
        this.regimes = regimes;
        this.times = times;
        this.clock = clock;
    }

    String text(String key, Locale locale, Object... args) {
        return texts.getMessage("incident." + key, args, locale);
    }

    /** Constants by their words, in their order. */
    String list(Collection<? extends Enum<?>> constants, String family, Locale locale) {
        return constants.stream()
                .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
                .map(constant -> text(family + "." + constant.name(), locale))
                .collect(Collectors.joining(", "));
    }

    /** The deadlines, the nearest first. */
    List<Due> dues(IncidentDetails details, Locale locale) {
        Instant now = clock.instant();
        return details.clocks().stream()
                .map(each -> new Due(
                        text("clock." + each.code(), locale),
                        law(each.regime(), locale),
                        each.article(),
                        each.due(),
                        text(counted(each), locale),
                        each.metAt(),
                        each.isMissed(now),
                        each.metAt() == null && each.due().isBefore(now.plus(SOON)),
                        times.remaining(each.due(), locale)))
                .toList();
    }

    /** The nearest deadline that still runs; null when none does. */
    @Nullable
    Due next(IncidentDetails details, Locale locale) {
        return dues(details, locale).stream()
                .filter(due -> due.metAt() == null)
                .findFirst()
                .orElse(null);
    }

    /** Why something was refused, in words for the page that the form stands on. */
    String refusal(Throwable refused, Locale locale) {
        if (refused instanceof Typed.InvalidForm invalid) {
            return text("form.invalid", locale, text("field." + invalid.field(), locale));
        }
        IncidentRefused rules = (IncidentRefused) refused;
        ProblemException problem = IncidentProblems.problem(rules);
        String missing =
                rules.missing().stream().map(code -> missing(code, locale)).collect(Collectors.joining(", "));
        return texts.getMessage("problem." + problem.type().slug() + ".detail", new Object[] {missing}, locale);
    }

    /** What happened, oldest first. */
    List<Event> events(List<Incidents.Entry> timeline, Locale locale) {
        return timeline.stream()
                .map(entry -> new Event(text("event." + entry.event(), locale, detail(entry, locale)), entry.at()))
                .toList();
    }

    /** A time as a field of a form takes it. */
    String field(@Nullable Instant at) {
        return at == null ? "" : FIELD.format(at.atZone(Times.ZONE));
    }

    /** Now, as a field of a form takes it. */
    String now() {
        return field(clock.instant());
    }

    static String look(IncidentState state) {
        return switch (state) {
            case DETECTED, ASSESSED -> "stop";
            case NOTIFIED_IN_PART -> "wait";
            case BELOW_THRESHOLD, NOTIFIED, REMEDIED -> "no";
            case CLOSED -> "yes";
        };
    }

    private String missing(String code, Locale locale) {
        return words(List.of("content.", "step."), code, locale);
    }

    /** Codes that have words are said in words; laws by their titles. */
    private String detail(Incidents.Entry entry, Locale locale) {
        String code = entry.detail();
        if (code == null) {
            return "";
        }
        return entry.event().equals("OVERDUE")
                ? law(code, locale)
                : words(List.of("state.", "step.", "nature."), code, locale);
    }

    private String law(String regime, Locale locale) {
        return InLanguage.of(regimes.byId(regime).titles(), locale.getLanguage(), regime);
    }

    private String words(List<String> families, String code, Locale locale) {
        for (String family : families) {
            String words = texts.getMessage("incident." + family + code, null, "", locale);
            if (words != null && !words.isEmpty()) {
                return words;
            }
        }
        return code;
    }

    private static String counted(IncidentClock clock) {
        return clock.occurrenceUnknown() ? "counted.UNKNOWN" : "counted." + clock.countedFrom();
    }

    /**
     * A deadline in words.
     *
     * @param who is to be told
     * @param law by which law
     * @param article where it comes from
     * @param due until when, exclusive
     * @param counted from which moment
     * @param metAt when they were told
     * @param missed whether not in time
     * @param soon whether less than a day is left, or none
     * @param left "còn 5 giờ 40 phút"
     */
    record Due(
            String who,
            String law,
            String article,
            Instant due,
            String counted,
            @Nullable Instant metAt,
            boolean missed,
            boolean soon,
            String left) {}

    /**
     * One thing that happened.
     *
     * @param text in words
     * @param at when
     */
    record Event(String text, Instant at) {}
}

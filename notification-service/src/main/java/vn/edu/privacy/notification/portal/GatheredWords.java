package vn.edu.privacy.notification.portal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.access.HeldData;
import vn.edu.privacy.notification.access.HolderLine;
import vn.edu.privacy.notification.access.LeftOut;
import vn.edu.privacy.notification.access.OwnRecords;
import vn.edu.privacy.notification.access.Review;
import vn.edu.privacy.notification.access.ShownHolder;
import vn.edu.privacy.notification.holder.HolderRegistry;

/** Puts what was gathered, and how far each holder is, into words in the page's language. */
@Component
class GatheredWords {
    private final HolderRegistry registry;
    private final Words words;

    GatheredWords(HolderRegistry registry, Words words) {
        this.registry = registry;
        this.words = words;
    }

    /** What the requester sees of a holder. */
    Held shown(ShownHolder held, Locale locale) {
        String language = locale.getLanguage();
        return new Held(
                name(held.holder(), language),
                held.state() == ShownHolder.State.SHOWN,
                switch (held.state()) {
                    case SHOWN -> "";
                    case MISSING -> words.text("holder.MISSING", locale);
                    case SETTLED -> words.text("settled." + held.settlement(), locale);
                },
                held.asOf(),
                held.items().stream()
                        .map(item -> new Held.Item(
                                item.label(language), item.value(language), item.taken() == HeldData.Taken.PART))
                        .toList(),
                Stream.concat(
                                omissions("leftOut.items", held.leftOut(), locale),
                                omissions("leftOut.words", held.covered(), locale))
                        .toList());
    }

    private Stream<String> omissions(String sentence, Map<LeftOut, Long> byReason, Locale locale) {
        return byReason.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> words.text(
                        sentence, locale, entry.getValue(), words.text("leftOut." + entry.getKey(), locale)));
    }

    /** How far each holder is. */
    List<Line> lines(List<HolderLine> lines, Locale locale) {
        return lines.stream().map(line -> line(line, locale)).toList();
    }

    private Line line(HolderLine line, Locale locale) {
        String text = switch (line.state()) {
            case ASKED, BY_HAND, ANSWERED -> words.text("line." + line.state(), locale);
            case SETTLED -> words.text("settled." + line.note(), locale);
        };
        return new Line(
                line.holder(),
                name(line.holder(), locale.getLanguage()),
                text,
                line.state() == HolderLine.State.ASKED && line.note() != null
                        ? words.text("missing." + line.note(), locale)
                        : null,
                line.isOver() ? "done" : "now",
                line.at(),
                !line.isOver());
    }

    /** What an officer looks through. */
    Reviewed reviewed(Review.Answer answer, Locale locale) {
        String language = locale.getLanguage();
        return new Reviewed(
                answer.holder(),
                name(answer.holder(), language),
                answer.asOf(),
                answer.items().stream()
                        .map(item -> new Reviewed.Item(
                                answer.holder() + "." + item.position(),
                                item.data().label(language),
                                item.data().value(language),
                                item.sensitive(),
                                item.proposed(),
                                item.isGone()))
                        .toList());
    }

    private String name(String holder, String language) {
        return OwnRecords.name(registry, holder, language);
    }

    /**
     * What the requester sees of a holder.
     *
     * @param name the holder
     * @param shown whether its answer is there
     * @param text what is with it when it is not; empty when it is
     * @param asOf when it looked
     * @param items in its order
     * @param leftOut what was left out and why, a sentence for each reason
     */
    record Held(
            String name,
            boolean shown,
            String text,
            @Nullable Instant asOf,
            List<Item> items,
            List<String> leftOut) {
        /**
         * One piece of data.
         *
         * @param label what it is
         * @param value as it is to be read
         * @param partly whether part of it was taken out
         */
        record Item(String label, String value, boolean partly) {}
    }

    /**
     * How far a holder is.
     *
     * @param holder its code
     * @param name the holder
     * @param text how far
     * @param why why it has not answered; for officers
     * @param look class of the step
     * @param since since when
     * @param settleable whether an officer may settle it
     */
    record Line(
            String holder,
            String name,
            String text,
            @Nullable String why,
            String look,
            Instant since,
            boolean settleable) {}

    /**
     * What an officer looks through of a holder.
     *
     * @param holder its code
     * @param name the holder
     * @param asOf when it looked
     * @param items in its order
     */
    record Reviewed(String holder, String name, Instant asOf, List<Item> items) {
        /**
         * One piece of data.
         *
         * @param field names it in the form
         * @param label what it is
         * @param value as the holder sent it
         * @param sensitive whether it is sensitive
         * @param proposed why it is left out unless decided otherwise
         * @param gone whether it was taken out for good
         */
        record Item(
                String field,
                String label,
                String value,
                boolean sensitive,
                @Nullable LeftOut proposed,
                boolean gone) {}
    }
}

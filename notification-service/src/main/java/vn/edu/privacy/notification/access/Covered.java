package vn.edu.privacy.notification.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches of a value that are not shown, where the rest of it is the person's own (Decree 13 art. 9.3); only where they
 * are, never what they say. None stands for the whole value.
 *
 * @param stretches in order, apart from each other
 */
record Covered(List<Stretch> stretches) {
    /** The whole value. */
    static final Covered ALL = new Covered(List.of());

    private static final String HIDDEN = "•••";

    Covered {
        stretches = List.copyOf(stretches);
    }

    /**
     * Wherever one of some words stands in a value.
     *
     * @throws WordsNotFound when one of them stands nowhere
     */
    static Covered of(String value, List<String> words) {
        List<Stretch> found = new ArrayList<>();
        for (String word : words) {
            int at = value.indexOf(word);
            if (at < 0) {
                throw new WordsNotFound();
            }
            for (; at >= 0; at = value.indexOf(word, at + 1)) {
                found.add(new Stretch(at, at + word.length()));
            }
        }
        return new Covered(apart(found));
    }

    private static List<Stretch> apart(List<Stretch> found) {
        List<Stretch> apart = new ArrayList<>();
        found.sort(Comparator.comparingInt(Stretch::from));
        for (Stretch each : found) {
            Stretch last = apart.isEmpty() ? null : apart.getLast();
            if (last != null && each.from() <= last.to()) {
                apart.set(apart.size() - 1, new Stretch(last.from(), Math.max(last.to(), each.to())));
            } else {
                apart.add(each);
            }
        }
        return apart;
    }

    /** As they are kept: where each begins and ends, one after the other. */
    static Covered of(Integer[] bounds) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            stretches.add(new Stretch(bounds[i], bounds[i + 1]));
        }
        return new Covered(stretches);
    }

    Integer[] bounds() {
        return stretches.stream()
                .flatMap(each -> List.of(each.from(), each.to()).stream())
                .toArray(Integer[]::new);
    }

    /** Whether nothing of the value is shown. */
    boolean isAll() {
        return stretches.isEmpty();
    }

    /** What is left to be read. */
    String in(String value) {
        StringBuilder shown = new StringBuilder(value);
        for (Stretch each : stretches.reversed()) {
            shown.replace(each.from(), each.to(), HIDDEN);
        }
        return shown.toString();
    }

    /**
     * One of them.
     *
     * @param from where it begins, from 0
     * @param to where it ends, exclusive
     */
    record Stretch(int from, int to) {}

    /** Words to be covered that do not stand in the value. */
    static final class WordsNotFound extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

package vn.edu.privacy.notification.request.application;

import java.util.Collection;
import java.util.List;

/**
 * Data that the law has a school keep, so that nobody may delete it: school reports, mark books … (Decree 13 art. 16.2.a,
 * 16.2.b; R-DEL-02). The list is the unit's, as retention rules differ.
 *
 * @param entries by data category
 */
public record KeptByLaw(List<Entry> entries) {
    public KeptByLaw {
        entries = List.copyOf(entries);
    }

    /** What of these categories is kept. */
    public List<Entry> among(Collection<String> categories) {
        return entries.stream()
                .filter(entry -> categories.contains(entry.category()))
                .toList();
    }

    /**
     * One category that is kept.
     *
     * @param category its code
     * @param provision what has it kept
     */
    public record Entry(String category, String provision) {}
}

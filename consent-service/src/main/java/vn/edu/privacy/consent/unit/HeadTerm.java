package vn.edu.privacy.consent.unit;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time in which one person answers for a unit (par. 1.6). The next begins where it ends, so that there is always one.
 *
 * @param personId who
 * @param name as everybody may read it
 * @param position by language
 * @param from first day, Asia/Ho_Chi_Minh
 * @param until first day of the next; absent when none is known
 */
record HeadTerm(
        String personId,
        String name,
        Map<String, String> position,
        LocalDate from,
        @Nullable LocalDate until) {
    HeadTerm {
        position = Map.copyOf(position);
    }
}

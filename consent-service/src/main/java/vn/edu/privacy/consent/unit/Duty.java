package vn.edu.privacy.consent.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does a task of a purpose in a unit (par. 2.2; S-09).
 *
 * @param id its own
 * @param purpose the purpose's code
 * @param task what is to be done
 * @param personId who does it
 * @param from first day, Asia/Ho_Chi_Minh
 * @param until first day that it is no longer theirs; absent while it is
 */
record Duty(
        UUID id,
        String purpose,
        Task task,
        String personId,
        LocalDate from,
        @Nullable LocalDate until) {
    /** What every purpose needs somebody for. */
    enum Task {
        /** To collect the data. */
        COLLECT,
        /** To keep it right and safe. */
        KEEP,
        /** To share it, where that is allowed. */
        SHARE,
        /** To answer people's requests about it. */
        ANSWER
    }
}

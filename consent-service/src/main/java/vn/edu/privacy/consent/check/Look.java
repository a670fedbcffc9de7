package vn.edu.privacy.consent.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one system asked about a student on one day.
 *
 * @param day in Asia/Ho_Chi_Minh
 * @param schoolId for which school it asked
 * @param system its registered name; absent when nobody registered one
 * @param client its client in the realm; absent in what was logged before that was kept
 * @param times how often it asked; a batch is once, whatever number of students and purposes is in it
 * @param first when it first asked that day
 * @param last when it last did
 * @param purposes what for, by code
 */
public record Look(
        LocalDate day,
        String schoolId,
        @Nullable String system,
        @Nullable String client,
        long times,
        Instant first,
        Instant last,
        List<ForPurpose> purposes) {
    public Look {
        purposes = List.copyOf(purposes);
    }

    /**
     * What was answered for one purpose.
     *
     * @param code the purpose
     * @param name in plain words; the code when nobody published such a purpose
     * @param permitted how often it might be used
     * @param restricted how often it might be kept and nothing else
     * @param denied how often it might not
     */
    public record ForPurpose(String code, String name, long permitted, long restricted, long denied) {}

    /**
     * A page of them, newest first.
     *
     * @param looks at most as many as asked for
     * @param next where the next page begins; absent after the last one
     */
    public record Page(List<Look> looks, @Nullable String next) {
        public Page {
            looks = List.copyOf(looks);
        }
    }
}

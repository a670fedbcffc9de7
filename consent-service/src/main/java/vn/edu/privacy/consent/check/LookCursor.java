package vn.edu.privacy.consent.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a page of looks ended: the next one begins after it.
 *
 * @param day of the last look
 * @param schoolId of it
 * @param caller of it
 */
record LookCursor(LocalDate day, String schoolId, String caller) {
    private static final String BETWEEN = "\n";

    /** Before the first page. */
    static LookCursor start(LocalDate today) {
        return new LookCursor(today.plusDays(1), "", "");
    }

    /** What was written; empty when it is none of ours. */
    static Optional<LookCursor> read(String written) {
        try {
            List<String> parts = List.of(new String(Base64.getUrlDecoder().decode(written), UTF_8).split(BETWEEN, -1));
            return parts.size() == 3
                    ? Optional.of(new LookCursor(LocalDate.parse(parts.get(0)), parts.get(1), parts.get(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    /** As it stands in an address. */
    String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        String.join(BETWEEN, day.toString(), schoolId, caller).getBytes(UTF_8));
    }
}

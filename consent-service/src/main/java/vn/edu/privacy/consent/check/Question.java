package vn.edu.privacy.consent.check;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a school asks; one cell per student and purpose.
 *
 * @param client the caller's client in the realm, by which it is named to the family
 * @param behalf the client for which the caller asks, when it is another than its own
 * @param categories the kinds of data asked about; all of the purpose's when absent
 * @param handling what is to be done with it, and how
 */
record Question(
        UUID checkId,
        String caller,
        @Nullable String client,
        @Nullable String behalf,
        String schoolId,
        List<UUID> students,
        List<String> purposes,
        @Nullable List<String> categories,
        Handling handling) {}

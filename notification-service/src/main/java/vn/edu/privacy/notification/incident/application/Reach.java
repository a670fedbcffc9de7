package vn.edu.privacy.notification.incident.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the people concerned were told.
 *
 * @param criterion how they were found
 * @param students how many students are concerned
 * @param told of how many students the people were told
 * @param alone of how many students nobody is known who could be told
 * @param people how many people were told: guardians, and students from the age of deciding too
 * @param delivered how many of them got a message that leads to the notice
 * @param waiting how many messages are on their way
 * @param unreached how many of them no message can reach, and who have not opened the notice by themselves
 * @param read how many of them opened the notice
 * @param orderedAt when the telling was ordered; null while it was not
 */
public record Reach(
        Criterion criterion,
        long students,
        long told,
        long alone,
        long people,
        long delivered,
        long waiting,
        long unreached,
        long read,
        @Nullable Instant orderedAt) {
    /** Whether somebody has to be told in public, since not everybody can be reached (R-BR-11). */
    public boolean isIncomplete() {
        return alone > 0 || unreached > 0;
    }
}

package vn.edu.privacy.consent.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.ConsentState;

/**
 * One purpose on a child's page.
 *
 * @param code the purpose
 * @param name in plain words, in the page's language
 * @param sensitive whether it uses sensitive data
 * @param state what the record amounts to
 * @param look class of the state's tag
 * @param label the state in words
 * @param meaning what it means for the school
 * @param acts each person's latest decision, oldest first
 * @param lastDay last day on which the agreement holds if nobody decides anything
 * @param place where it stands on the page
 * @param step what the reader can do beside withdrawing
 * @param withdrawable whether an agreement stands that the reader may withdraw
 */
record Card(
        String code,
        String name,
        boolean sensitive,
        ConsentState state,
        String look,
        String label,
        String meaning,
        List<Act> acts,
        @Nullable LocalDate lastDay,
        Place place,
        Step step,
        boolean withdrawable) {

    /** Where a purpose stands on the page. */
    enum Place {
        /** The reader's answer is wanted. */
        WAITING,
        /** Nothing is wanted of the reader. */
        SETTLED
    }

    /** What the reader can do about a purpose. */
    enum Step {
        /** Answer for the first time. */
        ANSWER,
        /** Answer otherwise than before. */
        CHANGE,
        /** Nothing: the law does not ask the reader, or the record is closed. */
        NONE
    }

    /**
     * A decision in words.
     *
     * @param id names the receipt
     * @param text "Mẹ đồng ý"
     * @param at when
     */
    record Act(UUID id, String text, Instant at) {}
}

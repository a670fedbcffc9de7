package vn.edu.privacy.consent.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.ReadConsents.PurposeConsent;

/**
 * All that one reader is asked, child by child and purpose by purpose, one thing after the other. It is no decision of
 * its own: each thing keeps its own notice and its own answer (Decree 13 art. 11.4), and what is left out stays unanswered
 * (art. 11.6). Where the reader stands follows from the time at which the sitting began, so that nothing need be kept.
 *
 * @param began when
 * @param things in their order: what waits, and what the reader has answered since the beginning
 */
record Sitting(Instant began, List<Thing> things) {
    private static final Duration LONGEST = Duration.ofHours(12);

    Sitting {
        things = List.copyOf(things);
    }

    /** The beginning that an address names; empty when it names none, or none of today. */
    static Optional<Instant> began(@Nullable Long millis, Instant now) {
        return Optional.ofNullable(millis)
                .map(Instant::ofEpochMilli)
                .filter(began -> !began.isAfter(now) && began.isAfter(now.minus(LONGEST)));
    }

    /** The first thing that waits. */
    Optional<Thing> first() {
        return things.stream().filter(Thing::waiting).findFirst();
    }

    /** The first thing that waits behind this one; what was put off before it does not come back by itself. */
    Optional<Thing> after(UUID studentId, String code) {
        return things.stream()
                .skip(number(studentId, code))
                .filter(Thing::waiting)
                .findFirst();
    }

    /** Which of the things this is, from 1; 0 when it is none of them. */
    int number(UUID studentId, String code) {
        for (int i = 0; i < things.size(); i++) {
            if (things.get(i).isOf(studentId, code)) {
                return i + 1;
            }
        }
        return 0;
    }

    /**
     * One purpose for one child.
     *
     * @param child the child
     * @param consent what stands
     * @param answered what the reader decided in this sitting
     */
    record Thing(Child child, PurposeConsent consent, Optional<LedgerEntry> answered) {
        /** Whether the reader's answer is still wanted. */
        boolean waiting() {
            return answered.isEmpty();
        }

        String code() {
            return consent.purpose().code();
        }

        private boolean isOf(UUID studentId, String purpose) {
            return child.id().equals(studentId) && code().equals(purpose);
        }
    }

    /**
     * Where a purpose's page stands in a sitting; public for the templates.
     *
     * @param began names the sitting
     * @param number which thing it is, from 1
     * @param total how many there are
     * @param later address of the thing behind it, or of the summary
     * @param stop address of the summary
     * @param done what was recorded on the page before
     */
    record Step(long began, int number, int total, String later, String stop, Optional<Done> done) {}

    /**
     * What was recorded; public for the templates.
     *
     * @param child whose
     * @param id names the receipt
     * @param text the confirmation
     */
    record Done(Child child, UUID id, String text) {}
}

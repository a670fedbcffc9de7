package vn.edu.privacy.notification.portal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RequestType;

/**
 * A request in words.
 *
 * @param id the request
 * @param reference what people write and say
 * @param type what was asked
 * @param state how far it is
 * @param version as the reader saw it
 * @param title "Rút lại sự đồng ý: Xe đưa đón"
 * @param look class of the state's tag
 * @param label the state in words
 * @param meaning what that means for the reader
 * @param student the student's name; a dash while the directory is away
 * @param className the class today; empty when it is not known
 * @param receivedAt when it was received
 * @param dues its deadlines, nearest first
 * @param consequences what withdrawing means, by purpose
 * @param outcomes what became of each purpose that is restricted, objected to or deleted
 * @param holders how far each holder is
 * @param inEffectAt since when a withdrawal or restriction is in effect
 * @param availableUntil until when data can be seen
 * @param ground why it was refused, or not put into effect
 * @param article the provision of that
 * @param answer the officer's words to it
 * @param appeal the appeal against that
 * @param authority whom to turn to after the last answer of the unit
 * @param contestable whether its answer can be appealed against
 * @param filledIn what was filled in, line by line
 * @param through the request by which data that was to be provided is seen
 * @param why why data is to be deleted
 * @param words what the requester wrote
 * @param extension the one extension of its deadline
 * @param assignee who handles it
 * @param moving whether the page may change by itself in the next moments
 */
record Shown(
        UUID id,
        String reference,
        RequestType type,
        RequestState state,
        long version,
        String title,
        String look,
        String label,
        String meaning,
        String student,
        String className,
        Instant receivedAt,
        List<Due> dues,
        List<Consequence> consequences,
        List<Outcome> outcomes,
        List<Holder> holders,
        @Nullable Instant inEffectAt,
        @Nullable Instant availableUntil,
        @Nullable String ground,
        @Nullable String article,
        @Nullable String answer,
        @Nullable Appealed appeal,
        String authority,
        boolean contestable,
        List<String> filledIn,
        @Nullable UUID through,
        @Nullable String why,
        @Nullable String words,
        @Nullable Extended extension,
        @Nullable String assignee,
        boolean moving) {

    /** Whether it restricts processing, or objects to it. */
    public boolean restriction() {
        return type == RequestType.RESTRICT || type == RequestType.OBJECT;
    }

    /** Whether an officer decides on it now. */
    public boolean ruled() {
        return switch (type) {
            case ACCESS -> state == RequestState.RECEIVED || state == RequestState.GATHERING_FAILED;
            case DELETE, RECTIFY, PROVIDE -> state == RequestState.RECEIVED;
            default -> false;
        };
    }

    /** Whether an officer answers it, or records that data was handed over. */
    public boolean answered() {
        return (type == RequestType.COMPLAIN && state == RequestState.RECEIVED)
                || (type == RequestType.PROVIDE && state == RequestState.APPROVED);
    }

    /** Whether an officer can refuse it now. */
    public boolean refusable() {
        return settled()
                || (ruled() && state == RequestState.RECEIVED)
                || (type == RequestType.COMPLAIN && state == RequestState.RECEIVED)
                || (type == RequestType.RECTIFY && state == RequestState.APPROVED);
    }

    /** Whether its requester can take it back. */
    public boolean cancellable() {
        return state == RequestState.AWAITING_CONFIRMATION
                || (state == RequestState.RECEIVED && type != RequestType.WITHDRAW && !restriction());
    }

    /** Whether an officer answers for what could not be put into effect. */
    public boolean settled() {
        return state == RequestState.NOT_IN_EFFECT;
    }

    /** Whether its requester can appeal. */
    public boolean appealable() {
        return contestable && appeal == null;
    }

    /** Whether its requester can lift it. */
    public boolean liftable() {
        return restriction() && (state == RequestState.IN_EFFECT || state == RequestState.COMPLETED);
    }

    /** The nearest deadline that still runs. */
    public @Nullable Due next() {
        return dues.stream().filter(due -> due.metAt() == null).findFirst().orElse(null);
    }

    /** Whether the deadlines stand still, because the requester has to answer. */
    public boolean asked() {
        return dues.stream().anyMatch(due -> due.metAt() == null && due.paused());
    }

    /**
     * A deadline.
     *
     * @param step what is to be done
     * @param due until when, exclusive
     * @param until the same in words, "hạn hết ngày 27/11/2026"
     * @param left "còn 5 giờ 40 phút"
     * @param soon whether less than a day is left, or none
     * @param article where it comes from
     * @param metAt when it was done
     * @param before until when before it was extended, in words
     * @param paused whether it stands still
     */
    record Due(
            String step,
            Instant due,
            String until,
            String left,
            boolean soon,
            String article,
            @Nullable Instant metAt,
            @Nullable String before,
            boolean paused) {}

    /**
     * The one extension of a deadline.
     *
     * @param days by how many days
     * @param reason the officer's words
     * @param article the provision that allows it
     * @param at when
     */
    record Extended(int days, String reason, String article, Instant at) {}

    /**
     * What withdrawing one purpose means.
     *
     * @param name the purpose
     * @param text the consequences
     */
    record Consequence(String name, String text) {}

    /**
     * What became of one purpose.
     *
     * @param name the purpose
     * @param text in words
     */
    record Outcome(String name, String text) {}

    /**
     * How far a holder is.
     *
     * @param name the holder
     * @param purpose what it stops doing
     * @param text how far it is, in words
     * @param look class of the step
     * @param since since when
     * @param until when it has to be done, in words
     * @param done whether it has stopped
     */
    record Holder(String name, String purpose, String text, String look, Instant since, String until, boolean done) {}

    /**
     * An appeal.
     *
     * @param text the requester's words
     * @param at when it was lodged
     * @param open whether it waits to be decided
     * @param decision what was decided, in words; empty while it waits
     * @param answer the head's words; empty while it waits
     */
    record Appealed(String text, Instant at, boolean open, String decision, String answer) {}

    /**
     * One thing that happened.
     *
     * @param text in words
     * @param at when
     */
    record Event(String text, Instant at) {}
}

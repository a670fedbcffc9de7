package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a request came in at the desk (Decree 13 art. 14.5, R-PROV-03): who stood there, how that was checked, and what
 * they were promised.
 *
 * @param requestId the request
 * @param enteredBy person id of the officer who wrote it down
 * @param enteredAt when
 * @param capacity as what the requester stood there, by the roster
 * @param identity by which paper the officer knew them
 * @param help whether the officer helped to fill it in
 * @param handOver how they wish to be answered
 * @param language of what was printed for them
 * @param words what was typed, kept sealed
 * @param checkNeeded whether a second person has to compare the entry with the document that the authority comes from
 * @param check that it was done
 */
public record DeskEntry(
        UUID requestId,
        UUID enteredBy,
        Instant enteredAt,
        String capacity,
        Identity identity,
        Help help,
        HandOver handOver,
        String language,
        Words words,
        boolean checkNeeded,
        @Nullable Check check) {

    /** Whether nothing may be decided yet. */
    public boolean waits() {
        return checkNeeded && check == null;
    }

    /** By what an officer knew who stood there. */
    public enum Identity {
        /** A citizen's identity card. */
        CITIZEN_ID,
        /** A passport. */
        PASSPORT,
        /** A birth certificate, of a child. */
        BIRTH_CERTIFICATE,
        /** The school's own card. */
        STUDENT_CARD,
        /** The officer knows them. */
        KNOWN_AT_SCHOOL
    }

    /** How much of the form the officer filled in. */
    public enum Help {
        /** Nothing; the person wrote it. */
        NONE,
        /** Some of it. */
        HELPED,
        /** All of it, for somebody who cannot read or write (art. 14.5). */
        WRITTEN_FOR
    }

    /** In which form the answer is given; never as a file (letter 8343, 1.5). */
    public enum Form {
        /** On the portal's pages. */
        ON_SCREEN,
        /** On paper, handed over at the school. */
        ON_PAPER
    }

    /**
     * How the answer is handed over.
     *
     * @param form on what
     * @param at from when; when it is done, at the latest by the deadline, where absent
     */
    public record HandOver(Form form, @Nullable Instant at) {}

    /**
     * What was typed, kept sealed under the subject's key.
     *
     * @param about which data, naming document, file or record (art. 14.6.b)
     * @param place where the answer is handed over
     * @param number of the identity paper, only where the authorisation names it
     * @param authorisation reference of the document that the authority comes from
     * @param lateReason why it is entered later than it was received
     */
    public record Words(
            @Nullable String about,
            @Nullable String place,
            @Nullable String number,
            @Nullable String authorisation,
            @Nullable String lateReason) {
        /** What is left once the key was destroyed. */
        public static final Words NONE = new Words(null, null, null, null, null);
    }

    /**
     * The second person's check.
     *
     * @param by person id
     * @param at when
     */
    public record Check(UUID by, Instant at) {}
}

package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.util.List;

/** What came of an officer's wish to change the catalogue. */
sealed interface Publication {
    /** Done. */
    record Published(PublishedPurpose purpose) implements Publication {}

    /** The rules say no. */
    sealed interface Refused extends Publication {
        /** Items of the notice that are missing (R-NOT-02). */
        record NoticeIncomplete(List<String> items) implements Refused {}

        /** Sensitive categories in a purpose that does not say so (R-CON-08). */
        record SensitiveNotFlagged(List<String> categories) implements Refused {}

        /** Texts with a link to a form service (letter 8343 par. 1.4, S-06). */
        record LinksToForm(List<String> places) implements Refused {
            public LinksToForm {
                places = List.copyOf(places);
            }
        }

        /** Outside the closed list of the sector (S-11). */
        record CategoryNotAllowed(String category) implements Refused {}

        /** The last day lies before the first. */
        record EndsBeforeItBegins() implements Refused {}

        /** The next review of processing without consent does not lie ahead (R-EXC-02). */
        record ReviewNotAhead(LocalDate nextReview) implements Refused {}

        /** A MINOR version that changes what people agreed to (R-NOT-05). */
        record AsksForNewConsent(List<String> changed) implements Refused {}

        /** Somebody else changed the draft meanwhile. */
        record ChangedMeanwhile() implements Refused {}

        /** Another version came into force since the draft was saved. */
        record DraftOutdated(String code, int version) implements Refused {}

        /** There is a purpose of that code. */
        record CodeTaken(String code) implements Refused {}

        /** There is no purpose of that code. */
        record Unknown(String code) implements Refused {}

        /** The purpose has ended. */
        record Retired(String code) implements Refused {}
    }
}

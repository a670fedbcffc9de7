package vn.edu.privacy.consent.campaign.application;

import java.time.LocalDate;
import java.util.Set;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.ReadConsents.PurposeConsent;
import vn.edu.privacy.consent.consent.application.RecordTerms;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * Whose answer is wanted: what the pages show as waiting and what invitations and reminders speak of are one and the same.
 * Silence leaves it wanted, however long it lasts (R-CON-06).
 */
public final class AwaitedAnswers {
    private static final Set<ConsentState> CLOSED =
            Set.of(ConsentState.ENDED, ConsentState.RESTRICTED, ConsentState.EXPIRED, ConsentState.AWAITING_CHECK);

    private final RecordTerms terms;

    /** By the ages of the regime upheld. */
    public AwaitedAnswers(RecordTerms terms) {
        this.terms = terms;
    }

    /** Whether nobody's answer changes anything on a record in that state. */
    public static boolean closed(ConsentState state) {
        return CLOSED.contains(state);
    }

    /** Whether the law asks that side about a purpose on that day (R-CH-02, R-CH-11, R-CH-24). */
    public boolean asked(PublishedPurpose purpose, StudentFacts facts, Side side, LocalDate today) {
        return terms.requiredSides(facts, purpose, today).contains(side);
    }

    /** Whether the law asks that side about any purpose on that day (R-CH-02, R-CH-24). */
    public boolean asked(StudentFacts facts, Side side, LocalDate today) {
        return terms.requiredSides(facts, today).contains(side);
    }

    /**
     * Whether that side's answer is wanted for one purpose.
     *
     * @param consent what stands; never wanted where no consent is needed
     * @param facts about the student
     * @param side whose answer
     * @param today in Asia/Ho_Chi_Minh
     */
    public boolean wanted(PurposeConsent consent, StudentFacts facts, Side side, LocalDate today) {
        Evaluation evaluation = consent.evaluation().orElse(null);
        if (evaluation == null || closed(evaluation.state()) || !asked(consent.purpose(), facts, side, today)) {
            return false;
        }
        return switch (evaluation.state()) {
            case AWAITING_RECONFIRMATION -> true;
            case STALE ->
                consent.decisions().stream()
                        .filter(entry -> entry.kind() == EntryKind.GIVEN && speaksFor(side, entry, facts, today))
                        .noneMatch(entry ->
                                entry.majorVersion() >= consent.purpose().lastMajorVersion());
            default -> evaluation.missing().contains(side);
        };
    }

    private static boolean speaksFor(Side side, LedgerEntry entry, StudentFacts facts, LocalDate today) {
        if (side == Side.STUDENT) {
            return entry.capacity() == Capacity.SELF;
        }
        return entry.capacity() != Capacity.SELF
                && facts.guardians().stream()
                        .anyMatch(relation -> relation.personId().equals(entry.party()) && relation.inForce(today));
    }
}

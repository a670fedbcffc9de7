package vn.edu.privacy.consent.paper.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.announcement.Announcement;
import vn.edu.privacy.consent.announcement.AnnouncementKind;
import vn.edu.privacy.consent.announcement.Announcements;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.application.Recorded;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.purpose.ServedNotice;
import vn.edu.privacy.consent.purpose.ServedNotices;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * A child's own answer, given in front of somebody of the school who shows it the notice in the child's words (R-CH-26). It
 * is the child's decision, not that of whoever writes it down: nobody of the child's family may do that, and an agreement
 * counts once a second person has checked it. Runs in the caller's transaction.
 */
public final class RecordSupervised {
    /** How the will was expressed, as the ledger says it. */
    public static final String METHOD = "SUPERVISED";

    private final ServedNotices notices;
    private final RecordDecisions decisions;
    private final Announcements announcements;
    private final Clock clock;

    /** Collaborators: proofs of notice, recording, telling officers, and time. */
    public RecordSupervised(
            ServedNotices notices, RecordDecisions decisions, Announcements announcements, Clock clock) {
        this.notices = notices;
        this.decisions = decisions;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Keeps that the child is being shown the notice in force.
     *
     * @param child who is asked
     * @param purpose its code
     * @param language in which language
     * @param supervisor who shows it
     * @throws PaperRefused (as an error signal) for a purpose that asks nobody or is not told in that language, and for
     *     somebody of the child's family
     */
    public Mono<ServedNotice> show(StudentFacts child, String purpose, String language, UUID supervisor) {
        return strangerOnly(child, supervisor)
                .then(notices.serve(party(child), child.studentId(), purpose, language))
                .switchIfEmpty(PaperRefused.because(PaperRefused.Reason.NOTHING_TO_ASK));
    }

    /**
     * Records what the child answered.
     *
     * @throws PaperRefused (as an error signal) for a withdrawal, which is a request, and for somebody of the family;
     *     {@link vn.edu.privacy.consent.consent.application.DecisionRefused} where the law does not ask the child
     */
    public Mono<Recorded> record(StudentFacts child, Answer answer) {
        if (answer.decision() == DecisionKind.WITHDRAWN) {
            return PaperRefused.because(PaperRefused.Reason.WITHDRAWN_ELSEWHERE);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ConsentRules.ZONE);
        DecisionOrder order = new DecisionOrder(
                child.studentId(),
                party(child),
                METHOD,
                List.of(DecisionOrder.Item.plain(answer.purpose(), answer.decision(), answer.notice(), false)),
                Optional.of(new DecisionOrder.Desk(answer.supervisor(), today, answer.reference(), false)));
        return strangerOnly(child, answer.supervisor())
                .then(decisions.record(order))
                .map(List::getFirst)
                .delayUntil(recorded -> announcements.tell(
                        Announcement.toOfficers(AnnouncementKind.PAPER_TO_CHECK, child.schoolId(), clock.instant())
                                .about(child.studentId())
                                .onPurpose(answer.purpose())));
    }

    /** A child without a login is named by the student's id. */
    private static UUID party(StudentFacts child) {
        return Objects.requireNonNullElse(child.personId(), child.studentId());
    }

    /** A teacher who is the child's mother is its mother here: no parent speaks for the child (R-CH-26). */
    private static Mono<Void> strangerOnly(StudentFacts child, UUID supervisor) {
        boolean family = supervisor.equals(child.personId())
                || child.guardians().stream()
                        .anyMatch(relation -> relation.personId().equals(supervisor));
        return family ? PaperRefused.because(PaperRefused.Reason.SUPERVISOR_IS_FAMILY) : Mono.empty();
    }

    /**
     * What a child answered.
     *
     * @param purpose its code
     * @param decision GIVEN or REFUSED
     * @param notice the notice that was shown
     * @param supervisor in front of whom
     * @param reference where the school has noted it; no personal data
     */
    public record Answer(String purpose, DecisionKind decision, UUID notice, UUID supervisor, String reference) {}
}

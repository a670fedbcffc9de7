package vn.edu.privacy.consent.paper.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.announcement.Announcement;
import vn.edu.privacy.consent.announcement.AnnouncementKind;
import vn.edu.privacy.consent.announcement.Announcements;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.DecisionDesk;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.application.Recorded;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.paper.domain.FormNumber;
import vn.edu.privacy.consent.paper.domain.PrintedForm;
import vn.edu.privacy.consent.purpose.ServedNotices;

/**
 * Enters what somebody signed on a printed form, or answered to it by message or voice. The form proves which notice the
 * person had; an agreement counts once a second person has compared the entry with the paper. Runs in the caller's
 * transaction.
 */
public final class EnterAtDesk implements DecisionDesk {
    private final PrintedForms forms;
    private final ServedNotices notices;
    private final NewerDecisions newer;
    private final RecordDecisions decisions;
    private final Announcements announcements;
    private final Clock clock;

    /** Collaborators: forms, proofs of notice, the ledger, recording, telling officers, and time. */
    public EnterAtDesk(
            PrintedForms forms,
            ServedNotices notices,
            Consents consents,
            RecordDecisions decisions,
            Announcements announcements,
            Clock clock) {
        this.forms = forms;
        this.notices = notices;
        this.newer = new NewerDecisions(consents);
        this.decisions = decisions;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Mono<Recorded> enter(Entry entry) {
        return Mono.justOrEmpty(FormNumber.read(entry.form()))
                .flatMap(forms::find)
                .filter(form -> isFor(form, entry))
                .switchIfEmpty(PaperRefused.because(PaperRefused.Reason.UNKNOWN_FORM))
                .flatMap(form -> enter(entry, form));
    }

    private Mono<Recorded> enter(Entry entry, PrintedForm form) {
        if (entry.answer().kind() == DecisionKind.WITHDRAWN) {
            return PaperRefused.because(PaperRefused.Reason.WITHDRAWN_ELSEWHERE);
        }
        LocalDate printed = LocalDate.ofInstant(form.printedAt(), ConsentRules.ZONE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ConsentRules.ZONE);
        if (entry.expressedOn().isBefore(printed) || entry.expressedOn().isAfter(today)) {
            return PaperRefused.because(PaperRefused.Reason.DATE_IMPOSSIBLE);
        }
        return newer.stand(form.studentId(), entry.party(), form.purpose(), entry.expressedOn())
                .flatMap(overtaken -> overtaken
                        ? PaperRefused.<Recorded>because(PaperRefused.Reason.NEWER_DECISION)
                        : record(entry, form))
                .delayUntil(recorded -> announcements.tell(
                        Announcement.toOfficers(AnnouncementKind.PAPER_TO_CHECK, form.schoolId(), clock.instant())
                                .about(form.studentId())
                                .onPurpose(form.purpose())));
    }

    private Mono<Recorded> record(Entry entry, PrintedForm form) {
        return notices.servedOnPaper(
                        entry.party(),
                        form.studentId(),
                        form.purpose(),
                        form.version(),
                        PrintedForm.FIRST_LANGUAGE,
                        form.printedAt())
                .flatMap(notice -> decisions.record(order(entry, form, notice.id())))
                .map(List::getFirst);
    }

    private static DecisionOrder order(Entry entry, PrintedForm form, UUID noticeId) {
        DecisionOrder.Item answer = entry.answer();
        return new DecisionOrder(
                form.studentId(),
                entry.party(),
                entry.method().name(),
                List.of(new DecisionOrder.Item(
                        form.purpose(),
                        answer.kind(),
                        noticeId,
                        answer.categories(),
                        false,
                        answer.conditions(),
                        answer.lastDay())),
                Optional.of(new DecisionOrder.Desk(
                        entry.enteredBy(), entry.expressedOn(), reference(entry, form.number()), false)));
    }

    /** The form's number leads to the paper; where the school files it stands behind. */
    private static String reference(Entry entry, FormNumber number) {
        return entry.reference() == null ? number.toString() : number + " / " + entry.reference();
    }

    private static boolean isFor(PrintedForm form, Entry entry) {
        return form.studentId().equals(entry.studentId())
                && form.schoolId().equals(entry.schoolId())
                && form.purpose().equals(entry.answer().purpose());
    }
}

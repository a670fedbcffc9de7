package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Rectification;

/** An officer approves a correction, and those who hold the data are told what is right (Law 91 art. 13.2, R-REC-02). */
public final class RuleOnRectification {
    private final Course course;
    private final Requests requests;
    private final Carrying carrying;
    private final CompleteRequest completion;
    private final Clock clock;

    public RuleOnRectification(
            Course course, Requests requests, Carrying carrying, CompleteRequest completion, Clock clock) {
        this.course = course;
        this.requests = requests;
        this.carrying = carrying;
        this.completion = completion;
        this.clock = clock;
    }

    Mono<StoredRequest> approve(StoredRequest found, Rectification.Received received, Officer officer) {
        Instant now = clock.instant();
        UUID id = received.facts().id();
        Rectification.Approved approved = received.approve();
        return requests.particulars(List.of(received.facts()))
                .flatMap(byRequest -> Mono.justOrEmpty(byRequest.get(id)))
                // the student's key was destroyed: nobody can say any more what was to be put right
                .switchIfEmpty(Course.refused(Reason.WRONG_STATE))
                .flatMap(asked -> course.move(found, approved, Happening.byOfficer(now, officer, "APPROVED", null))
                        .delayUntil(saved -> course.met(approved, Course.ACKNOWLEDGED, now))
                        .delayUntil(saved -> course.tell(approved, NoticeKind.REQUEST_APPROVED, now))
                        .delayUntil(saved -> carry(approved, asked.corrections())));
    }

    private Mono<Void> carry(Rectification.Approved approved, List<Correction> corrections) {
        List<String> categories =
                corrections.stream().map(Correction::category).distinct().toList();
        List<HolderOrder.Target> targets = approved.purposes().stream()
                .map(purpose -> new HolderOrder.Target(purpose.code(), List.of(), categories))
                .toList();
        return carrying.start(HolderOrder.rectify(approved.facts(), targets, corrections))
                .flatMap(somebody -> somebody
                        ? Mono.empty()
                        : completion.complete(approved.facts().id()));
    }
}

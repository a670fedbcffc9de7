package vn.edu.privacy.notification.carrying;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.notice.Notices;
import vn.edu.privacy.notification.notice.OfficerOrder;
import vn.edu.privacy.notification.request.application.CompleteRequest;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.Step;

/** Puts before the officers of the school, once each, what a holder refuses, does not answer or has not done in time. */
@Component
class Escalations {
    private final Tasks tasks;
    private final Requests requests;
    private final CompleteRequest completion;
    private final Notices notices;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Escalations(
            Tasks tasks,
            Requests requests,
            CompleteRequest completion,
            Notices notices,
            TransactionalOperator transaction,
            Clock clock) {
        this.tasks = tasks;
        this.requests = requests;
        this.completion = completion;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${privacy.carrying.escalation-interval:PT10S}")
    Mono<Void> run() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return tasks.overdue(now)
                    .flatMapMany(Flux::fromIterable)
                    .concatMapDelayError(task -> silence(task, now).as(transaction::transactional))
                    .then(escalate(now).as(transaction::transactional));
        });
    }

    private Mono<Void> silence(Task task, Instant now) {
        return Mono.justOrEmpty(task.requestId())
                .flatMap(requests::lock)
                .then(tasks.silence(task, now))
                .filter(silent -> silent)
                .flatMap(silent -> Mono.justOrEmpty(task.requestId()))
                .flatMap(requestId -> completion.stepped(requestId, task.holder(), Step.State.SILENT));
    }

    private Mono<Void> escalate(Instant now) {
        return tasks.escalate(now)
                .flatMapMany(Flux::fromIterable)
                .concatMap(task -> notices.tellOfficers(new OfficerOrder(
                        task.schoolId(),
                        NoticeKind.HOLDER_TASK,
                        task.requestId(),
                        task.studentId(),
                        task.purpose(),
                        now)))
                .then();
    }
}

package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.notice.Notices;
import vn.edu.privacy.notification.notice.OfficerOrder;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Question;

/** The requester answers, or does not in time; the clocks go on, later by as long as they stood still (R-DL-03). */
public final class CloseQuestion {
    private final Course course;
    private final Questions questions;
    private final Authority authority;
    private final Deadlines deadlines;
    private final Clocks clocks;
    private final Notices notices;
    private final Clock clock;

    public CloseQuestion(
            Course course,
            Questions questions,
            Authority authority,
            Deadlines deadlines,
            Clocks clocks,
            Notices notices,
            Clock clock) {
        this.course = course;
        this.questions = questions;
        this.authority = authority;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The requester answers; joins the caller's transaction.
     *
     * @throws RequestRefused (in the Mono) when it is not the requester's request, there is no such question, or it is
     *     closed
     */
    public Mono<StoredRequest> answer(UUID id, UUID requester, int number, String text) {
        Instant now = clock.instant();
        return course.ownLocked(id, requester)
                .delayUntil(found -> found.request().facts().isOwn()
                        ? Mono.empty()
                        : authority
                                .of(requester, found.request().facts().studentId(), Matters.of(found.request()))
                                .switchIfEmpty(Course.refused(Reason.UNKNOWN_REQUEST)))
                .flatMap(found -> open(found.request().facts(), number)
                        .flatMap(question -> close(found, question.answered(now), Actor.REQUESTER, "ANSWERED", text))
                        .delayUntil(saved -> tellOfficers(found, NoticeKind.QUESTION_ANSWERED, now)));
    }

    /** The time to answer is over; joins the caller's transaction. Without such a question nothing happens. */
    public Mono<Void> lapse(UUID id) {
        Instant now = clock.instant();
        return course.locked(id)
                .flatMap(found -> questions
                        .of(found.request().facts())
                        .flatMap(all -> Mono.justOrEmpty(all.stream()
                                .map(Questions.Written::question)
                                .filter(Question.Open.class::isInstance)
                                .map(Question.Open.class::cast)
                                .filter(open -> !now.isBefore(open.asked().answerBy()))
                                .findFirst()))
                        .flatMap(open -> lapse(found, open, now)));
    }

    private Mono<Void> lapse(StoredRequest found, Question.Open question, Instant now) {
        UUID id = found.request().facts().id();
        return clocks.of(List.of(id))
                .map(all -> all.getOrDefault(id, List.of()).stream().anyMatch(RunningClock::measuresWork))
                .flatMap(goesOn -> goesOn
                        ? close(found, question.lapsed(now), Actor.SYSTEM, "UNANSWERED", null)
                                .then(tellOfficers(found, NoticeKind.QUESTION_UNANSWERED, now))
                        : questions.close(found.request().facts(), question.dropped(now), null));
    }

    private Mono<Question.Open> open(Facts facts, int number) {
        return questions.of(facts).flatMap(all -> {
            Question asked = all.stream()
                    .map(Questions.Written::question)
                    .filter(each -> each.asked().number() == number)
                    .findFirst()
                    .orElse(null);
            if (asked == null) {
                return Course.refused(Reason.UNKNOWN_REQUEST);
            }
            return asked instanceof Question.Open open ? Mono.just(open) : Course.refused(Reason.QUESTION_CLOSED);
        });
    }

    private Mono<StoredRequest> close(
            StoredRequest found, Question closed, Actor actor, String event, @Nullable String answer) {
        Facts facts = found.request().facts();
        Instant now = clock.instant();
        return course.move(
                        found,
                        found.request(),
                        Happening.of(now, actor, event, closed.asked().about().name()))
                .delayUntil(saved -> questions.close(facts, closed, answer))
                .delayUntil(saved -> closed.asked().pauses() ? resume(found, now) : Mono.empty());
    }

    private Mono<Void> resume(StoredRequest found, Instant now) {
        Facts facts = found.request().facts();
        return clocks.of(List.of(facts.id()))
                .map(all -> deadlines.resumed(
                        found.request().type().name(),
                        facts.receivedAt(),
                        all.getOrDefault(facts.id(), List.of()),
                        now))
                .flatMap(moved -> clocks.resume(facts.id(), facts.receivedAt(), moved));
    }

    private Mono<Void> tellOfficers(StoredRequest found, NoticeKind kind, Instant now) {
        Facts facts = found.request().facts();
        return notices.tellOfficers(new OfficerOrder(facts.schoolId(), kind, facts.id(), facts.studentId(), null, now));
    }
}

package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.notice.NoticeOrder;
import vn.edu.privacy.notification.notice.Notices;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Question;
import vn.edu.privacy.notification.request.domain.RequestState;

/**
 * An officer asks the requester for what is missing (R-DL-03). Asking is a reply, which the clock of the reply measures.
 * The other clocks stand still while the requester has to answer, once for each thing that can be missing: asking for the
 * same again takes no more time from the requester.
 */
public final class AskRequester {
    private final Course course;
    private final Questions questions;
    private final Clocks clocks;
    private final Notices notices;
    private final Clock clock;
    private final Duration patience;

    /**
     * The use case.
     *
     * @param patience how long the requester has to answer, in whole days of Viet Nam
     */
    public AskRequester(
            Course course, Questions questions, Clocks clocks, Notices notices, Clock clock, Duration patience) {
        this.course = course;
        this.questions = questions;
        this.clocks = clocks;
        this.notices = notices;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Asks; joins the caller's transaction.
     *
     * @param seen the version that the officer saw, or null
     * @throws RequestRefused (in the Mono) unknown to this officer, moved on since, nothing left to do, or a question is
     *     still open
     */
    public Mono<StoredRequest> ask(UUID id, Officer officer, @Nullable Long seen, Question.About about, String text) {
        return course.lockedFor(id, officer, seen).flatMap(found -> {
            Facts facts = found.request().facts();
            return Mono.zip(questions.of(facts), clocks.of(List.of(id)))
                    .flatMap(known -> ask(
                            found,
                            officer,
                            about,
                            text,
                            known.getT1(),
                            known.getT2().getOrDefault(id, List.of())));
        });
    }

    private Mono<StoredRequest> ask(
            StoredRequest found,
            Officer officer,
            Question.About about,
            String text,
            List<Questions.Written> before,
            List<RunningClock> running) {
        if (found.request().state() == RequestState.AWAITING_CONFIRMATION
                || running.stream().noneMatch(RunningClock::measuresWork)) {
            return Course.refused(Reason.WRONG_STATE);
        }
        if (before.stream().anyMatch(each -> each.question() instanceof Question.Open)) {
            return Course.refused(Reason.QUESTION_OPEN);
        }
        Instant now = clock.instant();
        Facts facts = found.request().facts();
        boolean first =
                before.stream().noneMatch(each -> each.question().asked().about() == about);
        Question.Open question = new Question.Open(new Question.Asked(
                facts.id(), before.size() + 1, about, now, Deadlines.endOfDayAfter(now, patience), first));
        return course.move(found, found.request(), Happening.byOfficer(now, officer, "ASKED", about.name()))
                .delayUntil(saved -> questions.ask(facts, question, officer.id(), text))
                .delayUntil(saved -> course.met(found.request(), Course.ACKNOWLEDGED, now))
                .delayUntil(saved -> first ? clocks.pause(facts.id(), now) : Mono.empty())
                .delayUntil(saved -> notices.tell(new NoticeOrder(
                        List.of(facts.requester()),
                        NoticeKind.REQUEST_QUESTION,
                        facts.id(),
                        now,
                        question.asked().number())));
    }
}

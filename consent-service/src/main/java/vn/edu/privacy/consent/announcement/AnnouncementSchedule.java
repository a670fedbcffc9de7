package vn.edu.privacy.consent.announcement;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is told by the clock. Several instances may be at it at once: each person is told by one of them. */
@Component
class AnnouncementSchedule {
    private final BirthdaysAhead birthdays;
    private final EndingConsents endings;
    private final EndedConsents ended;

    AnnouncementSchedule(BirthdaysAhead birthdays, EndingConsents endings, EndedConsents ended) {
        this.birthdays = birthdays;
        this.endings = endings;
        this.ended = ended;
    }

    @Scheduled(fixedDelayString = "${privacy.announcements.ahead-interval:PT1H}")
    Mono<Void> tellAhead() {
        return birthdays.run().then(endings.run());
    }

    @Scheduled(fixedDelayString = "${privacy.announcements.ended-interval:PT2S}")
    Mono<Void> tellOfEnded() {
        return ended.run();
    }
}

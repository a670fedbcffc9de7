package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.edu.privacy.platform.testing.RealParts;

/** A violation told to people and to officers, on PostgreSQL and SMTP. */
@RealParts
class IncidentNoticeIT {
    private static final Surroundings AROUND = new Surroundings();

    private final UUID incident = UUID.randomUUID();
    private final String mailbox = UUID.randomUUID() + "@gia-dinh.example";

    @Autowired
    private IncidentNotices notices;

    @Autowired
    private Inbox inbox;

    @Autowired
    private OfficerNotices officers;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        AROUND.configure(registry);
    }

    @AfterAll
    static void stop() {
        AROUND.stop();
    }

    @Test
    void isToldOnceWithALinkToWhatHappenedAndNothingOfIt() throws Exception {
        UUID mother = AROUND.person(mailbox, "vi");

        notices.tell(incident, List.of(mother), Instant.now()).block();
        notices.tell(incident, List.of(mother), Instant.now()).block();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !AROUND.mailsTo(mailbox).isEmpty());
        List<MimeMessage> mails = AROUND.mailsTo(mailbox);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject()).isEqualTo("Có vi phạm liên quan đến dữ liệu cá nhân");
        assertThat(mails.getFirst().getContent().toString())
                .contains("https://cong.example/rights/n/")
                .doesNotContain(Surroundings.NAME, incident.toString());
        assertThat(inbox.newest(mother).block())
                .singleElement()
                .extracting(told -> told.matter().incidentId())
                .isEqualTo(incident);
    }

    @Test
    void officersOfThatSchoolAloneHearOfTheDeadlineOnce() {
        String school = "truong-" + incident.toString().substring(0, 8);
        UUID id = UUID.randomUUID();

        officers.tell(school, id, NoticeKind.INCIDENT_DUE, incident, Instant.now())
                .block();
        officers.tell(school, id, NoticeKind.INCIDENT_DUE, incident, Instant.now())
                .block();

        assertThat(officers.list(school).block()).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(NoticeKind.INCIDENT_DUE);
            assertThat(item.matter().incidentId()).isEqualTo(incident);
        });
        assertThat(officers.unseen(school + "-khac").block()).isZero();
    }
}

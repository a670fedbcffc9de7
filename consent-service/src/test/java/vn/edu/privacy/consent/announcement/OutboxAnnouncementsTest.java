package vn.edu.privacy.consent.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.messaging.Outbox;
import vn.edu.privacy.platform.messaging.OutgoingEvent;

class OutboxAnnouncementsTest {
    private static final Instant AT = Instant.parse("2026-11-24T07:02:07.123456Z");

    private final List<OutgoingEvent> sent = new ArrayList<>();
    private final Announcements announcements = new OutboxAnnouncements(new Outbox() {
        @Override
        public Mono<Void> append(OutgoingEvent event) {
            return append(List.of(event));
        }

        @Override
        public Mono<Void> append(List<OutgoingEvent> events) {
            return Mono.fromRunnable(() -> sent.addAll(events));
        }
    });

    @Test
    void theKindsAreThoseOfTheContract() throws IOException {
        try (InputStream schema = Objects.requireNonNull(
                NoticeDueV1.class.getResourceAsStream("/contracts/events/schemas/" + NoticeDueV1.TYPE + ".json"))) {
            JsonNode kinds = new JsonMapper().readTree(schema).at("/properties/kind/enum");
            assertThat(kinds.valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(AnnouncementKind.values())
                            .map(Enum::name)
                            .toList());
        }
    }

    @Test
    void whatConcernsAStudentIsKeyedByTheStudent() {
        UUID student = UUID.randomUUID();
        UUID mother = UUID.randomUUID();
        LocalDate day = LocalDate.of(2026, 12, 24);
        tell(Announcement.toPeople(AnnouncementKind.CONSENT_EXPIRING, List.of(mother, mother), AT)
                .about(student)
                .onPurpose("health-record")
                .on(day));
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().topic()).isEqualTo(Topics.NOTICES);
        assertThat(sent.getFirst().key()).isEqualTo(student.toString());
        NoticeDueV1 told = told(0);
        assertThat(told)
                .isEqualTo(new NoticeDueV1(
                        told.noticeId(),
                        "CONSENT_EXPIRING",
                        student,
                        List.of(mother),
                        null,
                        "health-record",
                        null,
                        day,
                        AT));
    }

    @Test
    void whatConcernsNoSingleStudentIsKeyedByCampaignOrSchool() {
        UUID campaign = UUID.randomUUID();
        tell(
                Announcement.toPeople(AnnouncementKind.CAMPAIGN_INVITATION, List.of(UUID.randomUUID()), AT)
                        .inCampaign(campaign),
                Announcement.toOfficers(AnnouncementKind.PAPER_TO_CHECK, "hoa-sen", AT));
        assertThat(sent).extracting(OutgoingEvent::key).containsExactly(campaign.toString(), "hoa-sen");
    }

    @Test
    void manyPeopleAreToldInSeveralEventsAndOfficersOnce() {
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(1001).toList();
        tell(new Announcement(AnnouncementKind.CAMPAIGN_REMINDER, people, "hoa-sen", null, null, null, null, AT));
        assertThat(sent).hasSize(3);
        assertThat(List.of(told(0), told(1), told(2)))
                .extracting(each -> each.recipients().size())
                .containsExactly(500, 500, 1);
        assertThat(Stream.of(0, 1, 2).flatMap(i -> told(i).recipients().stream()))
                .containsExactlyElementsOf(people);
        assertThat(Stream.of(0, 1, 2).map(i -> told(i).officersOfSchool())).containsExactly("hoa-sen", null, null);
        assertThat(Stream.of(0, 1, 2).map(i -> told(i).noticeId()).distinct()).hasSize(3);
    }

    @Test
    void anAnnouncementToNobodyIsLeftOut() {
        tell(Announcement.toPeople(AnnouncementKind.BIRTHDAY_AHEAD, List.of(), AT));
        assertThat(sent).isEmpty();
    }

    private void tell(Announcement... told) {
        StepVerifier.create(announcements.tell(List.of(told))).verifyComplete();
    }

    private NoticeDueV1 told(int index) {
        return (NoticeDueV1) sent.get(index).data();
    }
}

package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** What a school's officers and its head have to look at, and who else does not see it. */
class OfficerNoticesIT extends RightsCase {
    private static final String LIST = "/officer/notices";

    @Autowired
    private ApplicationContext context;

    private final UUID notice = UUID.randomUUID();
    private final String school = "truong-" + notice.toString().substring(0, 8);
    private Browser officer;

    @BeforeEach
    void open() {
        officer = Browser.officer(context, school);
    }

    @Test
    @Rule("R-CH-22")
    void theHeadOfTheUnitAndTheOfficersHearOfAConflictOnce() {
        HOLDERS.knows(student, "Trần Gia Hân", "8B");
        conflict();
        conflict();

        for (Browser reader : List.of(officer, Browser.staff(context, Role.HEAD_OF_UNIT, school))) {
            Page page = reader.open(LIST);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html())
                    .contains("Người giám hộ không thống nhất", "Trần Gia Hân", "8B", "Xe đưa đón", "24/12/2026")
                    .contains("Có việc chưa ai xem: 1")
                    .containsOnlyOnce("id=\"n-" + notice);
        }
        assertThat(officer.open("/officer/requests").html()).contains("Việc cần xem: 1 chưa xem");
        assertThat(officer.open(LIST + "?lang=en").html()).contains("Guardians disagree", "School transport");
    }

    @Test
    void whoLooksFirstMarksItSeenForTheSchool() {
        conflict();
        Page before = officer.open(LIST);

        assertThat(officer.send(before, reading(), Map.of()).target()).isEqualTo(LIST);

        Page after = Browser.officer(context, school).open(LIST);
        assertThat(after.html()).contains("Mọi việc đã có người xem.", "Đã xem");
        assertThat(after.offers(reading())).isFalse();
        assertThat(officer.open("/officer/requests").html()).contains("Việc cần xem: 0 chưa xem");
    }

    @Test
    @Rule("R-CH-22")
    void nobodyElseSeesIt() {
        conflict();
        Browser elsewhere = Browser.officer(context, "sao-mai");

        assertThat(elsewhere.open(LIST).html()).doesNotContain(notice.toString());
        String token = elsewhere.open("/how-to").form("/logout").get("_csrf");
        assertThat(elsewhere
                        .post(
                                reading(),
                                Map.of(
                                        "_csrf",
                                        token,
                                        "idempotencyKey",
                                        UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
        assertThat(Browser.of(context, Role.GUARDIAN, mother).open(LIST).status())
                .isEqualTo(403);
        assertThat(Browser.stranger(context).open(LIST).status()).isEqualTo(302);
        assertThat(Browser.staff(context, Role.SCHOOL_STAFF, school).open(LIST).status())
                .isEqualTo(403);
        assertThat(officer.open(LIST).offers(reading())).isTrue();
    }

    private String reading() {
        return LIST + "/" + notice + "/reading";
    }

    private void conflict() {
        Topic.send(
                Topics.NOTICES,
                student,
                NoticeDueV1.TYPE,
                new NoticeDueV1(
                        notice,
                        "CONFLICT",
                        student,
                        List.of(),
                        school,
                        TRANSPORT,
                        null,
                        LocalDate.of(2026, 12, 24),
                        Instant.now()));
        awaitRow("select count(*) from officer_notice where id = '" + notice + "'");
    }
}

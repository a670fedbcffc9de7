package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.edu.privacy.contracts.events.RestrictionAppliedV1;
import vn.edu.privacy.contracts.events.RestrictionRefusedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** Restricting and objecting on the pages of the guardian, and the officer's answer. */
class RestrictionPagesIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    private Browser parent;
    private Browser officer;

    @BeforeEach
    void open() {
        HOLDERS.knows(student, "Nguyễn Minh Anh", "4A");
        parent = Browser.of(context, Role.GUARDIAN, mother);
        officer = Browser.officer(context, SCHOOL);
    }

    @Test
    @Rule({"R-DL-02", "R-WD-05"})
    void everyRightIsChosenFromThePageOfTheStudentAndRestrictionNeedsNoReason() {
        assertThat(parent.open("/").links(rights())).isTrue();
        Page choice = parent.open(rights());
        assertThat(choice.html()).contains("Quyền về dữ liệu của Nguyễn Minh Anh", "Không cần nêu lý do");
        assertThat(choice.links(rights() + "/restrict")).isTrue();
        assertThat(choice.links(rights() + "/object")).isTrue();
        Page asking = parent.open(rights() + "/restrict");
        assertThat(asking.html())
                .contains("value=\"school-transport\"", "không bắt buộc", "72 giờ")
                .doesNotContain("value=\"marks\"", " checked");

        Page nothing = parent.send(asking, rights() + "/restrict", Map.of("reason", "Chưa <rõ>"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.html()).contains("role=\"alert\"", "href=\"#which\"", ">Chưa &lt;rõ&gt;</textarea>");

        String request = parent.send(nothing, rights() + "/restrict", Map.of("purpose", TRANSPORT))
                .target();
        Page awaiting = parent.open(request);
        assertThat(awaiting.html())
                .contains("Hạn chế xử lý: Xe đưa đón", "Hạn chế thì sao", "Con không đi xe của trường nữa.");
        assertThat(awaiting.offers(request + "/cancellation")).isTrue();
        Page unticked = parent.send(awaiting, request + "/confirmation", Map.of());
        assertThat(unticked.status()).isEqualTo(422);
        assertThat(unticked.html()).contains("Chưa hạn chế.");
        assertThat(parent.send(unticked, request + "/confirmation", Map.of("acknowledged", "read"))
                        .target())
                .isEqualTo(request);
        assertThat(parent.open(request).html()).contains("đang được ghi vào sổ", "hx-trigger=\"every 2s\"");

        tell(request, "RESTRICT");
        awaitState(motherToken(), id(request), "COMPLETED");
        Page done = parent.open(request);
        assertThat(done.html()).contains("Mọi nơi đã thực hiện", "có hiệu lực từ", "Công ty xe");
        assertThat(parent.send(done, request + "/lifting", Map.of()).target()).isEqualTo(request);
        assertThat(parent.open(request).offers(request + "/lifting")).isFalse();
        tell(request, "LIFT");
        awaitState(motherToken(), id(request), "LIFTED");
        assertThat(parent.open(request + "?lang=en").html()).contains("Lifted", "if consent still stands");
    }

    @Test
    @Rule("R-OBJ-01")
    void objectionCanBeToAnythingAndTheOfficerReadsItsWordsAndAnswers() {
        Page asking = parent.open(rights() + "/object");
        assertThat(asking.html()).contains("value=\"marks\"", "value=\"school-transport\"");
        String request = parent.send(
                        asking, rights() + "/object", Map.of("purpose", "marks", "reason", "Điểm là chuyện <riêng>."))
                .target();
        parent.send(parent.open(request), request + "/confirmation", Map.of("acknowledged", "read"));
        Topic.send(
                Topics.DECISIONS,
                student,
                RestrictionRefusedV1.TYPE,
                new RestrictionRefusedV1(
                        id(request), student, "marks", "RESTRICT", "PROCESSED_UNDER_LAW", Instant.now()));
        awaitState(motherToken(), id(request), "NOT_IN_EFFECT");
        assertThat(parent.open(request).html()).contains("Chưa có hiệu lực", "không cần sự đồng ý");

        String handling = "/officer" + request;
        assertThat(officer.open("/officer/requests").links(handling)).isTrue();
        Page page = officer.open(handling);
        assertThat(page.html()).contains("Điểm là chuyện &lt;riêng&gt;.", "Thử lại");
        assertThat(page.offers(handling + "/approval")).isTrue();
        assertThat(officer.send(
                                page,
                                handling + "/refusal",
                                Map.of("ground", "LAW_PROHIBITS", "text", "Sổ điểm được giữ theo luật."))
                        .target())
                .isEqualTo(handling);
        assertThat(parent.open(request).html()).contains("Không được chấp nhận", "Sổ điểm được giữ theo luật.");
        assertThat(officer.open("/officer/requests").links(handling)).isFalse();
    }

    @Test
    void nobodyElseFindsTheFormsOfAStudent() {
        Browser stranger = Browser.of(context, Role.GUARDIAN, UUID.randomUUID());
        for (String path : new String[] {rights(), rights() + "/restrict", rights() + "/object"}) {
            assertThat(stranger.open(path).status()).as(path).isEqualTo(404);
        }
        assertThat(parent.open(rights() + "/dance").status()).isEqualTo(404);
    }

    private String rights() {
        return "/students/" + student + "/rights";
    }

    private void tell(String request, String action) {
        Topic.send(
                Topics.DECISIONS,
                student,
                RestrictionAppliedV1.TYPE,
                new RestrictionAppliedV1(
                        id(request), student, SCHOOL, TRANSPORT, action, UUID.randomUUID(), 50, Instant.now()));
    }

    private static UUID id(String request) {
        return UUID.fromString(request.replace("/requests/", ""));
    }
}

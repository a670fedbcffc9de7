package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;

/** Withdrawing on the pages: what it means, confirming it, and following it here from consent-service. */
class WithdrawalPagesIT extends RightsCase {
    private static final long LATER = 900;

    @Autowired
    private ApplicationContext context;

    private Browser parent;

    @BeforeEach
    void open() {
        parent = Browser.of(context, Role.GUARDIAN, mother);
    }

    @Test
    @Rule({"R-WD-03", "R-CON-24"})
    void withdrawsOnlyOnceTheConsequencesAreTickedAsRead() {
        String request = withdrawal();
        Page page = parent.open(request);
        assertThat(page.html())
                .contains("Rút lại sự đồng ý: Xe đưa đón", "Con không đi xe của trường nữa.", "Chờ xác nhận")
                .doesNotContain("checked", "role=\"alert\"");

        Page unticked = parent.send(page, request + "/confirmation", Map.of());

        assertThat(unticked.status()).isEqualTo(422);
        assertThat(unticked.html()).contains("role=\"alert\"", "Chưa rút lại.", "href=\"#acknowledged\"");
        assertThat(state(request)).isEqualTo("AWAITING_CONFIRMATION");

        Page confirmed = parent.send(unticked, request + "/confirmation", Map.of("acknowledged", "read"));

        assertThat(confirmed.target()).isEqualTo(request);
        Page received = parent.open(request);
        assertThat(received.html())
                .contains("Đang thực hiện", "Đã đọc hậu quả và xác nhận", "hx-trigger=\"every 2s\"")
                .doesNotContain("Đã có hiệu lực");
        assertThat(received.offers(request + "/confirmation")).isFalse();
        assertThat(received.offers(request + "/cancellation")).isFalse();
        assertThat(state(request)).isEqualTo("RECEIVED");
    }

    @Test
    void speaksEnglishOnRequestEvenFromAFormThatWasSentBack() {
        String request = withdrawal();
        Page sentBack = parent.send(parent.open(request), request + "/confirmation", Map.of());

        assertThat(parent.open(sentBack.otherLanguage()).target()).isEqualTo(request);

        assertThat(parent.open(request).html())
                .contains("Withdraw consent: School transport", "No more bus.", "To be confirmed");
    }

    @Test
    void requestIsTakenBackBeforeItIsConfirmed() {
        String request = withdrawal();

        Page cancelled = parent.send(parent.open(request), request + "/cancellation", Map.of());

        assertThat(cancelled.target()).isEqualTo(request);
        Page page = parent.open(request);
        assertThat(page.html()).contains("Đã thôi", "không có gì thay đổi");
        assertThat(page.offers(request + "/confirmation")).isFalse();
        assertThat(state(request)).isEqualTo("CANCELLED");
    }

    @Test
    void theWayFromConsentServiceWaitsForItsEventAndThenLeadsToTheRequest() {
        DecisionRecordedV1 withdrawn = decision("WITHDRAWN", LATER);
        String way = "/withdrawals/" + withdrawn.decisionId();
        assertWaits(parent, way);

        String request = arrives(withdrawn);

        assertThat(parent.open(way).target()).isEqualTo(request);
        Page inside = parent.refresh(way);
        assertThat(inside.status()).isEqualTo(200);
        assertThat(inside.headers().getFirst("HX-Redirect")).isEqualTo(Browser.BASE + request);
        assertThat(parent.open(request).html()).contains("Ai đã được báo phải dừng", "Công ty xe", "Nhà trường");
    }

    @Test
    void anotherPersonsWithdrawalLeadsNowhere() {
        DecisionRecordedV1 withdrawn = decision("WITHDRAWN", LATER);
        String request = arrives(withdrawn);
        Browser other = Browser.of(context, Role.GUARDIAN, father);

        Page page = assertWaits(other, "/withdrawals/" + withdrawn.decisionId());

        assertThat(page.html()).doesNotContain(request, "Xe đưa đón", student.toString());
        assertWaits(other, "/withdrawals/" + UUID.randomUUID());
    }

    private static Page assertWaits(Browser reader, String way) {
        Page page = reader.open(way);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("sau vài giây", "hx-trigger=\"every 1s\"");
        assertThat(page.links(way)).isTrue();
        Page inside = reader.refresh(way);
        assertThat(inside.status()).isEqualTo(200);
        assertThat(inside.headers().containsHeader("HX-Redirect")).isFalse();
        return page;
    }

    private String arrives(DecisionRecordedV1 withdrawn) {
        tell(withdrawn);
        String opened = "from request where decision_id = '" + withdrawn.decisionId() + "'";
        awaitRow("select count(*) " + opened);
        return "/requests/"
                + database.sql("select id " + opened).mapValue(UUID.class).one().block();
    }

    private String withdrawal() {
        motherAgrees();
        Reply opened = post(
                motherToken(),
                "/v1/requests",
                Map.of("type", "WITHDRAW", "studentId", student, "purposes", List.of(TRANSPORT)));
        assertThat(opened.status()).isEqualTo(201);
        return "/requests/" + opened.id();
    }

    private String state(String request) {
        return get(motherToken(), "/v1" + request).text("state");
    }
}

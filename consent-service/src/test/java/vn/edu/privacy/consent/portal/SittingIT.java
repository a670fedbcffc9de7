package vn.edu.privacy.consent.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.consent.portal.Portal.answer;
import static vn.edu.privacy.consent.portal.Portal.hidden;
import static vn.edu.privacy.consent.portal.Portal.page;
import static vn.edu.privacy.consent.portal.Portal.post;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;

/** Three children in one sitting. In a catalogue of its own, so that it knows how many things there are. */
@RealParts
@TestPropertySource(properties = "privacy.consents.expiry-interval=PT1H")
class SittingIT {
    private static final int PURPOSES = 3;
    private static final Pattern STEP = Pattern.compile("/children/([0-9a-f-]{36})/purposes/([a-z0-9-]+)\\?sitting=.*");

    private final UUID mother = UUID.randomUUID();
    private Portal portal;
    private WebTestClient parent;
    private School school;
    private List<UUID> children = List.of();

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void enrol() {
        portal = new Portal(context);
        school = new School(portal.anybody());
        parent = portal.as(Role.GUARDIAN, mother);
        children = List.of(
                school.enrol("Nguyễn Minh Anh", 6, mother, null).id(),
                school.enrol("Nguyễn Gia Bảo", 5, mother, null).id(),
                school.enrol("Nguyễn Khánh Chi", 4, mother, null).id());
        while (waiting() < PURPOSES * children.size()) {
            school.publishNamed("Việc thứ " + UUID.randomUUID());
        }
    }

    @Test
    @Rule("R-CON-04")
    void answersForThreeChildrenFollowEachOtherEachUnderItsOwnNotice() {
        int total = PURPOSES * children.size();
        assertThat(page(parent, "/")).contains("Trả lời lần lượt (" + total + " việc)");
        Set<String> notices = new LinkedHashSet<>();
        List<String> answered = new ArrayList<>();
        URI next = begin();
        for (int number = 1; number <= total; number++) {
            Matcher step = step(next);
            String shown = page(parent, next.toString());
            assertThat(shown)
                    .contains(number + " trên " + total, "Để sau", "Dừng ở đây")
                    .doesNotContain("checked", "autofocus")
                    .containsOnlyOnce("value=\"GIVEN\"");
            assertThat(shown.contains("Đã ghi nhận")).isEqualTo(number > 1);
            notices.add(hidden(shown, "notice"));
            String decision = number % 2 == 0 ? "REFUSED" : "GIVEN";
            next = post(parent, next.getPath(), inSitting(shown, decision));
            assertThat(portal.state(UUID.fromString(step.group(1)), mother, step.group(2)))
                    .isEqualTo(decision);
            answered.add(step.group(1) + step.group(2));
        }
        assertThat(notices).hasSize(total);
        assertThat(answered).doesNotHaveDuplicates();
        assertThat(answered.stream()
                        .map(each -> UUID.fromString(each.substring(0, 36)))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(children);
        assertThat(next.getPath()).isEqualTo("/sitting/summary");
        String summary = page(parent, next.toString());
        assertThat(summary).contains("Đã trả lời " + total + " trên " + total + " việc");
        assertThat(summary.split("/receipts/", -1)).hasSize(total + 1);
        assertThat(page(parent, "/")).doesNotContain("Trả lời lần lượt");
    }

    @Test
    @Rule("R-CON-06")
    void whatIsPutOffOrLeftStaysUnansweredAndIsAskedAgain() {
        URI first = begin();
        String shown = page(parent, first.toString());
        String later = link(shown, "Để sau");
        assertThat(later).isNotEqualTo(first.toString());
        String second = page(parent, later);
        assertThat(second).contains("2 trên 9");
        post(parent, URI.create(later).getPath(), inSitting(second, "GIVEN"));

        String summary = page(parent, link(shown, "Dừng ở đây"));

        assertThat(summary).contains("Đã trả lời 1 trên 9 việc", "Trả lời tiếp (8 việc)", "vẫn là chưa đồng ý");
        Matcher step = step(first);
        assertThat(portal.state(UUID.fromString(step.group(1)), mother, step.group(2)))
                .isEqualTo("NOT_ASKED");
        assertThat(location(link(summary, "Trả lời tiếp \\(8 việc\\)")).getPath())
                .isEqualTo(first.getPath());
    }

    @Test
    void aNoticeThatChangedMeanwhileIsShownAgainAtTheSamePlace() {
        URI first = begin();
        Matcher step = step(first);
        String old = page(parent, first.toString());
        school.publishAnew(step.group(2), "Bản mới").expectStatus().isCreated();

        URI next = post(parent, first.getPath(), inSitting(old, "GIVEN"));

        assertThat(next.getPath()).isEqualTo(first.getPath());
        assertThat(page(parent, next.toString())).contains("Thông báo vừa có bản mới", "1 trên 9", "Bản mới");
    }

    @Test
    void nobodySitsForAnotherFamilyAndAnOldSittingBeginsAnew() {
        WebTestClient stranger = portal.as(Role.GUARDIAN, UUID.randomUUID());
        stranger.get().uri(begin()).exchange().expectStatus().isNotFound();
        assertThat(page(stranger, "/sitting/summary?sitting=0")).contains("Không có việc nào chờ trả lời");
        portal.as(Role.SCHOOL_OFFICER, UUID.randomUUID())
                .get()
                .uri("/sitting")
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(location("/sitting?sitting=0").getPath()).startsWith("/children/");
        parent.get().uri("/sitting?sitting=yesterday").exchange().expectStatus().isBadRequest();
    }

    private URI begin() {
        return location("/sitting");
    }

    private URI location(String address) {
        return Objects.requireNonNull(parent.get()
                .uri(URI.create(address))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation());
    }

    private int waiting() {
        Matcher found = Pattern.compile("Trả lời lần lượt \\((\\d+) việc\\)").matcher(page(parent, "/"));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static Matcher step(URI address) {
        Matcher step = STEP.matcher(address.toString());
        assertThat(step.matches()).as(address.toString()).isTrue();
        return step;
    }

    private static MultiValueMap<String, String> inSitting(String page, String decision) {
        MultiValueMap<String, String> form = answer(page, decision);
        form.add("sitting", hidden(page, "sitting"));
        return form;
    }

    private static String link(String page, String text) {
        Matcher found = Pattern.compile("href=\"([^\"]+)\"[^>]*>" + text + "<").matcher(page);
        assertThat(found.find()).as("link " + text).isTrue();
        return found.group(1).replace("&amp;", "&").replaceFirst("^/consents", "");
    }
}

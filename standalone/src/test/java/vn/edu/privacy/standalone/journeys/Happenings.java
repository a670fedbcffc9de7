package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What goes on at a school, so that pages have something to show: made by API, once for all journeys. */
final class Happenings {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static boolean made;

    private final Demo demo;
    private final JsonNode parent;
    private final String child;

    private Happenings(Demo demo) {
        this.demo = demo;
        this.parent = Reader.PARENT.login(demo).orElseThrow();
        this.child = Demo.studentOf(Reader.PUPIL.login(demo).orElseThrow());
    }

    static synchronized void of(Demo demo) {
        if (!made) {
            new Happenings(demo).make();
            made = true;
        }
    }

    private void make() {
        String token = demo.token(parent);
        demo.agree(token, child, "school-transport");
        request(token, Map.of("type", "ACCESS", "studentId", child));
        request(token, Map.of("type", "RESTRICT", "studentId", child, "purposes", List.of("school-transport")));
        request(
                token,
                Map.of(
                        "type",
                        "COMPLAIN",
                        "studentId",
                        child,
                        "reason",
                        "Ảnh của con được dán ở cổng trường mà không ai hỏi."));
        request(
                token,
                Map.of(
                        "type",
                        "DELETE",
                        "studentId",
                        child,
                        "purposes",
                        List.of("school-transport"),
                        "ground",
                        "NO_LONGER_NEEDED",
                        "risksAccepted",
                        true));
        emergency();
        incident();
        campaign();
    }

    private void request(String token, Map<String, Object> request) {
        made(demo.post(token, demo.rights("/v1/requests"), request));
    }

    private void emergency() {
        made(demo.post(
                demo.schoolToken(),
                demo.consents("/v1/emergency-uses"),
                Map.of(
                        "schoolId",
                        demo.schoolId(),
                        "studentId",
                        child,
                        "purpose",
                        "health-record",
                        "justification",
                        "Học sinh ngất ở sân trường, cần biết dị ứng để cấp cứu.")));
    }

    private void incident() {
        made(demo.post(
                demo.token(demo.first("data-protection-officer")),
                demo.rights("/v1/incidents"),
                Map.of(
                        "schoolId",
                        demo.schoolId(),
                        "nature",
                        "DISCLOSURE",
                        "kinds",
                        List.of("LOCATION", "BASIC"),
                        "detectedAt",
                        Instant.now()
                                .minus(5, ChronoUnit.HOURS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        "act",
                        "Danh sách điểm đón của một tuyến xe bị gửi nhầm vào nhóm chat của lớp khác.")));
    }

    private void campaign() {
        LocalDate today = LocalDate.now(ZONE);
        int year = today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1;
        made(demo.post(
                demo.token(demo.first("school-officer")),
                demo.consents("/v1/campaigns"),
                Map.of(
                        "schoolYear",
                        year + "-" + (year + 1),
                        "name",
                        Map.of("vi", "Hỏi ý kiến đầu năm"),
                        "purposes",
                        List.of("health-record", "school-transport"),
                        "opensOn",
                        today.toString(),
                        "deadline",
                        today.plusDays(30).toString())));
    }

    private static void made(Demo.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }
}

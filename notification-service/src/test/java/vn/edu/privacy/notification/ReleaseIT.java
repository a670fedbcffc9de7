package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.notification.HoldersStandIn.item;
import static vn.edu.privacy.notification.HoldersStandIn.ofOther;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;

/** What an officer takes out of gathered data before the requester sees it, and who may. */
class ReleaseIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    private UUID id;

    @BeforeEach
    void aBusCompanyThatTellsOfOthers() {
        HOLDERS.answers(
                HoldersStandIn.BUS,
                List.of(
                        item("pick-up-point", "Điểm đón", "Pick-up point", "12 Lê Lợi"),
                        ofOther("full-name", "Bạn ngồi cạnh", "Neighbour on the bus", "Trần Văn Bình"),
                        item("guardian-phone", "Điện thoại của cha", "Father's telephone", "0903 123 456"),
                        item("full-name", "Ghi chú", "Note", "Đón bởi cô Lan, 0912.345.678")));
    }

    @Test
    void nothingIsShownBeforeAnOfficerReleasesIt() {
        gather();

        assertThat(get(motherToken(), data()).problem()).isEqualTo("409 wrong-state");
        assertThat(release().problem()).as("unseen").isEqualTo("409 not-reviewed");
        assertThat(get(secondOfficer(), review()).status()).isEqualTo(200);
        assertThat(release().text("state")).isEqualTo("AVAILABLE");
        assertThat(release().problem()).as("twice").isEqualTo("409 nothing-to-release");
        assertThat(get(motherToken(), "/v1/requests/" + id + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsString("event"))
                .contains("REVIEWED");
    }

    @Test
    @Rule("R-PROV-02")
    void whatTheHolderCallsAnothersIsLeftOutUnlessTheOfficerDecidesOtherwise() {
        gather();
        release(secondOfficer(), id, List.of());

        JsonNode bus = bus();

        assertThat(bus.path("items").findValuesAsString("value")).containsExactly("12 Lê Lợi", "Đón bởi cô Lan, •••");
        assertThat(bus.path("leftOut").findValuesAsString("reason"))
                .containsExactly("OTHER_PERSON", "CONTACT_OF_OTHER");
        assertThat(bus.toString()).doesNotContain("Bình", "0903", "0912");
        assertThat(count("select count(*) from redaction where reason = 'OTHER_PERSON' and request_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    @Rule("R-PROV-02")
    void officerLeavesOutByAGroundOfTheLawAndShowsWhatIsTheStudentsOwn() {
        gather();
        release(
                secondOfficer(),
                id,
                List.of(
                        Map.of("holder", "bus-company", "position", 0, "leaveOut", "HARM_TO_OTHERS"),
                        Map.of("holder", "bus-company", "position", 1)));

        JsonNode bus = bus();

        assertThat(bus.path("items").findValuesAsString("value"))
                .containsExactly("Trần Văn Bình", "Đón bởi cô Lan, •••");
        assertThat(bus.path("leftOut").findValuesAsString("reason"))
                .containsExactly("HARM_TO_OTHERS", "CONTACT_OF_OTHER");
        Page page = Browser.of(context, Role.GUARDIAN, mother).open("/requests/" + id + "/personal-data");
        assertThat(page.html())
                .contains("Để lại 1 mục: có thể ảnh hưởng an toàn, sức khỏe người khác (Điều 14.4.b")
                .contains("Để lại 1 mục: cách liên hệ với người khác", "quyền khiếu nại")
                .doesNotContain("0903", "0912");
    }

    @Test
    @Rule("R-PROV-02")
    void officerLeavesOutSomeWordsOfAnItemWhereverTheyStandAndTheRestIsShown() {
        HOLDERS.answers(
                HoldersStandIn.BUS,
                List.of(item("note", "Ghi chú", "Note", "Khuê đẩy An. Cô Quyên tách Khuê và An ra; Khuê xin lỗi.")));
        gather();
        assertThat(release(ruling(List.of("Bình"), "OTHER_PERSON")).problem()).isEqualTo("409 not-reviewed");
        get(secondOfficer(), review());
        assertThat(release(ruling(List.of("Khuê", "Bình"), "OTHER_PERSON")).problem())
                .isEqualTo("422 words-not-found");
        assertThat(release(Map.of("holder", "bus-company", "position", 0, "words", List.of("Khuê")))
                        .problem())
                .isEqualTo("422 ground-needed");
        Browser officer = Browser.officer(context, SCHOOL);
        String handling = "/officer/requests/" + id;
        Page page = officer.open(handling + "/release");
        officer.send(
                page,
                handling + "/release",
                Map.of(
                        "item.bus-company.0",
                        "OTHER_PERSON",
                        "words.bus-company.0",
                        " Khuê \r\n\r\nCô Quyên\r\nQuyên tách"));

        JsonNode bus = bus();
        assertThat(bus.path("items").findValuesAsString("value"))
                .containsExactly("••• đẩy An. ••• ••• và An ra; ••• xin lỗi.");
        assertThat(bus.path("leftOut").size()).isZero();
        assertThat(bus.path("covered").toString()).isEqualTo("[{\"reason\":\"OTHER_PERSON\",\"items\":1}]");
        assertThat(Browser.of(context, Role.GUARDIAN, mother)
                        .open("/requests/" + id + "/personal-data")
                        .html())
                .contains("••• đẩy An.", "Che một số chữ trong 1 mục: về người khác")
                .doesNotContain("Khuê", "Quyên");
        assertThat(count("select count(*) from redaction r where r::text like '%Khuê%' and request_id = '" + id + "'"))
                .isZero();
    }

    private static Map<String, Object> ruling(List<String> words, String ground) {
        return Map.of("holder", "bus-company", "position", 0, "leaveOut", ground, "words", words);
    }

    @Test
    void oneGuardianNeverLearnsHowToReachTheOther() {
        gather();

        JsonNode waits = get(secondOfficer(), review()).body();

        assertThat(waits.toString()).as("not even the officer").doesNotContain("0903", "0912");
        for (Map<String, Object> ruling : List.<Map<String, Object>>of(
                Map.of("holder", "bus-company", "position", 2),
                Map.of("holder", "bus-company", "position", 2, "leaveOut", "OTHER_PERSON"))) {
            assertThat(release(ruling).problem()).isEqualTo("422 item-is-gone");
        }
        assertThat(release(Map.of("holder", "bus-company", "position", 4)).problem())
                .isEqualTo("422 unknown-item");
        assertThat(release(Map.of("holder", "nobody", "position", 0)).problem()).isEqualTo("422 unknown-item");
        assertThat(release(Map.of("holder", "bus-company", "position", 0, "leaveOut", "CONTACT_OF_OTHER"))
                        .status())
                .isEqualTo(400);
        assertThat(get(motherToken(), "/v1/requests/" + id).text("state")).isEqualTo("AWAITING_RELEASE");
    }

    @Test
    @Rule({"R-SEN-01", "R-SEN-02"})
    void sensitiveDataTakesAnotherOfficerThanTheOneWhoApproved() {
        HOLDERS.answers(
                HoldersStandIn.BUS, List.of(item("motion-sickness", "Say xe", "Motion sickness", "Có, cần thuốc")));
        gather();
        String approver = officer(SCHOOL);

        assertThat(get(approver, review()).problem()).isEqualTo("403 second-officer-needed");
        assertThat(post(approver, "/v1/requests/" + id + "/release", Map.of("items", List.of()))
                        .problem())
                .isEqualTo("403 second-officer-needed");
        assertThat(get(motherToken(), "/v1/requests/" + id).text("state")).isEqualTo("AWAITING_RELEASE");
        assertThat(get(secondOfficer(), review()).body().path("sensitive").asBoolean())
                .isTrue();

        release(secondOfficer(), id, List.of());

        assertThat(bus().path("items").findValuesAsString("value")).containsExactly("Có, cần thuốc");
    }

    @Test
    @Rule("R-SEN-02")
    void officerWhoApprovedReadsOnThePageThatASecondOneIsNeededAndNoneOfTheData() {
        HOLDERS.answers(
                HoldersStandIn.BUS, List.of(item("motion-sickness", "Say xe", "Motion sickness", "Có, cần thuốc")));
        id = opened();
        Browser first = Browser.officer(context, SCHOOL);
        Browser second = Browser.officer(context, SCHOOL);
        String handling = "/officer/requests/" + id;
        first.send(first.open(handling), handling + "/approval", Map.of());
        awaitState(motherToken(), id, "AWAITING_RELEASE");

        Page refused = first.open(handling + "/release");

        assertThat(refused.html()).contains("Cần một người khác.").doesNotContain("cần thuốc");
        assertThat(refused.offers(handling + "/release")).isFalse();
        Page review = second.open(handling + "/release");
        assertThat(review.html()).contains("Có, cần thuốc", "Nhạy cảm");
        second.send(review, handling + "/release", Map.of("item.bus-company.0", "SUBJECT_DISAGREES"));
        assertThat(bus().path("leftOut").findValuesAsString("reason")).containsExactly("SUBJECT_DISAGREES");
        assertThat(bus().path("items").size()).isZero();
    }

    @Test
    void whatCameAfterTheLookIsNotReleasedWithIt() {
        HOLDERS.fails(HoldersStandIn.SECTOR, 503);
        id = approved();
        for (int attempt = 1; attempt <= 4; attempt++) {
            awaitRow("select count(*) from request r left join gathering g on g.request_id = r.id where r.id = '" + id
                    + "' and (r.state <> 'APPROVED' or g.attempts >= " + attempt + ")");
            hurry();
        }
        awaitState(motherToken(), id, "AWAITING_RELEASE");
        Reply seen = get(secondOfficer(), review());
        assertThat(seen.body().path("holders").findValuesAsString("holder")).containsExactly("bus-company");
        HOLDERS.reset();
        hurry();
        awaitRow("select count(*) from gathering_holder where state = 'ANSWERED' and holder = 'sector-database'"
                + " and request_id = '" + id + "'");

        assertThat(release().problem()).isEqualTo("409 not-reviewed");
    }

    @Test
    void whatWasLeftOutStaysOnRecord() {
        gather();
        release(secondOfficer(), id, List.of());
        for (String change : List.of("delete from redaction", "update redaction set reason = 'NATIONAL_SECURITY'")) {
            assertThat(database.sql(change)
                            .then()
                            .materialize()
                            .map(signal -> String.valueOf(signal.getThrowable()))
                            .block())
                    .contains("append-only");
        }
    }

    private JsonNode bus() {
        return get(motherToken(), data())
                .body()
                .path("holders")
                .valueStream()
                .filter(each -> each.path("holder").asString("").equals("bus-company"))
                .findFirst()
                .orElseThrow();
    }

    private void gather() {
        id = approved();
        awaitState(motherToken(), id, "AWAITING_RELEASE");
    }

    private UUID approved() {
        UUID request = opened();
        act(officer(SCHOOL), "/v1/requests/" + request + "/approval", Map.of());
        return request;
    }

    private UUID opened() {
        return post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
    }

    @SafeVarargs
    private Reply release(Map<String, Object>... rulings) {
        return post(secondOfficer(), "/v1/requests/" + id + "/release", Map.of("items", List.of(rulings)));
    }

    private String review() {
        return "/v1/requests/" + id + "/gathered-data";
    }

    private String data() {
        return "/v1/requests/" + id + "/personal-data";
    }
}

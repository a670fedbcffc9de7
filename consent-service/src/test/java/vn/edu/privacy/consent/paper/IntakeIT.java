package vn.edu.privacy.consent.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.consent.paper.Desk.officer;
import static vn.edu.privacy.consent.paper.Desk.problem;
import static vn.edu.privacy.consent.portal.Portal.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.paper.domain.SamplingPlan;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** Consents that a school already held, taken in by batch and sample. */
@RealParts
class IntakeIT {
    private static final String BEFORE_2026 = "2025-03-10";
    private static final int LINES = 12;

    private final UUID submitter = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private Desk desk;
    private School school;
    private String purpose;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void open() {
        desk = new Desk(context);
        school = desk.school();
        purpose = school.publishNamed("Xe đưa đón");
    }

    @Test
    @Rule("R-REG-02")
    void whatWasGivenBefore2026CountsWithoutAskingAnybodyAgain() {
        List<Child> children = children();
        JsonNode batch = School.json(take(lines(children)).expectStatus().isCreated());

        assertThat(batch.get("state").asString()).isEqualTo("SAMPLING");
        assertThat(children).allMatch(child -> desk.answer(child, purpose).equals("DENY"));
        JsonNode accepted = batch;
        for (JsonNode line : batch.get("sample")) {
            accepted = School.json(
                    compare(batch, line, second, null).expectStatus().isOk());
        }

        assertThat(accepted.get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(children).allMatch(child -> desk.answer(child, purpose).equals("PERMIT"));
        JsonNode check = desk.newestLine(children.getFirst());
        assertThat(check.get("decision").asString()).isEqualTo("CHECK_CONFIRMED");
        assertThat(check.get("party").asString()).isEqualTo(second.toString());
        assertThat(check.get("reference").asString())
                .isEqualTo("intake:" + batch.get("id").asString());
        JsonNode entry = School.json(school.get(
                        "/v1/students/" + children.getFirst().id() + "/ledger",
                        Tokens.system(Role.DATA_PROTECTION_OFFICER)))
                .at("/entries/0");
        assertThat(entry.get("expressedOn").asString()).isEqualTo(BEFORE_2026);
        assertThat(entry.get("enteredBy").asString()).isEqualTo(submitter.toString());
        assertThat(entry.hasNonNull("noticeId")).isFalse();
    }

    @Test
    void answersForABatchOfMoreLinesThanTheDriverReadsAhead() {
        List<Child> many = Stream.generate(() -> school.child(5)).limit(300).toList();

        JsonNode batch = School.json(take(lines(many)).expectStatus().isCreated());

        assertThat(batch.get("lines").asInt()).isEqualTo(300);
        assertThat(batch.get("sample").size()).isGreaterThanOrEqualTo(15);
        batch.get("sample")
                .forEach(line ->
                        compare(batch, line, second, null).expectStatus().isOk());
        assertThat(desk.answer(many.getLast(), purpose)).isEqualTo("PERMIT");
    }

    @Test
    void drawsTheSampleFromTheSeedThatItKeeps() {
        JsonNode batch = School.json(take(lines(children())).expectStatus().isCreated());

        Set<Integer> sample = new TreeSet<>();
        batch.get("sample").forEach(line -> sample.add(line.get("line").asInt()));
        byte[] seed = HexFormat.of().parseHex(batch.get("seed").asString());
        assertThat(seed).hasSize(32);
        assertThat(sample).hasSizeGreaterThanOrEqualTo(10).isEqualTo(SamplingPlan.draw(seed, LINES, sample.size()));
    }

    @Test
    void oneWrongLineOfTheSampleRejectsTheBatchAndEnlargesTheNextSample() {
        List<Child> children = children();
        JsonNode batch = School.json(take(lines(children)).expectStatus().isCreated());
        JsonNode first = batch.at("/sample/0");

        JsonNode rejected = School.json(
                compare(batch, first, second, "OTHER_ANSWER").expectStatus().isOk());

        assertThat(rejected.get("state").asString()).isEqualTo("REJECTED");
        assertThat(rejected.at("/sample/0/wrongBecause").asString()).isEqualTo("OTHER_ANSWER");
        assertThat(children).allMatch(child -> desk.answer(child, purpose).equals("DENY"));
        assertThat(children)
                .allMatch(child ->
                        desk.newestLine(child).get("decision").asString().equals("CHECK_REJECTED"));
        assertThat(problem(compare(batch, batch.at("/sample/1"), second, null))).isEqualTo("batch-decided");
        JsonNode again = School.json(take(lines(children)).expectStatus().isCreated());
        assertThat(again.get("rejectedBefore").asInt())
                .isEqualTo(batch.get("rejectedBefore").asInt() + 1);
        assertThat(again.get("sample").size()).isEqualTo(LINES);
    }

    @Test
    void namesEveryLineThatCannotBeTakenInAndWritesNone() {
        Child good = school.child(5);
        Child decided = school.child(5);
        school.decide(decided, decided.mother(), Role.GUARDIAN, purpose, "REFUSED")
                .expectStatus()
                .isCreated();
        Child grown = school.child(18);
        List<Map<String, Object>> lines = List.of(
                line(good),
                changed(line(good), "studentId", UUID.randomUUID().toString()),
                changed(line(good), "party", UUID.randomUUID().toString()),
                changed(line(good), "purpose", "unknown-code"),
                changed(line(good), "expressedOn", School.today().plusDays(1).toString()),
                changed(line(good), "expressedOn", "2023-06-30"),
                changed(line(school.child(5)), "dataCategories", List.of("unknown")),
                line(decided),
                changed(line(grown), "party", grown.mother().toString()));

        JsonNode refused = School.json(take(lines).expectStatus().isEqualTo(422));

        assertThat(refused.get("type").asString()).endsWith("/intake-refused");
        assertThat(refused.get("lines")
                        .valueStream()
                        .map(line -> line.get("line").asInt() + " "
                                + line.get("reason").asString()))
                .containsExactly(
                        "2 UNKNOWN_STUDENT",
                        "3 UNKNOWN_PARTY",
                        "4 UNKNOWN_PURPOSE",
                        "5 DATE_OUTSIDE_THE_LAW",
                        "6 DATE_OUTSIDE_THE_LAW",
                        "7 CATEGORY_UNKNOWN",
                        "8 NEWER_DECISION",
                        "9 UNKNOWN_PARTY");
        assertThat(School.json(school.get(
                                "/v1/students/" + good.id() + "/ledger", Tokens.system(Role.DATA_PROTECTION_OFFICER)))
                        .get("entries")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void takesNothingInWithoutTheDeclarationThatTheContentIsTheSame() {
        assertThat(problem(school.post(
                        "/v1/intakes",
                        officer(submitter),
                        Map.of("sameContent", false, "lines", List.of(line(school.child(5)))))))
                .isEqualTo("same-content-not-declared");
    }

    @Test
    void isComparedByAnotherOfficerOfTheSchoolOnceAndInTheSampleOnly() {
        JsonNode batch = School.json(take(lines(children())).expectStatus().isCreated());
        JsonNode sampled = batch.at("/sample/0");

        assertThat(problem(compare(batch, sampled, submitter, null))).isEqualTo("second-person-needed");
        school.post(
                        address(batch) + "/sample/" + UUID.randomUUID() + "/check",
                        officer(second),
                        Map.of("outcome", "CONFIRMED"))
                .expectStatus()
                .isNotFound();
        school.post(
                        address(batch) + "/sample/" + sampled.get("decisionId").asString() + "/check",
                        Tokens.bearer(Role.SCHOOL_OFFICER, second, "other-school"),
                        Map.of("outcome", "CONFIRMED"))
                .expectStatus()
                .isNotFound();
        school.get(address(batch), Tokens.bearer(Role.SCHOOL_OFFICER, second, "other-school"))
                .expectStatus()
                .isNotFound();
        school.post(
                        address(batch) + "/sample/" + sampled.get("decisionId").asString() + "/check",
                        officer(second),
                        Map.of("outcome", "REJECTED"))
                .expectStatus()
                .isBadRequest();
        compare(batch, sampled, second, null).expectStatus().isOk();
        assertThat(problem(compare(batch, sampled, second, "OTHER_DATE"))).isEqualTo("already-checked");
    }

    @Test
    void whatSomebodyDecidesWhileTheSampleIsComparedStands() {
        List<Child> children = children();
        Child child = children.getFirst();
        JsonNode batch = School.json(take(lines(children)).expectStatus().isCreated());
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "REFUSED")
                .expectStatus()
                .isCreated();

        batch.get("sample")
                .forEach(line ->
                        compare(batch, line, second, null).expectStatus().isOk());

        assertThat(desk.answer(child, purpose)).isEqualTo("DENY");
        assertThat(desk.answer(children.getLast(), purpose)).isEqualTo("PERMIT");
    }

    @Test
    void keepsItsLinesOutOfTheQueueAndShowsThemOnItsOwnPages() {
        JsonNode batch = School.json(take(lines(children())).expectStatus().isCreated());
        String address = "/paper/intakes/" + batch.get("id").asString();
        int line = batch.at("/sample/0/line").asInt();
        WebTestClient officer = desk.pages(Role.SCHOOL_OFFICER, second);

        assertThat(School.json(school.get("/v1/unchecked-entries", officer(second)))
                        .toString())
                .doesNotContain(batch.at("/sample/0/decisionId").asString());
        assertThat(page(officer, "/paper/intakes")).contains(address, "Đang đối chiếu");
        assertThat(page(officer, address)).contains(address + "/lines/" + line, "Chưa đối chiếu");
        assertThat(page(desk.pages(Role.SCHOOL_OFFICER, submitter), address)).contains("Bạn đã nộp đợt này");
        DeskPagesIT.confirm(officer, address + "/lines/" + line);
        assertThat(page(officer, address)).contains(">Đúng<");
        assertThat(page(officer, address + "/lines/" + line)).contains("đã được kiểm tra");
    }

    private List<Child> children() {
        return Stream.generate(() -> school.child(5)).limit(LINES).toList();
    }

    private List<Map<String, Object>> lines(List<Child> children) {
        return children.stream().map(this::line).toList();
    }

    private Map<String, Object> line(Child child) {
        return new HashMap<>(Map.of(
                "studentId",
                child.id().toString(),
                "purpose",
                purpose,
                "party",
                child.mother().toString(),
                "decision",
                "GIVEN",
                "expressedOn",
                BEFORE_2026,
                "method",
                "PAPER_FORM",
                "reference",
                "HS 12/2025"));
    }

    private static Map<String, Object> changed(Map<String, Object> line, String field, Object value) {
        line.put(field, value);
        return line;
    }

    private WebTestClient.ResponseSpec take(List<Map<String, Object>> lines) {
        return school.post(
                "/v1/intakes", officer(submitter), Map.of("sameContent", true, "lines", new ArrayList<>(lines)));
    }

    private WebTestClient.ResponseSpec compare(JsonNode batch, JsonNode line, UUID by, String wrong) {
        return school.post(
                address(batch) + "/sample/" + line.get("decisionId").asString() + "/check",
                officer(by),
                wrong == null ? Map.of("outcome", "CONFIRMED") : Map.of("outcome", "REJECTED", "wrongBecause", wrong));
    }

    private static String address(JsonNode batch) {
        return "/v1/intakes/" + batch.get("id").asString();
    }
}

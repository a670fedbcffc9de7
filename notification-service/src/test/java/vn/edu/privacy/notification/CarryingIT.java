package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.PurposePublishedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.notification.request.application.Carrying;
import vn.edu.privacy.notification.request.application.HolderOrder;
import vn.edu.privacy.notification.request.application.HolderOrder.Target;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** What a request asks for reaches every holder, whatever it is, and comes back as a line of the request. */
class CarryingIT extends RightsCase {
    private static final String BOARDING =
            "boarding-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private Carrying carrying;

    @Autowired
    private Requests requests;

    @Test
    @Rule("R-CH-04")
    void whatAGuardianWithdrewForAChildIsErasedOnceTheHolderHasStopped() {
        boarding();
        HOLDERS.answersInstructions(HoldersStandIn.BUS, "RECEIVED");
        UUID id = withdrawn(mother);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> kinds(HoldersStandIn.SECTOR), List.of("STOP", "ERASE")::equals);
        assertThat(kinds(HoldersStandIn.BUS)).containsOnly("STOP");

        HOLDERS.carriesOut(HoldersStandIn.BUS);
        JsonNode done = awaitState(motherToken(), id, "COMPLETED");
        assertThat(done.path("steps").findValuesAsString("state"))
                .containsExactly("STOPPED", "ERASED", "STOPPED", "ERASED");
        assertThat(kinds(HoldersStandIn.BUS)).endsWith("ERASE").containsOnlyOnce("ERASE");
    }

    @Test
    @Rule("R-CH-04")
    void whatAnotherPurposeStillNeedsIsNotErased() {
        boarding();
        UUID id = withdrawn(mother);
        awaitState(motherToken(), id, "COMPLETED");

        JsonNode erase = HOLDERS.instructions(HoldersStandIn.SECTOR, student).stream()
                .filter(told -> told.path("kind").asString("").equals("ERASE"))
                .findFirst()
                .orElseThrow();
        // the name stands in the purpose "marks" too, which the law founds without consent
        assertThat(erase.path("dataCategories").valueStream().map(JsonNode::asString))
                .containsExactly("allergies");
    }

    @Test
    @Rule("R-CH-21")
    void studentsOfSixteenAreNoChildrenAndNothingIsErasedUnasked() {
        boarding();
        student = UUID.randomUUID();
        enrol(student, LocalDate.now().minusYears(16));
        UUID id = withdrawn(mother);
        awaitState(motherToken(), id, "COMPLETED");
        assertThat(kinds(HoldersStandIn.SECTOR)).containsExactly("STOP");
    }

    @Test
    void theChildsOwnWithdrawalStopsAndErasesNothingUnasked() {
        boarding();
        UUID id = withdrawn(pupil);
        awaitState(Tokens.bearer(Role.STUDENT, pupil), id, "COMPLETED");
        assertThat(kinds(HoldersStandIn.SECTOR)).containsExactly("STOP");
    }

    @ParameterizedTest
    @CsvSource({"RESTRICT,RESTRICTED", "LIFT,LIFTED", "ERASE,ERASED"})
    void everyActionIsCarriedToEachHolderOnceAndIsALineOfTheRequest(Action action, String done) {
        Facts facts = opened();
        HolderOrder order = HolderOrder.of(facts, action, List.of(TRANSPORT));
        assertThat(carrying.start(order).block()).isTrue();
        assertThat(carrying.start(order).block()).isTrue();

        awaitSteps(facts.id(), List.of(done, done));
        assertThat(kinds(HoldersStandIn.BUS)).containsExactly(action.name());
        assertThat(steps(facts.id()).findValuesAsString("action")).containsOnly(action.name());
        assertThat(get(motherToken(), "/v1/requests/" + facts.id() + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsString("event"))
                .contains("HOLDER_" + done);
    }

    @Test
    void aCorrectionReachesEachHolderOnceAndIsKeptSealedOnlyUntilItIsDone() {
        HOLDERS.fails(HoldersStandIn.BUS, 503);
        Facts facts = opened();
        HolderOrder order = HolderOrder.rectify(
                facts,
                List.of(Target.all(TRANSPORT), Target.all("marks")),
                List.of(new Correction("pick-up-point", "12 Lê Lợi", "21 Lê Lợi")));
        carrying.start(order).block();

        awaitSteps(facts.id(), List.of("PENDING", "RECTIFIED"));
        JsonNode told = HOLDERS.instructions(HoldersStandIn.SECTOR, student).getFirst();
        assertThat(told.at("/corrections/0/value").asString()).isEqualTo("21 Lê Lợi");
        assertThat(told.at("/corrections/0/was").asString()).isEqualTo("12 Lê Lợi");
        assertThat(HOLDERS.instructions(HoldersStandIn.SECTOR, student)).hasSize(1);
        assertThat(count("select count(*) from instruction where request_id = '" + facts.id()
                        + "' and holder = 'sector-database' and corrections_sealed is null"))
                .isEqualTo(1);
        byte[] kept = database.sql("select corrections_sealed from instruction where holder = 'bus-company' and"
                        + " request_id = '" + facts.id() + "'")
                .mapValue(byte[].class)
                .one()
                .block();
        assertThat(new String(Objects.requireNonNull(kept), StandardCharsets.UTF_8))
                .doesNotContain("Lê Lợi");
    }

    @Test
    void aRefusalIsShownWithItsReasonAndIsNotTakenAsDone() {
        HOLDERS.refuses(HoldersStandIn.BUS, "ERASE", "HELD_BY_LAW");
        Facts facts = opened();
        carrying.start(HolderOrder.of(facts, Action.ERASE, List.of(TRANSPORT))).block();
        awaitSteps(facts.id(), List.of("REFUSED", "ERASED"));
        assertThat(steps(facts.id()).get(0).path("reason").asString("")).isEqualTo("HELD_BY_LAW");
    }

    @ParameterizedTest
    @CsvSource({"LIFTED", "REFUSED"})
    void anAnswerThatCannotBeIsTakenAsNone(String status) {
        HOLDERS.answersInstructions(HoldersStandIn.BUS, status);
        Facts facts = opened();
        carrying.start(HolderOrder.of(facts, Action.RESTRICT, List.of(TRANSPORT)))
                .block();
        awaitSteps(facts.id(), List.of("PENDING", "RESTRICTED"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> HOLDERS.instructions(HoldersStandIn.BUS, student).size() > 1);
        assertThat(steps(facts.id()).findValuesAsString("state")).containsExactly("PENDING", "RESTRICTED");
    }

    /** A request with its clocks, on which orders hang here. */
    private Facts opened() {
        UUID id = post(
                        motherToken(),
                        "/v1/requests",
                        Map.of("type", "WITHDRAW", "studentId", student, "purposes", List.of(TRANSPORT)))
                .id();
        return Objects.requireNonNull(requests.find(id).block()).request().facts();
    }

    private UUID withdrawn(UUID party) {
        DecisionRecordedV1 decision = new DecisionRecordedV1(
                UUID.randomUUID(),
                student,
                700,
                SCHOOL,
                BOARDING,
                1,
                "2026-2027",
                "WITHDRAWN",
                party,
                party.equals(pupil) ? "SELF" : "MOTHER",
                "PORTAL_TICK",
                null,
                Instant.now(),
                UUID.randomUUID(),
                "WITHDRAWN",
                "DENY",
                "PERMIT");
        tell(decision);
        String request = "from request where decision_id = '" + decision.decisionId() + "'";
        awaitRow("select count(*) " + request);
        return database.sql("select id " + request).mapValue(UUID.class).one().block();
    }

    /** A purpose with data that no other one has. */
    private void boarding() {
        Topic.send(
                Topics.PURPOSES,
                UUID.randomUUID(),
                PurposePublishedV1.TYPE,
                new PurposePublishedV1(
                        BOARDING,
                        1,
                        "MAJOR",
                        "CONSENT",
                        false,
                        List.of("full-name", "allergies"),
                        Map.of("vi", "Bữa ăn bán trú", "en", "Boarding meals"),
                        Map.of("vi", "Con không ăn ở trường.", "en", "No meals at school."),
                        List.of(
                                new PurposePublishedV1.Recipient(
                                        "sector-database", Map.of("vi", "Cơ sở dữ liệu ngành")),
                                new PurposePublishedV1.Recipient("bus-company", Map.of("vi", "Công ty xe"))),
                        Instant.now(),
                        List.of()));
        awaitRow("select count(*) from known_purpose where code = '" + BOARDING + "'");
    }

    private List<String> kinds(String holder) {
        return HOLDERS.instructions(holder, student).stream()
                .map(told -> told.path("kind").asString(""))
                .toList();
    }

    private JsonNode steps(UUID id) {
        return get(motherToken(), "/v1/requests/" + id).body().path("steps");
    }

    private void awaitSteps(UUID id, List<String> states) {
        await().atMost(Duration.ofSeconds(20)).until(() -> steps(id).findValuesAsString("state"), states::equals);
    }
}

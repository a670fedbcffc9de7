package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** The same asked for twice: by one person, by two, and at once. */
class RepetitionIT extends RightsCase {
    @Test
    void whoAsksForWhatAnotherAskedForJoinsAndBothAreTold() {
        Reply first = delete(motherToken());
        Reply second = delete(fatherToken());

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(get(fatherToken(), "/v1/requests/" + first.id()).status()).isEqualTo(200);
        assertThat(get(fatherToken(), "/v1/requests").body().path("items").findValuesAsString("id"))
                .contains(first.id().toString());
        assertThat(get(officer(SCHOOL), "/v1/requests/" + first.id() + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsString("event"))
                .containsExactly("OPENED", "JOINED");
        for (UUID person : List.of(mother, father)) {
            assertThat(count("select count(*) from notice where kind = 'REQUEST_JOINED' and person_id = '" + person
                            + "' and request_id = '" + first.id() + "'"))
                    .isEqualTo(1);
        }
        assertThat(act(motherToken(), "/v1/requests/" + first.id() + "/cancellation", Map.of())
                        .problem())
                .isEqualTo("409 others-ask-too");
        post(
                officerInPerson(),
                "/v1/requests/" + first.id() + "/refusal",
                Map.of("ground", "IDENTITY_NOT_PROVEN", "text", "…"));
        assertThat(post(fatherToken(), "/v1/requests/" + first.id() + "/appeal", Map.of("text", "…"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoAsksAgainGetsTheFirstAnswerUntilItIsOver() {
        Reply first = delete(motherToken());
        assertThat(delete(motherToken()).id()).isEqualTo(first.id());
        act(motherToken(), "/v1/requests/" + first.id() + "/cancellation", Map.of());
        Reply anew = delete(motherToken());
        assertThat(anew.status()).isEqualTo(201);
        assertThat(anew.id()).isNotEqualTo(first.id());
    }

    @Test
    void otherContentIsAnotherRequest() {
        Reply first = delete(motherToken());
        Reply other = post(
                motherToken(),
                "/v1/requests",
                Map.of(
                        "type",
                        "DELETE",
                        "studentId",
                        student,
                        "purposes",
                        List.of("marks"),
                        "ground",
                        "UNLAWFUL",
                        "risksAccepted",
                        true));
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.id()).isNotEqualTo(first.id());
    }

    @Test
    void whatIsOnePersonsOwnIsNotShared() {
        for (Map<String, Object> asked : List.of(
                Map.<String, Object>of("type", "ACCESS", "studentId", student),
                Map.<String, Object>of("type", "RESTRICT", "studentId", student, "purposes", List.of(TRANSPORT)),
                Map.<String, Object>of("type", "WITHDRAW", "studentId", student, "purposes", List.of(TRANSPORT)))) {
            Reply hers = post(motherToken(), "/v1/requests", asked);
            assertThat(post(motherToken(), "/v1/requests", asked).id()).isEqualTo(hers.id());
            Reply his = post(fatherToken(), "/v1/requests", asked);
            assertThat(his.status()).isEqualTo(201);
            assertThat(his.id()).isNotEqualTo(hers.id());
            assertThat(get(fatherToken(), "/v1/requests/" + hers.id()).problem())
                    .isEqualTo("404 not-found");
        }
    }

    @Test
    void askedForByManyAtOnceItIsStillOneRequest() throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
            List<Callable<Reply>> asked = IntStream.range(0, 8)
                    .<Callable<Reply>>mapToObj(each -> () -> delete(each % 2 == 0 ? motherToken() : fatherToken()))
                    .toList();
            List<Reply> replies =
                    hands.invokeAll(asked).stream().map(Future::resultNow).toList();
            assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(replies)
                    .extracting(Reply::id)
                    .containsOnly(replies.getFirst().id());
        }
        assertThat(count("select count(*) from request where student_id = '" + student + "'"))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from request_party p join request r on r.id = p.request_id where r.student_id = '"
                                + student + "'"))
                .isEqualTo(1);
    }

    private Reply delete(String token) {
        return post(
                token,
                "/v1/requests",
                Map.of(
                        "type",
                        "DELETE",
                        "studentId",
                        student,
                        "purposes",
                        List.of(TRANSPORT),
                        "ground",
                        "NO_LONGER_NEEDED",
                        "risksAccepted",
                        true));
    }

    private String fatherToken() {
        return Tokens.bearer(Role.GUARDIAN, father);
    }
}

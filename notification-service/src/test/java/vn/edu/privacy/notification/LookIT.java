package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.notification.look.Look;
import vn.edu.privacy.notification.look.Looks;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** Who looked at a student's requests and data, as it is kept and as the family reads it. */
class LookIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Looks looks;

    private UUID id;

    @BeforeEach
    void aRequest() {
        id = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
    }

    @Test
    @Rule({"S-12", "R-LOG-02"})
    void everyViewOfRequestAndDataIsKeptAndToldRefusedOnesToo() {
        get(officer(SCHOOL), "/v1/requests/" + id);
        act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of());
        awaitState(motherToken(), id, "AWAITING_RELEASE");
        release(id);
        get(motherToken(), "/v1/requests/" + id + "/personal-data");
        get(Tokens.bearer(Role.GUARDIAN, father), "/v1/requests/" + id + "/personal-data");
        get(Tokens.bearer(Role.GUARDIAN, stranger), "/v1/requests/" + id);
        get(officer("sao-mai"), "/v1/requests/" + id);

        List<String> told = told(read(motherToken(), ""));

        assertThat(told)
                .containsExactly(
                        "NOBODY_ENTITLED REQUEST",
                        "NOBODY_ENTITLED REQUEST",
                        "NOBODY_ENTITLED PERSONAL_DATA",
                        "YOU PERSONAL_DATA",
                        "SCHOOL_OFFICER GATHERED_DATA",
                        "SCHOOL_OFFICER REQUEST");
        assertThat(told(read(Tokens.bearer(Role.GUARDIAN, father), "")))
                .as("the father learns that a guardian looked")
                .contains("GUARDIAN PERSONAL_DATA")
                .doesNotContain("YOU PERSONAL_DATA");
        assertThat(read(Tokens.bearer(Role.GUARDIAN, father), "").toString())
                .doesNotContain(mother.toString(), stranger.toString());
        assertThat(told(read(Tokens.bearer(Role.STUDENT, pupil), ""))).hasSize(told.size());
    }

    @Test
    @Rule("S-12")
    void theFamilyReadsItInPlainWordsAndFindsTheOtherServicesPage() {
        Browser officer = Browser.officer(context, SCHOOL);
        officer.open("/officer/requests/" + id);
        Browser parent = Browser.of(context, Role.GUARDIAN, mother);
        String address = "/students/" + student + "/looked";

        Page page = parent.open(address);

        assertThat(page.html())
                .contains("Người phụ trách của trường", "mở yêu cầu", "YC-")
                .contains("/consents/children/" + student + "/looked");
        assertThat(parent.open(address + "?lang=en").html()).contains("An officer of the school", "opened request");
        assertThat(parent.open("/").links(address)).isTrue();
        assertThat(Browser.of(context, Role.GUARDIAN, stranger).open(address).status())
                .isEqualTo(404);
    }

    @Test
    void onlyStudentAndGuardiansInForceReadIt() {
        assertThat(get(Tokens.bearer(Role.GUARDIAN, stranger), "/v1/students/" + student + "/looks")
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(get(officer(SCHOOL), "/v1/students/" + student + "/looks").status())
                .isEqualTo(403);
        database.sql("update known_guardian set in_force_until = current_date - 1 where person_id = $1")
                .bind(0, father)
                .then()
                .block();
        assertThat(get(Tokens.bearer(Role.GUARDIAN, father), "/v1/students/" + student + "/looks")
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void pagesFollowEachOtherAndTheSameLookWithinAMinuteIsOne() {
        IntStream.range(0, 7).forEach(officer -> {
            keep("officer-" + officer);
            keep("officer-" + officer);
        });

        JsonNode first = read(motherToken(), "?limit=5");
        JsonNode second =
                read(motherToken(), "?limit=5&before=" + first.path("next").asLong());

        assertThat(first.path("items").size()).isEqualTo(5);
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(second.has("next")).isFalse();
        assertThat(first.path("items").findValues("seq"))
                .doesNotContainAnyElementsOf(second.path("items").findValues("seq"));
    }

    @Test
    @Rule("R-LOG-02")
    void nothingOfItCanBeChangedAndTheChainHoldsWhileManyLookAtOnce() {
        Flux.range(0, 40)
                .flatMap(
                        officer -> Flux.defer(() -> looks.keep(look("officer-" + officer)))
                                .subscribeOn(Schedulers.boundedElastic()),
                        16)
                .blockLast(Duration.ofSeconds(20));

        assertThat(count("select count(*) from look where student_id = '" + student + "'"))
                .isEqualTo(40);
        assertThat(broken()).isZero();
        for (String change : List.of("delete from look", "update look set allowed = false, role = 'OTHER'")) {
            assertThat(database.sql(change)
                            .then()
                            .materialize()
                            .map(signal -> String.valueOf(signal.getThrowable()))
                            .block())
                    .contains("append-only");
        }
        database.sql("alter table look disable trigger look_append_only").then().block();
        database.sql("update look set viewer = 'nobody' where seq = 17 and student_id = $1")
                .bind(0, student)
                .then()
                .block();
        database.sql("alter table look enable trigger look_append_only").then().block();
        assertThat(broken())
                .as("an entry rewritten by force does not fit its chain")
                .isEqualTo(1);
    }

    private long broken() {
        return count("""
                select count(*) from (select l, coalesce(lag(hash) over (order by seq), ''::bytea) as before
                    from look l where student_id = '%s') chained
                where look_hash(before, l) <> (l).hash""".formatted(student));
    }

    private void keep(String viewer) {
        looks.keep(look(viewer)).block();
    }

    private Look look(String viewer) {
        return new Look(student, id, viewer, Look.Role.SCHOOL_OFFICER, Look.What.REQUEST);
    }

    private JsonNode read(String token, String query) {
        Reply reply = get(token, "/v1/students/" + student + "/looks" + query);
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    private static List<String> told(JsonNode looks) {
        return looks.path("items")
                .valueStream()
                .map(look ->
                        look.path("by").asString("") + " " + look.path("what").asString(""))
                .toList();
    }
}

package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** The controller's proof of who decided what (Decree 13 art. 11.10): nothing in it can be changed unseen. */
@RealParts
@Rule({"R-CON-10", "R-CON-23"})
class LedgerIT {
    /** Each column of the ledger with something else to stand in it. */
    private static final Map<String, String> FORGED = Map.ofEntries(
            Map.entry("student_id", "gen_random_uuid()"),
            Map.entry("seq", "seq + 1"),
            Map.entry("decision_id", "gen_random_uuid()"),
            Map.entry("record_id", "gen_random_uuid()"),
            Map.entry("school_id", "'sao-mai'"),
            Map.entry("purpose", "'photos'"),
            Map.entry("period", "'open-ended'"),
            Map.entry("purpose_version", "purpose_version + 1"),
            Map.entry("major_version", "major_version + 1"),
            Map.entry("kind", "'GIVEN'"),
            Map.entry("party", "gen_random_uuid()"),
            Map.entry("capacity", "'GUARDIAN'"),
            Map.entry("categories", "'{allergies}'"),
            Map.entry("method", "'PAPER'"),
            Map.entry("notice_id", "gen_random_uuid()"),
            Map.entry("language", "'en'"),
            Map.entry("request_id", "gen_random_uuid()"),
            Map.entry("target_seq", "7"),
            Map.entry("entered_by", "gen_random_uuid()"),
            Map.entry("expressed_on", "date '2020-01-01'"),
            Map.entry("reference", "'forged'"),
            Map.entry("last_day", "date '2020-01-01'"),
            Map.entry("conditions_digest", "'forged'"),
            // one is not kept without the other
            Map.entry("representation_id", "gen_random_uuid(), representative = gen_random_uuid()"),
            Map.entry("representative", "gen_random_uuid(), representation_id = gen_random_uuid()"),
            Map.entry("decided_at", "decided_at - interval '1 microsecond'"),
            Map.entry("body", "replace(body, 'REFUSED', 'GIVEN')"),
            Map.entry("prev_hash", "sha256(prev_hash)"),
            Map.entry("body_hash", "sha256(body_hash)"),
            Map.entry("hash", "sha256(hash)"));

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private School school;
    private String purpose;

    @BeforeEach
    void school() {
        school = School.at(port);
        purpose = school.publishNamed("Hồ sơ sức khỏe");
    }

    @Test
    void writersOfOneStudentStandInLineAndTheChainHolds() {
        Child child = school.child(5);
        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> school.decide(
                                child, i % 2 == 0 ? child.mother() : child.father(), Role.GUARDIAN, purpose, "GIVEN")
                        .expectStatus()
                        .isCreated());

        JsonNode verdict = verification(child);
        assertThat(verdict.get("valid").asBoolean()).isTrue();
        assertThat(verdict.get("entries").asInt()).isEqualTo(8);
    }

    @Test
    @Rule("R-WD-01")
    void theDatabaseRefusesChanges() {
        Child child = refused();

        StepVerifier.create(database.sql(forgery("kind", child)).then()).verifyError();

        assertThat(verification(child).get("valid").asBoolean()).isTrue();
    }

    static Stream<String> columns() {
        return FORGED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aColumnChangedBehindItsBackIsFound(String column) {
        Child child = refused();
        assertThat(verification(child).get("valid").asBoolean()).isTrue();

        forge(column, child);

        JsonNode verdict = verification(child);
        assertThat(verdict.get("valid").asBoolean()).isFalse();
        assertThat(verdict.get("firstBrokenSeq").asInt()).isEqualTo(1);
    }

    @Test
    void everyColumnIsTried() {
        Set<String> columns = database.sql(
                        "select column_name from information_schema.columns where table_name = 'decision'")
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .map(Set::copyOf)
                .block();

        assertThat(FORGED.keySet()).isEqualTo(columns);
    }

    @Test
    void aChainCutShortIsFound() {
        Child child = refused();

        unguarded("delete from decision where student_id = '" + child.id() + "'");

        assertThat(verification(child).get("valid").asBoolean()).isFalse();
    }

    private Child refused() {
        Child child = school.child(5);
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "REFUSED")
                .expectStatus()
                .isCreated();
        return child;
    }

    private void forge(String column, Child child) {
        unguarded(forgery(column, child));
    }

    private static String forgery(String column, Child child) {
        return "update decision set " + column + " = " + FORGED.get(column) + " where student_id = '" + child.id()
                + "'";
    }

    /** As somebody would who owns the database and switches its guards off. */
    private void unguarded(String change) {
        String forced = "begin; set local session_replication_role = replica; " + change + "; commit";
        StepVerifier.create(database.sql(forced).then()).verifyComplete();
    }

    private JsonNode verification(Child child) {
        return School.json(school.get(
                        "/v1/students/" + child.id() + "/ledger/verification",
                        Tokens.system(Role.DATA_PROTECTION_OFFICER))
                .expectStatus()
                .isOk());
    }
}

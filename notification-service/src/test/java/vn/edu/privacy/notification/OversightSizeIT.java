package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** A year of a hundred thousand requests in two hundred schools is counted while somebody waits. */
@Tag("long")
class OversightSizeIT extends RightsCase {
    private static final Logger LOG = LoggerFactory.getLogger(OversightSizeIT.class);
    private static final int REQUESTS = 100_000;
    private static final int SCHOOLS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aHundredThousandRequestsAreCountedWhileSomebodyWaits() {
        fill();
        report();

        Instant began = Instant.now();
        JsonNode report = report();
        Duration took = Duration.between(began, Instant.now());

        LOG.info("report on {} requests with {} deadlines: {} ms", REQUESTS, REQUESTS * 3, took.toMillis());
        assertThat(report.path("total").path("figures").valueStream().map(JsonNode::asInt))
                .containsExactly(REQUESTS * 4 / 5, 0, 0, REQUESTS / 5);
        assertThat(report.path("schools")).hasSize(SCHOOLS);
        assertThat(report.path("total").path("medianHours").asDouble()).isEqualTo(40.0);
        assertThat(took).isLessThan(PATIENCE);
    }

    private JsonNode report() {
        return get(Tokens.system(Role.INSPECTOR), "/v1/oversight/requests?year=2024")
                .body();
    }

    private void fill() {
        database.sql("""
                        with made as (
                            insert into request (id, reference, type, state, requester, student_id, school_id, received_at,
                                regime, changed_at)
                            select gen_random_uuid(), 'OM-' || n, (array['ACCESS', 'WITHDRAW', 'DELETE'])[1 + n % 3],
                                case when n % 5 = 0 then 'RECEIVED' else 'COMPLETED' end, :mother,
                                :student, 'truong-' || (n / 5) % :schools,
                                timestamptz '2024-01-02' + n * interval '5 minutes', 'ND13_2023', now()
                            from generate_series(1, :requests) n
                            returning id, received_at, state)
                        insert into request_clock (request_id, code, article, due, met_at, overdue_noted_at)
                        select id, code, 'Điều ' || code, received_at + interval '72 hours',
                            case when state = 'COMPLETED' then received_at + interval '40 hours' end,
                            case when state <> 'COMPLETED' then received_at + interval '72 hours' end
                        from made, unnest(array['ACKNOWLEDGE', 'FULFIL', 'PROMISE']) code""")
                // whoever asks may act for the child: nothing stops by itself
                .bind("mother", mother)
                .bind("student", student)
                .bind("schools", SCHOOLS)
                .bind("requests", REQUESTS)
                .then()
                .block();
        database.sql("analyze request, request_clock, handled_request").then().block();
    }
}

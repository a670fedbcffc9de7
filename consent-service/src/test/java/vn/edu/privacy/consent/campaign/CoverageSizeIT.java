package vn.edu.privacy.consent.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.campaign.domain.SchoolYear;
import vn.edu.privacy.platform.testing.RealParts;

/** A large school's figures come while somebody waits for the page. */
@RealParts
class CoverageSizeIT {
    private static final Logger LOG = LoggerFactory.getLogger(CoverageSizeIT.class);
    private static final int STUDENTS = 2_000;
    private static final int PURPOSES = 8;
    private static final Duration WAITED_FOR = Duration.ofSeconds(2);

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void twoThousandStudentsAndEightPurposesAreCountedAtOnce() {
        AskingSchool school = new AskingSchool(School.client(port));
        List<String> purposes = new ArrayList<>();
        for (int i = 0; i < PURPOSES; i++) {
            purposes.add(school.http().publishNamed("Việc thứ " + i));
        }
        fill(school.id(), purposes);
        UUID campaign = school.open(purposes, School.today().plusDays(20));
        List<Long> millis = new ArrayList<>();
        JsonNode counted = Objects.requireNonNull(school.coverage(campaign, school.officer()));
        for (int i = 0; i < 5; i++) {
            Instant before = Instant.now();
            counted = school.coverage(campaign, school.officer());
            millis.add(Duration.between(before, Instant.now()).toMillis());
        }
        LOG.info("coverage of {} students × {} purposes over HTTP, ms: {}", STUDENTS, PURPOSES, millis);
        assertThat(counted.get("classes")).hasSize(50);
        counted.get("total").forEach(figures -> {
            assertThat(figures.get("students").asInt()).isEqualTo(STUDENTS);
            assertThat(figures.get("permitted").asInt()).isEqualTo(STUDENTS / 2);
            assertThat(figures.get("refused").asInt()).isEqualTo(STUDENTS / 4);
            assertThat(figures.get("waiting").asInt()).isEqualTo(STUDENTS / 4);
        });
        assertThat(millis.stream().sorted().toList().get(2)).isLessThan(WAITED_FOR.toMillis());
    }

    /** Half permitted, a quarter refused, a quarter without a record; 40 in a class. */
    private void fill(String school, List<String> purposes) {
        StepVerifier.create(database.sql("""
                                with made as (
                                    insert into student (student_id, sector_index, sector_sealed, name_sealed,
                                        birth_date_source, school_id, version, changed_at)
                                    select gen_random_uuid(), sha256((:school || n)::bytea), '\\x00', '\\x00', 'DECLARED',
                                        :school, 1, now()
                                    from generate_series(1, :students) n
                                    returning student_id
                                ), numbered as (
                                    select student_id, row_number() over () as n from made
                                ), enrolled as (
                                    insert into enrolment (student_id, school_id, class_name, enrolled_from)
                                    select student_id, :school, (1 + n / 200) || chr((65 + (n / 40) % 5)::int), '2020-09-05'
                                    from (select student_id, n - 1 as n from numbered) as from_zero
                                )
                                insert into consent_record (student_id, controller_id, purpose_id, period, record_id, state,
                                    answer, categories, reminder_may_help, major_version, last_seq, changed_at)
                                select student_id, :school, code, :period, gen_random_uuid(),
                                    case when n % 4 = 0 then 'REFUSED' else 'GIVEN' end,
                                    case when n % 4 = 0 then 'DENY' else 'PERMIT' end, '{}', false, 1, 1, now()
                                from numbered cross join unnest(:purposes::text[]) as code
                                where n % 4 <> 1""")
                        .bind("school", school)
                        .bind("students", STUDENTS)
                        .bind("purposes", purposes.toArray(String[]::new))
                        .bind("period", SchoolYear.of(School.today()).name())
                        .then())
                .verifyComplete();
    }
}

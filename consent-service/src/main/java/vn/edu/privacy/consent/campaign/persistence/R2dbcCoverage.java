package vn.edu.privacy.consent.campaign.persistence;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.edu.privacy.consent.campaign.application.CoverageFigures;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.Coverage;
import vn.edu.privacy.consent.campaign.domain.Tally;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.platform.database.RequiredColumn;

/**
 * Counts in one statement, from the records that checks read: the school's students by the index on its enrolments, their
 * records by primary key.
 */
@Repository
class R2dbcCoverage implements CoverageFigures {
    private static final String COUNT = """
            with asked as materialized (
                select distinct on (e.student_id) e.student_id, e.class_name
                from enrolment e
                where e.school_id = :school and e.enrolled_from <= :today
                    and (e.enrolled_until is null or e.enrolled_until > :today)
                    and (cardinality(:classes::text[]) = 0 or e.class_name = any(:classes::text[]))
                order by e.student_id, e.enrolled_from desc
            ), wanted as (
                select p.code, p.last_major_version,
                    case p.period_kind when 'SCHOOL_YEAR' then :schoolYear else 'open-ended' end as period
                from purpose p where p.code = any(:purposes::text[])
            ), standing as (
                select a.class_name, w.code,
                    r.answer = 'PERMIT' and (r.answer_until is null or r.answer_until > :now)
                        and r.major_version >= w.last_major_version as permitted,
                    r.state in ('REFUSED', 'WITHDRAWN', 'CONFLICT', 'RESTRICTED', 'ENDED', 'EXPIRED') as refused
                from asked a
                cross join wanted w
                left join consent_record r on r.student_id = a.student_id and r.controller_id = :school
                    and r.purpose_id = w.code and r.period = w.period
            )
            select class_name, code,
                (count(*) filter (where permitted))::int as permitted,
                (count(*) filter (where refused))::int as refused,
                (count(*) filter (where permitted is not true and refused is not true))::int as waiting
            from standing group by class_name, code""";

    private final DatabaseClient database;

    R2dbcCoverage(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Coverage.Cell> count(Campaign campaign, Instant at) {
        return database.sql(COUNT)
                .bind("school", campaign.schoolId())
                .bind("today", LocalDate.ofInstant(at, ConsentRules.ZONE))
                .bind("now", at)
                .bind("schoolYear", campaign.schoolYear().name())
                .bind("purposes", campaign.purposes().toArray(String[]::new))
                .bind("classes", campaign.classes().toArray(String[]::new))
                .map(row -> new Coverage.Cell(
                        RequiredColumn.get(row, "class_name", String.class),
                        RequiredColumn.get(row, "code", String.class),
                        new Tally(
                                RequiredColumn.get(row, "permitted", Integer.class),
                                RequiredColumn.get(row, "refused", Integer.class),
                                RequiredColumn.get(row, "waiting", Integer.class))))
                .all();
    }
}

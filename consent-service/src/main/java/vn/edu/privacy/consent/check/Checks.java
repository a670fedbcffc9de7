package vn.edu.privacy.consent.check;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.LawfulBasis;
import vn.edu.privacy.consent.purpose.PeriodKind;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Answers from the primary's committed state and logs the answers, in one statement; nothing is cached. */
@Repository
class Checks {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String ANSWER = """
            with asked as (
                select s.student_id, s.ns, p.code, p.np
                from unnest(:students::uuid[]) with ordinality as s (student_id, ns)
                cross join unnest(:purposes::text[]) with ordinality as p (code, np)
            ), facts as (
                select a.student_id, a.code, a.ns, a.np, e.enrolled, p.lawful_basis, p.data_categories,
                    p.code is not null as known,
                    p.retired_at is null and :today between p.processing_from and p.processing_until as active,
                    :categories::text[] as wanted, r.record_id, r.answer as held, r.categories as given,
                    r.conditional_on, r.answer_until, r.reminder_may_help,
                    r.answer = 'PERMIT' and (r.answer_until is null or r.answer_until > :now)
                        and r.major_version >= p.last_major_version as valid,
                    r.major_version < p.last_major_version or r.answer_until <= :now as lapsed
                from asked a
                left join lateral (
                    select true as enrolled from enrolment e
                    where e.student_id = a.student_id and e.school_id = :school and e.enrolled_from <= :today
                        and (e.enrolled_until is null or e.enrolled_until > :today)
                    limit 1) e on true
                left join purpose p on p.code = a.code
                left join consent_record r on r.student_id = a.student_id and r.controller_id = :school
                    and r.purpose_id = a.code
                    and r.period = case p.period_kind when 'SCHOOL_YEAR' then :schoolYear else :openEnded end
            ), reasoned as (
                select *, case
                    when enrolled is null then 'NOT_ENROLLED'
                    when not known then 'UNKNOWN_PURPOSE'
                    when not active then 'PURPOSE_NOT_ACTIVE'
                    when not (coalesce(wanted, data_categories) <@ data_categories) then 'CATEGORIES_NOT_GRANTED'
                    when lawful_basis <> 'CONSENT' then 'EXCEPTION_BASIS'
                    when held = 'RESTRICTED' then 'RESTRICTED'
                    when valid is not true then 'NO_VALID_CONSENT'
                    when not (coalesce(wanted, data_categories) <@ coalesce(given, '{}')) then 'CATEGORIES_NOT_GRANTED'
                    else 'CONSENT_GIVEN' end as reason
                from facts
            ), answered as (
                select *, case
                    when reason in ('CONSENT_GIVEN', 'EXCEPTION_BASIS') then 'PERMIT'
                    when reason = 'RESTRICTED' then 'RESTRICTED'
                    else 'DENY' end as answer
                from reasoned
            ), logged as (
                insert into check_log (student_id, check_id, purpose, school_id, caller, client, categories, answer,
                    reason, record_id, asked_at)
                select student_id, :checkId, code, :school, :caller, :client, wanted, answer, reason, record_id, :now
                from answered
            )
            select student_id, code, answer, reason, lawful_basis,
                case when answer = 'PERMIT' then conditional_on end as conditional_on,
                case when reason = 'CONSENT_GIVEN' then answer_until end as consent_ends,
                case when answer <> 'DENY' then record_id end as record_id,
                case when reason = 'NO_VALID_CONSENT' then lapsed is true or coalesce(reminder_may_help, true) end
                    as reminder,
                case when reason in ('CONSENT_GIVEN', 'EXCEPTION_BASIS') then coalesce(wanted, data_categories)
                    when reason = 'CATEGORIES_NOT_GRANTED' and valid then given
                    else '{}' end as granted
            from answered order by ns, np""";

    private final DatabaseClient database;
    private final Clock clock;

    Checks(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The cells in the order asked; complete only when all of them are in the log. */
    Mono<List<Cell>> answer(Question question) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        List<String> categories = question.categories();
        return Params.of(database.sql(ANSWER))
                .bind("students", question.students().toArray(UUID[]::new))
                .bind("purposes", question.purposes().toArray(String[]::new))
                .bind("school", question.schoolId())
                .bind("checkId", question.checkId())
                .bind("caller", question.caller())
                .bind("client", question.client(), String.class)
                .bind("today", today)
                .bind("now", now)
                .bind("schoolYear", PeriodKind.SCHOOL_YEAR.periodOn(today))
                .bind("openEnded", PeriodKind.OPEN_ENDED.periodOn(today))
                .bind("categories", categories == null ? null : categories.toArray(String[]::new), String[].class)
                .statement()
                .map(Checks::cell)
                .all()
                .collectList();
    }

    /** Our id for a sector number; an id that is nobody's when unknown, so that the check is answered and logged. */
    Mono<UUID> student(byte[] sectorIndex) {
        return database.sql("select student_id from student where sector_index = :index")
                .bind("index", sectorIndex)
                .map(row -> RequiredColumn.get(row, "student_id", UUID.class))
                .one()
                .defaultIfEmpty(NOBODY);
    }

    private static Cell cell(Readable row) {
        String basis = row.get("lawful_basis", String.class);
        return new Cell(
                RequiredColumn.get(row, "student_id", UUID.class),
                RequiredColumn.get(row, "code", String.class),
                RequiredColumn.get(row, "answer", String.class),
                Reason.valueOf(RequiredColumn.get(row, "reason", String.class)),
                list(row.get("granted", String[].class)),
                list(row.get("conditional_on", UUID[].class)),
                basis == null ? null : LawfulBasis.valueOf(basis),
                row.get("consent_ends", Instant.class),
                row.get("record_id", UUID.class),
                row.get("reminder", Boolean.class));
    }

    private static <T> List<T> list(T @Nullable [] values) {
        return values == null ? List.of() : List.of(values);
    }
}

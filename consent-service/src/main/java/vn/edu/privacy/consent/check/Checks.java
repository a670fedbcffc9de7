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
import vn.edu.privacy.consent.sharing.SharingAgreement.Content;
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
            ), handled as (
                select case
                    when exists (select 1 from connected_client c join legal_entity e on e.code = c.legal_entity
                        where c.client in (:client::text, :behalf::text) and e.state <> 'ACTIVE') then 'DISCONNECTED'
                    when :form then 'FORM_FORBIDDEN'
                    when (:channel::text is not null or :host::text is not null) and not exists (
                        select 1 from collection_channel c
                        where c.ended_at is null and (c.school_id is null or c.school_id = :school)
                            and c.code = coalesce(:channel::text, c.code)
                            and (:host::text is null or c.host = :host::text)) then 'CHANNEL_NOT_AUTHORISED'
                    when :operation <> 'SHARE' then null
                    when s.code is null then 'RECIPIENT_UNKNOWN'
                    when s.sector = 'OUT' and not :departmental then 'RECIPIENT_OUTSIDE_SECTOR'
                    when exists (select 1 from legal_entity e where e.code = s.legal_entity and e.state <> 'ACTIVE')
                        then 'RECIPIENT_DISCONNECTED'
                    when s.route <> :route::text then 'ROUTE_NOT_ALLOWED'
                    when s.agreement_reference is null or cardinality(s.agreement_states) < :contents
                        or greatest(s.agreement_signed_on, s.agreement_from) > :today or s.agreement_until < :today
                        then 'AGREEMENT_MISSING' end as prohibited
                from (select :recipient::text as wanted) w left join sharing_recipient s on s.code = w.wanted
            ), facts as (
                select a.student_id, a.code, a.ns, a.np, e.enrolled, p.lawful_basis, p.data_categories,
                    p.code is not null as known,
                    p.retired_at is null and :today between p.processing_from and p.processing_until as active,
                    :categories::text[] as wanted, r.record_id, r.answer as held, r.categories as given,
                    r.conditional_on, r.answer_until, r.reminder_may_help,
                    r.answer = 'PERMIT' and (r.answer_until is null or r.answer_until > :now)
                        and r.major_version >= p.last_major_version as valid,
                    r.major_version < p.last_major_version or r.answer_until <= :now as lapsed, h.prohibited,
                    :recipient::text is not null and not exists (
                        select 1 from purpose_version v where v.code = p.code and v.version = p.version
                            and v.content -> 'recipients' @> jsonb_build_array(jsonb_build_object('code', :recipient::text)))
                        as unnamed
                from asked a cross join handled h
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
                    when prohibited is not null then prohibited
                    when enrolled is null then 'NOT_ENROLLED'
                    when not known then 'UNKNOWN_PURPOSE'
                    when not active then 'PURPOSE_NOT_ACTIVE'
                    when unnamed then 'RECIPIENT_NOT_NAMED'
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
                    reason, record_id, asked_at, operation, channel, recipient)
                select student_id, :checkId, code, :school, :caller, coalesce(:behalf::text, :client::text), wanted, answer, reason, record_id, :now,
                    :operation, :channel::text, :recipient::text
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
        Handling handling = question.handling();
        return Params.of(database.sql(ANSWER))
                .bind("students", question.students().toArray(UUID[]::new))
                .bind("purposes", question.purposes().toArray(String[]::new))
                .bind("school", question.schoolId())
                .bind("checkId", question.checkId())
                .bind("caller", question.caller())
                .bind("client", question.client(), String.class)
                .bind("behalf", question.behalf(), String.class)
                .bind("today", today)
                .bind("now", now)
                .bind("schoolYear", PeriodKind.SCHOOL_YEAR.periodOn(today))
                .bind("openEnded", PeriodKind.OPEN_ENDED.periodOn(today))
                .bind("categories", categories == null ? null : categories.toArray(String[]::new), String[].class)
                .bind("operation", handling.operation().name())
                .bind("channel", handling.channel(), String.class)
                .bind("host", handling.host(), String.class)
                .bind("form", handling.form())
                .bind("recipient", handling.recipient(), String.class)
                .bind(
                        "route",
                        handling.route() == null ? null : handling.route().name(),
                        String.class)
                .bind("departmental", handling.departmental())
                .bind("contents", Content.values().length)
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

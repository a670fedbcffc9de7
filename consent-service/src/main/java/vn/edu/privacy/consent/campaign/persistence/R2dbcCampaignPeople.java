package vn.edu.privacy.consent.campaign.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.CampaignPeople;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.Step;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.roster.ClassNames;
import vn.edu.privacy.platform.database.RequiredColumn;

/** A school's people in PostgreSQL. */
@Repository
class R2dbcCampaignPeople implements CampaignPeople {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String NOT_REACHED = """
            with asked as materialized (
                select distinct e.student_id
                from enrolment e
                where e.school_id = :school and e.enrolled_from <= :today
                    and (e.enrolled_until is null or e.enrolled_until > :today)
                    and (cardinality(:classes::text[]) = 0 or e.class_name = any(:classes::text[]))
                    and exists (
                        select from purpose p
                        left join consent_record r on r.student_id = e.student_id and r.controller_id = :school
                            and r.purpose_id = p.code
                            and r.period = case p.period_kind when 'SCHOOL_YEAR' then :schoolYear else 'open-ended' end
                        where p.code = any(:purposes::text[]) and p.retired_at is null
                            and (r.answer = 'PERMIT' and (r.answer_until is null or r.answer_until > :now)
                                and r.major_version >= p.last_major_version) is not true)
            ), acting as (
                select g.person_id, g.student_id, 'GUARDIAN' as side
                from guardianship g join asked a on a.student_id = g.student_id
                where g.valid_from <= :today and (g.valid_until is null or g.valid_until > :today)
                    and (g.suspended_from is null or g.suspended_from > :today or g.suspended_until <= :today)
                union
                select s.person_id, s.student_id, 'STUDENT'
                from student s join asked a on a.student_id = s.student_id
                where s.person_id is not null
            ), page as (
                select distinct p.person_id
                from acting p
                where p.person_id > :after and not exists (
                    select from campaign_told t
                    where t.campaign_id = :campaign and t.step = :step and t.person_id = p.person_id)
                order by p.person_id limit :atMost
            )
            select acting.person_id, acting.student_id, acting.side
            from acting join page on page.person_id = acting.person_id
            order by acting.person_id, acting.student_id""";
    private static final String CLASSES = """
            select distinct class_name from enrolment
            where school_id = :school and enrolled_from <= :today and (enrolled_until is null or enrolled_until > :today)""";
    private static final String STUDENTS = """
            select distinct student_id from enrolment
            where school_id = :school and class_name = :class and enrolled_from <= :today
                and (enrolled_until is null or enrolled_until > :today)
                and (cardinality(:classes::text[]) = 0 or class_name = any(:classes::text[]))
            order by student_id""";

    /** In the order of the key, so that two instances never wait for each other crosswise. */
    private static final String REMEMBER = """
            insert into campaign_told (campaign_id, step, person_id, told_at)
            select :campaign, :step, person_id, :at from unnest(:people::uuid[]) as p (person_id) order by person_id
            on conflict do nothing returning person_id""";

    private final DatabaseClient database;

    R2dbcCampaignPeople(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<String>> classes(String schoolId, LocalDate day) {
        return database.sql(CLASSES)
                .bind("school", schoolId)
                .bind("today", day)
                .map(row -> RequiredColumn.get(row, "class_name", String.class))
                .all()
                .collectSortedList(ClassNames.BY_GRADE);
    }

    @Override
    public Flux<Relation> notReached(Campaign campaign, Step step, Instant now, @Nullable UUID after, int atMost) {
        return database.sql(NOT_REACHED)
                .bind("school", campaign.schoolId())
                .bind("today", LocalDate.ofInstant(now, ConsentRules.ZONE))
                .bind("now", now)
                .bind("schoolYear", campaign.schoolYear().name())
                .bind("purposes", campaign.purposes().toArray(String[]::new))
                .bind("classes", campaign.classes().toArray(String[]::new))
                .bind("campaign", campaign.id())
                .bind("step", step.name())
                .bind("after", after == null ? FIRST : after)
                .bind("atMost", atMost)
                .map(row -> new Relation(
                        RequiredColumn.get(row, "person_id", UUID.class),
                        RequiredColumn.get(row, "student_id", UUID.class),
                        Side.valueOf(RequiredColumn.get(row, "side", String.class))))
                .all();
    }

    @Override
    public Flux<UUID> remember(UUID campaignId, Step step, Collection<UUID> people, Instant at) {
        return database.sql(REMEMBER)
                .bind("campaign", campaignId)
                .bind("step", step.name())
                .bind("people", people.toArray(UUID[]::new))
                .bind("at", at)
                .map(row -> RequiredColumn.get(row, "person_id", UUID.class))
                .all();
    }

    @Override
    public Flux<UUID> students(Campaign campaign, String className, LocalDate day) {
        return database.sql(STUDENTS)
                .bind("school", campaign.schoolId())
                .bind("class", className)
                .bind("classes", campaign.classes().toArray(String[]::new))
                .bind("today", day)
                .map(row -> RequiredColumn.get(row, "student_id", UUID.class))
                .all();
    }
}

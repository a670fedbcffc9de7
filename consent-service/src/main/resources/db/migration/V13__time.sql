-- what the roster said of a student, version by version, for whoever asks what was known then: ids and dates only
create table student_version (
    student_id uuid not null,
    version bigint not null,
    recorded_at timestamptz not null,
    school_id text not null,
    person_id uuid,
    birth_date date,
    birth_date_source text not null,
    enrolments jsonb not null,
    guardians jsonb not null,
    primary key (student_id, version)
);

-- of students known already, what is known now was last changed then; what was known before it was not kept
insert into student_version (student_id, version, recorded_at, school_id, person_id, birth_date, birth_date_source,
    enrolments, guardians)
select s.student_id, s.version, s.changed_at, s.school_id, s.person_id, s.birth_date, s.birth_date_source,
    coalesce((
        select jsonb_agg(jsonb_build_object('schoolId', e.school_id, 'from', e.enrolled_from, 'until',
            e.enrolled_until) order by e.enrolled_from desc)
        from enrolment e where e.student_id = s.student_id), '[]'),
    coalesce((
        select jsonb_agg(jsonb_build_object('personId', g.person_id, 'capacity', g.capacity, 'from', g.valid_from,
            'until', g.valid_until, 'suspendedFrom', g.suspended_from, 'suspendedUntil', g.suspended_until)
            order by g.valid_from, g.person_id)
        from guardianship g where g.student_id = s.student_id), '[]')
from student s;

create trigger student_version_immutable
    before update or delete on student_version
    for each row execute function refuse_change();
create trigger student_version_kept
    before truncate on student_version
    for each statement execute function refuse_change();

-- since when entries up to a seq bring no PERMIT any more, because facts were put right in between
create table reconfirmation (
    student_id uuid not null,
    record_id uuid not null,
    after_seq bigint not null,
    asked_at timestamptz not null,
    primary key (student_id, record_id, after_seq)
);

-- when it was asked was not kept: surely not before the newest entry that it is about
insert into reconfirmation (student_id, record_id, after_seq, asked_at)
select r.student_id, r.record_id, r.reconfirm_after, d.decided_at
from consent_record r
join decision d on d.student_id = r.student_id and d.seq = r.reconfirm_after
where r.reconfirm_after > 0;

create trigger reconfirmation_immutable
    before update or delete on reconfirmation
    for each row execute function refuse_change();

-- checks of the past say which instant they asked about, and as known when
alter table check_log
    add column asked_about timestamptz,
    add column known_at timestamptz;

-- agreements before an erasure count no longer
alter table decision drop constraint decision_kind_check;
alter table decision add constraint decision_kind_check check (kind in (
    'GIVEN', 'REFUSED', 'WITHDRAWN', 'CHECK_CONFIRMED', 'CHECK_REJECTED', 'SETTLED_GIVEN', 'SETTLED_REFUSED',
    'ENDED_BY_ORDER', 'RESTRICTED', 'RESTRICTION_LIFTED', 'LEFT_OUT', 'READ_AS_GIVEN', 'READ_AS_REFUSED',
    'READ_AS_WITHDRAWN', 'ERASED'));

-- an erased student is found by no number any more
alter table student alter column sector_index drop not null;

-- numbers of students who were erased, as keyed digests of another kind than the blind index: their old lines are
-- refused. No student id, so that nothing leads from a number to what is left of its student.
create table erased_number (
    digest bytea primary key,
    erased_on date not null
);

-- who was erased at whose request, on which ground; the topic consent.erasures.v1 says the same apart from this database
create table erasure_journal (
    student_id uuid not null,
    request_id uuid not null,
    scope text not null check (scope in ('PURPOSE', 'STUDENT')),
    purpose text,
    ground text not null,
    asked_by uuid not null,
    erased_at timestamptz not null,
    -- which sides had to decide when each decision was made, "seq:STUDENT+GUARDIAN": what remains of the birth date
    required_sides text[] not null,
    primary key (student_id, request_id),
    check ((scope = 'PURPOSE') = (purpose is not null))
);

create trigger erasure_journal_immutable
    before update or delete on erasure_journal
    for each row execute function refuse_change();
create trigger erasure_journal_kept
    before truncate on erasure_journal
    for each statement execute function refuse_change();

-- what was known of an erased student forgets the birth date and the login; nothing else of any version is ever changed
create function only_forget_the_erased() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and exists (
        select from erasure_journal where student_id = old.student_id and scope = 'STUDENT') then
        old.birth_date := null;
        old.person_id := null;
        if new is not distinct from old then
            return new;
        end if;
    end if;
    raise exception '% is append-only', tg_table_name;
end
$$;

drop trigger student_version_immutable on student_version;
create trigger student_version_immutable
    before update or delete on student_version
    for each row execute function only_forget_the_erased();

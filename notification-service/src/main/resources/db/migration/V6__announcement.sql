-- a notice is about a request, or about a matter of consent that consent-service announced
alter table notice
    alter column request_id drop not null,
    add column announcement_id uuid,
    add column student_id uuid,
    add column purpose text,
    add column campaign_id uuid,
    add column about date,
    add constraint notice_has_one_matter check (num_nonnulls(request_id, announcement_id) = 1),
    -- telling twice says it once
    add constraint notice_announced_once unique (person_id, announcement_id);

-- all of a kind that one run announces to a person goes into one e-mail: that of the first notice
create table notice_digest (
    person_id uuid not null,
    kind text not null,
    at timestamptz not null,
    notice_id uuid not null references notice,
    primary key (person_id, kind, at)
);

-- what the officers of a school have to look at
create table officer_notice (
    school_id text not null,
    id uuid not null,
    kind text not null,
    student_id uuid,
    purpose text,
    campaign_id uuid,
    about date,
    at timestamptz not null,
    seen_at timestamptz,
    seen_by text,
    primary key (school_id, id),
    check ((seen_at is null) = (seen_by is null))
);

create index officer_notice_newest_idx on officer_notice (school_id, at desc);
create index officer_notice_unseen_idx on officer_notice (school_id) where seen_at is null;

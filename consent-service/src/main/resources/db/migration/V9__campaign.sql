-- a school asks its families for a school year; what they answer stands in the ledger alone
create table campaign (
    campaign_id uuid primary key,
    school_id text not null,
    school_year text not null,
    name_vi text,
    name_en text,
    purposes text[] not null,
    -- every class when empty
    classes text[] not null,
    opens_on date not null,
    deadline date not null,
    created_at timestamptz not null,
    created_by text not null,
    closed_at timestamptz,
    closed_by text,
    check (deadline >= opens_on),
    check (cardinality(purposes) > 0),
    check ((closed_at is null) = (closed_by is null))
);

create index campaign_school_idx on campaign (school_id, campaign_id);

-- those that may still speak
create index campaign_running_idx on campaign (campaign_id) where closed_at is null;

-- an officer asked that those missing be reminded
create table campaign_reminder (
    campaign_id uuid not null references campaign (campaign_id),
    asked_at timestamptz not null,
    asked_by text not null,
    primary key (campaign_id, asked_at)
);

-- whom each step has reached: nobody is told twice, whichever instance tells them
create table campaign_told (
    campaign_id uuid not null references campaign (campaign_id),
    step text not null,
    person_id uuid not null,
    told_at timestamptz not null,
    primary key (campaign_id, step, person_id)
);

-- what is put before officers may be about a request
alter table officer_notice add column request_id uuid;

-- when officers are next reminded of a deadline; nothing is scheduled for what is over
alter table request_clock add column next_reminder_at timestamptz;

create index request_clock_reminder_idx on request_clock (next_reminder_at)
    where next_reminder_at is not null and met_at is null;
create index request_clock_overdue_idx on request_clock (due) where met_at is null and overdue_noted_at is null;

update request_clock set next_reminder_at = due - interval '1 day' where met_at is null and due > now();

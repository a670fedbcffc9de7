-- what is handled is counted when it is, and not whenever somebody reads the figures of oversight: one narrow row for each
-- request whose clocks are all met, kept by the database itself, in whatever order the clocks are met and reopened
create table handled_request (
    request_id uuid primary key references request,
    -- of receipt, Asia/Ho_Chi_Minh
    year smallint not null,
    month smallint not null,
    school_id text not null,
    type text not null,
    -- why it was refused, if it was
    ground text,
    late boolean not null,
    -- from receipt to the last step
    seconds double precision not null,
    -- a line for each clock: code, article, and whether it was met in time ('t') or not ('f'), with tabs between
    clocks text not null
);

-- medians are read off these, without sorting
create index handled_request_year_idx on handled_request (year, seconds);
create index handled_request_type_idx on handled_request (year, type, seconds);
create index handled_request_school_idx on handled_request (year, school_id, seconds);

alter table request add column handled boolean not null default false;
create index request_unhandled_idx on request (received_at) where not handled;

create view handled_now as
select r.id as request_id, extract(year from r.received_at at time zone 'Asia/Ho_Chi_Minh')::smallint as year,
    extract(month from r.received_at at time zone 'Asia/Ho_Chi_Minh')::smallint as month,
    r.school_id, r.type, r.refusal_ground as ground, bool_or(c.met_at >= c.due) as late,
    extract(epoch from max(c.met_at) - r.received_at)::double precision as seconds,
    string_agg(c.code || e'\t' || c.article || e'\t' || (c.met_at < c.due), e'\n' order by c.code, c.article) as clocks
from request r join request_clock c on c.request_id = r.id
group by r.id
having bool_and(c.met_at is not null);

create function note_handled(id uuid) returns void language plpgsql as $$
begin
    insert into handled_request select * from handled_now where request_id = id
    on conflict (request_id) do update set ground = excluded.ground, late = excluded.late, seconds = excluded.seconds,
        clocks = excluded.clocks;
    if found then
        update request set handled = true where request.id = note_handled.id and not handled;
    else
        delete from handled_request where request_id = note_handled.id;
        update request set handled = false where request.id = note_handled.id and handled;
    end if;
end
$$;

create function note_clock() returns trigger language plpgsql as $$
begin
    perform note_handled(new.request_id);
    return null;
end
$$;

create function note_ground() returns trigger language plpgsql as $$
begin
    update handled_request set ground = new.refusal_ground where request_id = new.id;
    return null;
end
$$;

create trigger request_clock_begun after insert on request_clock
    for each row execute function note_clock();
create trigger request_clock_moved after update of met_at, due on request_clock
    for each row when (old.met_at is distinct from new.met_at or old.due is distinct from new.due)
    execute function note_clock();
create trigger request_ground_given after update of refusal_ground on request
    for each row when (old.refusal_ground is distinct from new.refusal_ground and new.handled)
    execute function note_ground();

insert into handled_request select * from handled_now;
update request set handled = true where id in (select request_id from handled_request);

-- a notice may be about a violation that touched the person's data or a child's
alter table notice
    drop constraint notice_has_one_matter,
    add column incident_id uuid,
    add constraint notice_has_one_matter check (num_nonnulls(request_id, announcement_id, incident_id) = 1),
    -- telling twice says it once
    add constraint notice_incident_once unique (person_id, incident_id);

create index notice_incident_idx on notice (incident_id) where incident_id is not null;

-- what officers have to look at leads to the violation that it is about
alter table officer_notice add column incident_id uuid;

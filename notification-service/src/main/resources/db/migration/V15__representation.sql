-- who acts by authorisation for a guardian or an adult student, as the other service tells it: ids and dates only
create table known_representation (
    student_id uuid not null,
    representation_id uuid not null,
    version integer not null,
    represented uuid not null,
    representative uuid not null,
    -- empty: every purpose
    purposes text[] not null,
    in_force_from date not null,
    in_force_until date not null,
    holds boolean not null,
    primary key (student_id, representation_id)
);

create index known_representation_person_idx on known_representation (representative);

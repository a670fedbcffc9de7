-- a form that was printed: the proof of which notice was on the paper that a family signed
create table paper_form (
    student_id uuid not null,
    form_id uuid not null,
    number text not null,
    school_id text not null,
    purpose text not null,
    version integer not null,
    languages text[] not null,
    printed_by uuid not null,
    printed_at timestamptz not null,
    primary key (student_id, form_id),
    foreign key (purpose, version) references purpose_version (code, version)
);

create unique index paper_form_number_idx on paper_form (number);

create trigger paper_form_immutable
    before update or delete on paper_form
    for each row execute function refuse_change();

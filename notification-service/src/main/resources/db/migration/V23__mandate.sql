-- an authorisation may be limited to kinds of requests, as to purposes; empty: every kind
alter table known_representation add column request_types text[] not null default '{}';

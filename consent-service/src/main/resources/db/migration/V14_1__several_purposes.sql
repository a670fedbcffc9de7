-- one request may be about several purposes, each erased by itself; a whole student has none
alter table erasure_journal drop constraint erasure_journal_pkey;
alter table erasure_journal add constraint erasure_journal_once unique nulls not distinct (student_id, request_id, purpose);

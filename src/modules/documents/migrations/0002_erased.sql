-- What is erased is marked first, with whatever else goes, and its bytes are removed from the store afterwards, as often as it takes.
alter table documents.file add column removed_at timestamptz;
alter table documents.issued_document add column erased_at timestamptz, add column removed_at timestamptz;
create index file_to_remove on documents.file (erased_at) where erased_at is not null and removed_at is null;
create index issued_document_to_remove on documents.issued_document (erased_at) where erased_at is not null and removed_at is null;
grant update (name, removed_at) on documents.file to tongban_app;
grant update (erased_at, removed_at) on documents.issued_document to tongban_app;

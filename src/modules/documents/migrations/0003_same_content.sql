-- The same content handed in twice is asked for by its hash.
create index file_by_content on documents.file (sha256);

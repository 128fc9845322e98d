-- What is worked out of an item when it is published, so that a start neither spells 6,500 names nor reads 6,500 bodies.
alter table catalogue.item_version add column derived jsonb;
grant update (derived) on catalogue.item_version to tongban_app;

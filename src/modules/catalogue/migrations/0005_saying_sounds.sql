-- How Chinese sayings sound, worked out once: { rules, letters: { saying: letters } }.
alter table catalogue.synonym add column sounds jsonb;

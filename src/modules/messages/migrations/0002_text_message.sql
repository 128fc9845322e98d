-- A notice can go out as a text message too. What it says is short and of its own, so it is kept; a mail is made of the notice.
alter table messages.delivery drop constraint delivery_way_check;
alter table messages.delivery add constraint delivery_way check (way in ('mail', 'text'));
alter table messages.delivery add column body text;

-- A text message has no room for a long address: `/t/{code}` leads on to it.
create table messages.short_link (
  code text collate "C" primary key,
  link text not null,
  made_at timestamptz not null
);

grant select, insert on messages.short_link to tongban_app;

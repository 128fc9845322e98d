-- A text message goes to a number: who books by telephone has no inbox. So it is a thing of its own, not a way of a notice.
delete from messages.delivery where way = 'text';
alter table messages.delivery drop constraint delivery_way, drop column body;
alter table messages.delivery add constraint delivery_way check (way in ('mail'));

create table messages.text_message (
  text_id uuid primary key,
  source text collate "C" not null,
  phone text not null,
  language text not null,
  body text not null,
  at timestamptz not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts int not null default 0,
  hold_until timestamptz,
  sent_at timestamptz,
  error_code text,
  constraint text_message_once unique (source, phone)
);
create index text_message_held on messages.text_message (hold_until) where hold_until is not null;

grant select, insert, update on messages.text_message to tongban_app;

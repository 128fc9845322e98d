-- What a line of a list says besides: in which days the promise counts, and the fee.
alter table catalogue.item_version
  add column promised_unit text generated always as (body -> 'limits' -> 'promised' ->> 'unit') stored,
  add column fee numeric generated always as ((body -> 'fee' ->> 'amount')::numeric) stored;

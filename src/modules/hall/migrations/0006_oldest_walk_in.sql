-- Who came first without a booking, found without looking at everybody who waits.
create index ticket_walk_in on hall.ticket (venue, on_day, service_group, taken_at) where state = 'waiting' and kind = 'walk-in';

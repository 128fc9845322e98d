-- What happens in the building. The door's tables follow in odd migrations, the queue's in even ones.
create schema hall;
grant usage on schema hall to tongban_app;

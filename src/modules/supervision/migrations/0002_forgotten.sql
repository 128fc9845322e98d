-- The reason of an ending may say something about a person: it goes with the case, the figures stay.
grant update (reason) on supervision.ending to tongban_app;

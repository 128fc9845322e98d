export const findThing = 'select n from beta.thing join alpha.public_thing using (n) where n = $1';

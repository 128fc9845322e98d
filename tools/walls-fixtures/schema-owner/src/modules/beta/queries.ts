export const findThing = 'select n from alpha.thing where n = $1';
export const findPublished = 'select n from alpha.public_thing where n = $1';

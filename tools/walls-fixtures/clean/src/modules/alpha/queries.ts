export const findThing = 'select n from alpha.thing';

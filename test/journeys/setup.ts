/** Journeys need what tests on a database need: one PostgreSQL a run. */
export { setup } from '../support/setup.ts';

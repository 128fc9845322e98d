export { addCalendarChange, addWorkdays, listDays } from './actions/calendars.ts';
export { editOfficer, editUnit } from './actions/edit.ts';
export { getUnit, listOfficers, listUnits, listVenues } from './actions/lists.ts';

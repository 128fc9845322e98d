export {
  changePassword,
  confirmSecondFactor,
  dropSecondFactor,
  getMe,
  listMyViews,
  prepareSecondFactor,
  setPreferences,
} from './actions/account.ts';
export { acceptMandate, endMandate, listMyMandates, offerMandate, recordMandate } from './actions/mandates.ts';
export { createStaff, endSessionsOf, invite, listPeople, setRoles } from './actions/people.ts';
export * from './actions/sessions.ts';

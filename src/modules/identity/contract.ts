export * from './contract/account.ts';
export { acceptMandate, endMandate, listMyMandates, offerMandate, recordMandate } from './contract/mandates.ts';
export * from './contract/people.ts';
export * from './contract/sessions.ts';

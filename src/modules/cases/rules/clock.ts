/**
 * The clock of a case: a ledger of segments that only grows, and due days derived from it, never stored as truth.
 * `clock/ledger.ts` writes the ledger, `clock/due.ts` reads it, `clock/law.ts` reads the dated tables of the law.
 */
export type { Act, Appointment, ClockName, CutOff, Extension, Ledger, Limit, Segment } from './clock/ledger.ts';
export { appoint, begin, emptyLedger, pause, restart, resume, segmentsOf, start, stop } from './clock/ledger.ts';
export type { ClockRule, CountedDay, CountingCalendar, Explanation } from './clock/due.ts';
export { dueDay, explain, extend, isLate, noticeBy, remaining } from './clock/due.ts';
export type { LegalRule, LegalTable } from './clock/law.ts';
export { legalRule } from './clock/law.ts';

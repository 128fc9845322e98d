import type { Day } from '#kernel/workdays.ts';

/** `calendar_changed`: days became worked or free in a calendar (`CN`, `VN`, or the code of a region, unit or venue). Open deadlines must be counted anew. */
export type CalendarChanged = { readonly calendar: string; readonly days: readonly Day[]; readonly worked: boolean };

/** `contacts_changed`: a unit's or an officer's entry in the directory was edited. */
export type ContactsChanged = { readonly unitCode: string; readonly personId?: string };

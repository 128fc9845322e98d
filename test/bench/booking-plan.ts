import type { Plan } from '#modules/appointments/rules/plan.ts';

export const benchPlace = 'hechuan-hall:bench';
const daily = [{ from: '08:00', to: '16:00' }];

/** Sixty windows, eight hours, matters of one to four cells. */
export const benchPlan: Plan = {
  kind: 'hall',
  cap: 240,
  specialCap: 0,
  zones: [],
  groups: [1, 2, 3, 4].map((cells) => ({ group: `G${cells}`, name: {} })),
  windows: Array.from({ length: 60 }, (_, index) => ({
    windowNo: String(index + 1).padStart(2, '0'),
    groups: ['G1', 'G2', 'G3', 'G4'],
    personCap: 2,
  })),
  services: [1, 2, 3, 4].map((cells) => ({ group: `G${cells}`, cells })),
  doors: [],
  hours: Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((weekday) => [String(weekday), daily])),
  walkInPercent: 0,
  walkInHours: 2,
  leadMinutes: 10,
  tailMinutes: 5,
  partyMax: 2,
  perPersonDay: 1,
  holdMinutes: 5,
  offerHours: 48,
  release: { daysAhead: 14, at: '00:00', priorityMinutes: 0 },
};

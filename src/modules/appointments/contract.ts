export * from './contract/bookings.ts';
export * from './contract/desk.ts';
export * from './contract/many.ts';
export * from './contract/plans.ts';
export * from './contract/slots.ts';

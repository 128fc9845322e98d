export const alpha = { name: 'alpha' };

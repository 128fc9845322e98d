export const happened = 'happened';

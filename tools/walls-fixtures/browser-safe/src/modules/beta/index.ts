export const beta = { name: 'beta' };

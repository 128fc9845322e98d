export type Thing = { n: number };

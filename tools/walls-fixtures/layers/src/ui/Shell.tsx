import { alpha } from '#modules/alpha/index.ts';

export const Shell = () => <p>{alpha.name}</p>;

import { isLarge } from '#modules/alpha/index.ts';

export const decide = (n: number) => isLarge({ n });

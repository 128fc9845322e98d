import { helper } from './helper.ts';

export const decide = () => helper();

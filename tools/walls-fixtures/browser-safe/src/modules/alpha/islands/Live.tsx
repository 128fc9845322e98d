import { read } from '../files.ts';

export const Live = () => <p>{read()}</p>;

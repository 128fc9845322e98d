export { words } from './zh-Hans.ts';

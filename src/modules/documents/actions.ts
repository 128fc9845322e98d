export { listFiles, uploadFile } from './actions/files.ts';
export { verifyCode, verifyFile } from './actions/verify.ts';

// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
/** Words of the queue. */
export const words = {
  refusals: {},
};

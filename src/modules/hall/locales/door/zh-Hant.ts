// Made from zh-Hans.ts by `node tools/hant.ts`. Do not edit.
/** Words of the door. */
export const words = {
  refusals: {},
};

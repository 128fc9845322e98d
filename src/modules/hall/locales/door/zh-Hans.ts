/** Words of the door. */
export const words = {
  refusals: {},
};

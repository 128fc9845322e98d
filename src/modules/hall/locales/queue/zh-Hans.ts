/** Words of the queue. */
export const words = {
  refusals: {},
};

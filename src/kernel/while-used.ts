const restMs = 10_000;

/** Something that is costly to make and costly to hold: made when it is first asked for, let go when nobody has asked for it for a while. */
export function whileUsed<T>(make: () => T): () => T {
  let held: { readonly value: T; readonly timer: NodeJS.Timeout } | undefined;
  return () => {
    held?.timer.refresh();
    held ??= { value: make(), timer: setTimeout(() => (held = undefined), restMs).unref() };
    return held.value;
  };
}

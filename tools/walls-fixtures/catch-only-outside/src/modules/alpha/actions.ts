export async function act(work: () => Promise<void>) {
  try {
    await work();
  } catch {
    return;
  }
}

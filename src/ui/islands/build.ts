export async function buildIslands(_outFolder: string): Promise<Record<string, string>> {
  return {};
}

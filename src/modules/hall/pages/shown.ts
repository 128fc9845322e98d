/** `05` is window 5 to those who look for it. */
export function shown(windowNo: string): string {
  return windowNo.replace(/^0+(?=\d)/, '');
}

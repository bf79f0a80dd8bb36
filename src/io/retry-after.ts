/**
 * The seconds that a host asks to be left alone (header `Retry-After`, RFC 9110: seconds or a date); null where it
 * does not say, or gives a date without saying what time it has itself.
 */
export function secondsToWait(header: (name: string) => string | null): number | null {
  const said = header('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(said)) return Number(said);
  const seconds = (Date.parse(said) - Date.parse(header('date') ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

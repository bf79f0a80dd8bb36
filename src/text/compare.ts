/** The order of two texts by their code units: the same on every machine, unlike one that asks for the locale. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

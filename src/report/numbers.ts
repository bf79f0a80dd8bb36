/** Rounds to 10 significant digits, so that the last bits of a platform's arithmetic never show in a file. */
export function rounded(value: number): number {
  return Number(value.toPrecision(10));
}

/** A count with thousands set apart: `12,345`; one that was corrected, and so is no whole number, with one decimal: `1,234.5`. */
export function count(value: number): string {
  const [whole = '', decimal] = (Number.isInteger(value) ? String(value) : value.toFixed(1)).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimal === undefined ? apart : `${apart}.${decimal}`;
}

/** A share from 0 to 1 as a percentage: whole, but with one decimal below 1 % where it is not 0. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 0.95 ? value.toFixed(1) : value.toFixed(0)} %`;
}

/** A statistic for a table on screen: two decimals; an en dash where there is none. */
export function statistic(value: number | null): string {
  return value === null
    ? '–'
    : value
        .toFixed(2)
        .replace(/^-(?=.*[1-9])/, '−')
        .replace('-', '');
}

/** A count with its noun: `1 document`, `1,204 documents`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

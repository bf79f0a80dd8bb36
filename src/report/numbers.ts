/** Rounds to 10 significant digits, so that the last bits of a platform's arithmetic never show in a file. */
export function rounded(value: number): number {
  return Number(value.toPrecision(10));
}

/** A count with thousands set apart: `12,345`; one decimal where a correction left it not whole: `1,157.1`. */
export function count(value: number): string {
  const digits = Number.isInteger(value) ? String(value) : value.toFixed(1);
  return minus(digits.replace(/\B(?=(\d{3})+(\.|$))/g, ','));
}

/** A hyphen before a number as a minus sign; none before what is rounded to 0. */
function minus(digits: string): string {
  return digits.replace(/^-(?=.*[1-9])/, '−').replace('-', '');
}

/** A share from 0 to 1 as a percentage: whole, but with one decimal below 1 % where it is not 0. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 0.95 ? value.toFixed(1) : value.toFixed(0)} %`;
}

/** A statistic for a table on screen: two decimals; an en dash where there is none. */
export function statistic(value: number | null): string {
  return value === null ? '–' : minus(value.toFixed(2));
}

/** A count with its noun: `1 document`, `1,204 documents`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

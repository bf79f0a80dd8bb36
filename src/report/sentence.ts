/** A sentence out of a clause: capital first, full stop last. */
export function sentence(clause: string): string {
  const whole = clause.replace(/(\d) %/g, '$1\u00a0%');
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}${/[.!?…]$/.test(whole) ? '' : '.'}`;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const tidies: (() => void)[] = [];

/** Has something done when the bench ends, however it ends; the last one asked for is done first. */
export function atEnd(tidy: () => void): void {
  if (tidies.length === 0) {
    for (const signal of signals) process.once(signal, () => process.exit(130));
    process.once('exit', () => {
      for (const one of tidies.toReversed()) one();
    });
  }
  tidies.push(tidy);
}

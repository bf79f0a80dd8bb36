/** Signals by which a person or a system ends a command: Ctrl-C, `kill`, the closing of a terminal. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C reaches a program from its terminal and from the program that started it. */
const oneActMs = 500;

/**
 * Calls back when the command is told to stop; told again later, it stops at once. The function that it
 * gives leaves signals as they were.
 */
export function onInterrupt(stop: () => void): () => void {
  let first: number | null = null;
  const heard = () => {
    if (first === null) stop();
    else if (performance.now() - first > oneActMs) process.exit(130);
    first ??= performance.now();
  };
  for (const signal of signals) process.on(signal, heard);
  return () => {
    for (const signal of signals) process.off(signal, heard);
  };
}

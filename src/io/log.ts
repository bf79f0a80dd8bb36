import { type Logger, pino } from 'pino';

/** One line of JSON an event on standard error, so that standard output stays a worker's own. */
export function openLog(level: string, about: Readonly<Record<string, string | number>>): Logger {
  return pino({ level, base: about, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}

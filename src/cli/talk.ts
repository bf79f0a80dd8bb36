import { styleText } from 'node:util';
import { InputError } from '../model/input.ts';
import { refusalOf } from './machine.ts';

/** What the program ends with, for scripts. */
export const exitCodes = {
  done: 0,
  /** A fault of the program or of the machine. */
  fault: 1,
  /** The command line or the study is not as it has to be; nothing was done. */
  input: 2,
  /** With --strict: the run is complete, but some documents are not in its numbers. */
  incomplete: 3,
  /** Stopped by the user; the next run goes on from there. */
  interrupted: 130,
} as const;

/** Results: what a pipe should get. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Talk: what a person should see, and no pipe. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A text of unknown origin, fit for a terminal: nothing in it can move the cursor or change colours. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** Emphasis on a terminal that shows it; plain text elsewhere. */
export function strong(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

/** Side remarks on a terminal that shows them. */
export function faint(text: string): string {
  return styleText('dim', text, { stream: process.stdout });
}

/** Says what ended a command and gives its exit code. */
export function tellError(error: unknown): number {
  if (error instanceof InputError) {
    for (const line of error.lines) tell(`  ${line}`);
    return exitCodes.input;
  }
  if (error instanceof Error && error.name === 'AbortError') {
    tell('  stopped: what was read is kept, and the next run goes on from there');
    return exitCodes.interrupted;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell(`  ${refusalOf(error) ?? trace}`);
  return exitCodes.fault;
}

import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { check, InputError, type Log, type LogLine, type Schema } from '../model/input.ts';
import { locked } from './lock.ts';
import { readText } from './readtext.ts';
import { told } from './yaml.ts';

/**
 * The lines of a log that is only ever added to (JSON, one act a line); none where there is no log yet. Throws an
 * InputError that names every line that is damaged: whoever adds to a log must not pass over what people wrote.
 */
export async function readLines<T>(path: string, schema: Schema<T>): Promise<readonly T[]> {
  const { lines, unread } = await readLog(path, schema);
  if (unread.length > 0) throw new InputError(unread.map(({ line, value }) => `${path}:${line}  ${value}`));
  return lines.map(({ value }) => value);
}

/** A log as it lies there, damaged lines told apart, for those who only read it. */
export async function readLog<T>(path: string, schema: Schema<T>): Promise<Log<T>> {
  if (!existsSync(path)) return { lines: [], unread: [], total: 0 };
  const { text } = await readText(path);
  const written = text.split('\n');
  const rest = written.pop() ?? '';
  const read: LogLine<T>[] = [];
  const unread: LogLine<string>[] = [];
  for (const [at, one] of written.entries()) {
    const line = at + 1;
    const { value, faults } = check(schema, parsed(one));
    if (faults === null) read.push({ line, value });
    for (const fault of faults ?? [])
      unread.push({ line, value: `${fault.path.join('.') || 'the line'}: ${told(fault)}` });
  }
  if (rest === '') return { lines: read, unread, total: written.length };
  const value =
    'expected a whole line, got one without an end: put it back from a copy, or delete it and do again what it says';
  const line = written.length + 1;
  return { lines: read, unread: [...unread, { line, value }], total: line };
}

/** How long one who writes waits for the others, in milliseconds: many times what a line takes. */
const usualPatience = 10_000;

/**
 * Adds lines at the end of a log and sees them on disk before it returns. `make` is told what the log holds, while nobody
 * else can add to it, and gives what is to be added. Waits up to `patience` milliseconds for those who are adding to it,
 * then throws a LockedError.
 */
export async function addLines<T>(
  path: string,
  schema: Schema<T>,
  make: (held: readonly T[]) => readonly T[],
  patience = usualPatience,
): Promise<readonly T[]> {
  await mkdir(dirname(path), { recursive: true });
  return locked(
    `${path}.lock`,
    async () => {
      const added = make(await readLines(path, schema));
      if (added.length === 0) return added;
      const file = await open(path, 'a');
      try {
        await file.writeFile(added.map((one) => `${JSON.stringify(one)}\n`).join(''));
        await file.sync();
      } finally {
        await file.close();
      }
      return added;
    },
    'the codings',
    patience,
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

import type { z } from 'zod';

/** A place in an input that does not fit its schema. */
export type Fault = {
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly found: string;
};

/**
 * The study itself (not a document of it) is not as it has to be: nothing can be run. Each line names
 * the place, what was expected, what was found and the remedy.
 */
export class InputError extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'InputError';
    this.lines = lines;
  }
}

/** A line of a log, counted from 1. */
export type LogLine<T> = { readonly line: number; readonly value: T };

/** A log as it lies there: what it says, and in words what is wrong with the lines that cannot be read. */
export type Log<T> = {
  readonly lines: readonly LogLine<T>[];
  readonly unread: readonly LogLine<string>[];
  /** How many lines there are, of both. */
  readonly total: number;
};

/** A schema of the model, for callers that only pass it on. */
export type Schema<T> = z.ZodType<T>;

/** Holds a value against a schema; gives the value with its defaults filled in, or one fault a place. */
export function check<T>(
  schema: Schema<T>,
  value: unknown,
):
  | { readonly value: T; readonly faults: null }
  | { readonly value: null; readonly faults: readonly Fault[] } {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, faults: null };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, []));
  const seen = new Set<string>();
  // Text that is no date at all is also no date that exists: the first fault of a place says it.
  const first = faults.filter(({ path }) => seen.size < seen.add(JSON.stringify(path)).size);
  return { value: null, faults: first };
}

/** An unexpected value as a message shows it: short, and `nothing` where there is none. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, outer: readonly (string | number)[]): readonly Fault[] {
  const path = [...outer, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        expected: 'no such key',
        found: `\`${key}\``,
      }));
    case 'invalid_key': {
      const expected = issue.issues.map(expectation).join(', ');
      return [{ path, expected: `a key of ${expected}`, found: `\`${path.at(-1)}\`` }];
    }
    case 'invalid_union': {
      const branches = issue.errors.flatMap((errors) => errors.flatMap((error) => faultsOf(error, path)));
      const expected = [...new Set(branches.map((fault) => fault.expected))];
      if (expected.length > 0) return [{ path, expected: listed(expected), found: shown(issue.input) }];
      const options = 'options' in issue ? (issue.options ?? []) : [];
      return [{ path, expected: oneOf(options), found: shown(partOf(issue.input, path.at(-1))) }];
    }
    default:
      return [{ path, expected: expectation(issue), found: foundAt(path, issue.input) }];
  }
}

/** What stands below this key is secret and goes into no message. */
const secret = 'passwords';

function foundAt(path: Fault['path'], value: unknown): string {
  return path[0] === secret && path.length > 1 ? 'something else (not shown)' : shown(value);
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return article(issue.expected);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'some text'
        : `${issue.inclusive ? 'at least' : 'more than'} ${String(issue.minimum)}${issue.origin === 'array' ? ' of them' : ''}`;
    case 'too_big':
      return `${issue.inclusive ? 'at most' : 'less than'} ${String(issue.maximum)}`;
    default:
      return issue.message;
  }
}

function oneOf(values: readonly unknown[]): string {
  const [only] = values;
  if (values.length === 1) return only === '' ? 'nothing' : `\`${String(only)}\``;
  return `one of ${values.map(String).join(', ')}`;
}

/** Alternatives, an empty value last. */
function listed(alternatives: readonly string[]): string {
  return alternatives.toSorted((a, b) => Number(a === 'nothing') - Number(b === 'nothing')).join(', or ');
}

/** What a choice between shapes was made by, where the issue only shows the whole. */
function partOf(value: unknown, key: string | number | undefined): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return value;
  return Object.entries(value).find(([name]) => name === String(key))?.[1];
}

function article(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'some text',
    number: 'a number',
    int: 'a whole number',
    array: 'a list',
    object: 'named values',
    record: 'named values',
    boolean: 'true or false',
  };
  return names[type] ?? type;
}

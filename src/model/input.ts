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

/** A schema of the model, for callers that only pass it on. */
export type Schema<T> = z.ZodType<T>;

/** Holds a value against a schema; gives the value with its defaults filled in, or every fault. */
export function check<T>(
  schema: Schema<T>,
  value: unknown,
):
  | { readonly value: T; readonly faults: null }
  | { readonly value: null; readonly faults: readonly Fault[] } {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, faults: null };
  return { value: null, faults: result.error.issues.flatMap((issue) => faultsOf(issue, [])) };
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, outer: readonly (string | number)[]): readonly Fault[] {
  const path = [...outer, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], expected: 'no such key', found: key }));
    case 'invalid_union': {
      const branches = issue.errors.map((errors) => errors.flatMap((error) => faultsOf(error, path)));
      const expected = [...new Set(branches.flat().map((fault) => fault.expected))];
      return [{ path, expected: expected.join(', or '), found: shown(issue.input) }];
    }
    default:
      return [{ path, expected: expectation(issue), found: shown(issue.input) }];
  }
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return article(issue.expected);
    case 'invalid_value':
      return issue.values.length === 1
        ? `\`${String(issue.values[0])}\``
        : `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'some text'
        : `at least ${String(issue.minimum)}${issue.origin === 'array' ? ' of them' : ''}`;
    case 'too_big':
      return `at most ${String(issue.maximum)}`;
    default:
      return issue.message;
  }
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

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

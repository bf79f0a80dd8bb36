import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { check, type Fault, InputError, type Schema } from '../model/input.ts';

/**
 * Reads a YAML file and holds it against a schema. Throws an InputError with `file:line`, what was
 * expected and what was found for every fault, never only for the first.
 */
export async function readYaml<T>(path: string, name: string, schema: Schema<T>): Promise<T> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(path, 'utf8'), { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new InputError(
      document.errors.map(
        (error) => `${name}:${lines.linePos(error.pos[0]).line}  ${firstLine(error.message)}`,
      ),
    );
  }
  const checked = check(schema, document.toJS({ maxAliasCount: 100 }));
  if (checked.faults === null) return checked.value;
  throw new InputError(
    checked.faults.map(
      (fault) => `${name}:${lineOf(fault)}  ${fault.path.join('.') || 'the file'}: ${told(fault)}`,
    ),
  );

  function lineOf(fault: Fault): number {
    for (let depth = fault.path.length; depth > 0; depth--) {
      const node: unknown = document.getIn(fault.path.slice(0, depth), true);
      const range = (node as { range?: readonly [number, number, number] } | null | undefined)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  }
}

function told(fault: Fault): string {
  return fault.expected === 'no such key'
    ? `expected no such key: correct its spelling or delete it`
    : `expected ${fault.expected}, got ${fault.found === 'nothing' ? 'nothing' : `"${fault.found}"`}`;
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

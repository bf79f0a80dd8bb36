import { readFileSync } from 'node:fs';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
} from 'yaml';
import type { YamlNode } from '../model/dictionary.ts';
import { check, type Fault, InputError, type Schema } from '../model/input.ts';
import { readText } from './readtext.ts';

/**
 * Reads a YAML file and holds it against a schema and what else `also` finds in the checked value. Throws
 * an InputError with `file:line`, what was expected, what was found and the remedy for every fault, never
 * only for the first.
 */
export async function readYaml<T>(
  path: string,
  name: string,
  schema: Schema<T>,
  also: (value: T) => readonly Fault[] = () => [],
): Promise<T> {
  const { text, guessed } = await readText(path);
  if (guessed !== null) {
    throw new InputError([`${name}  expected UTF-8, got another encoding: save the file as UTF-8`]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const damaged = (line: number, message: string) =>
    `${name}:${line}  expected YAML, got a fault (${message}): correct this line`;
  if (document.errors.length > 0) {
    throw new InputError(
      document.errors.map(({ pos, message }) => damaged(lines.linePos(pos[0]).line, reason(message))),
    );
  }
  const { value, faults } = check(
    schema,
    plain(document, (message) => damaged(1, message)),
  );
  const found = faults ?? also(value);
  if (faults === null && found.length === 0) return value;
  throw new InputError(
    found.map((fault) => {
      const line = lines.linePos(positionOf(document, fault.path)).line;
      return `${name}:${line}  ${fault.path.join('.') || 'the file'}: ${told(fault)}`;
    }),
  );
}

/** Tells the line on which what a path leads to stands in a YAML file that has been read; looks only when asked. */
export function yamlLines(path: string): (of: readonly (string | number)[]) => number {
  let read: { readonly document: Document; readonly lines: LineCounter } | null = null;
  return (of) => {
    if (read === null) {
      const lines = new LineCounter();
      read = { document: parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines }), lines };
    }
    return read.lines.linePos(positionOf(read.document, of)).line;
  };
}

/**
 * A YAML text as it is written, for formats that name no types: what looks like a number or a truth value stays
 * text. Aliases are not followed. Throws an InputError for the first fault.
 */
export function yamlNodes(text: string, name: string): YamlNode {
  const lines = new LineCounter();
  const document = parsed(text, name, lines);
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    // The parser recurses, and gives the end of its stack as a fault of the file.
    if (/call stack/.test(error.message)) throw tooDeep(name, line);
    throw new InputError([
      `${name}:${line}  expected YAML, got a fault (${reason(error.message)}): correct this line`,
    ]);
  }
  const lineOf = (node: unknown) => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1);
  const nodeOf = (node: unknown): YamlNode => {
    const line = lineOf(node);
    if (isMap(node)) {
      const keys = node.items.map(({ key }) => key);
      const odd = keys.find((key) => !isScalar(key) || key.value === null);
      if (odd !== undefined) return { line: lineOf(odd), kind: 'other', found: 'a key that is no text' };
      const pairs = node.items.map(({ key, value }) => ({
        key: isScalar(key) ? written(key) : '',
        value: isNode(value)
          ? nodeOf(value)
          : ({ line: lineOf(key), kind: 'other', found: 'nothing' } as const),
      }));
      return { line, kind: 'map', pairs };
    }
    if (isSeq(node)) return { line, kind: 'list', items: node.items.map(nodeOf) };
    if (isAlias(node)) return { line, kind: 'other', found: `the alias \`*${node.source}\`` };
    if (!isScalar(node) || node.value === null) return { line, kind: 'other', found: 'nothing' };
    return { line, kind: 'text', text: written(node) };
  };
  return nodeOf(document.contents);
}

function parsed(text: string, name: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw tooDeep(name, 1);
  }
}

function tooDeep(name: string, line: number): InputError {
  return new InputError([`${name}:${line}  expected YAML, got names or lists nested too deep: flatten them`]);
}

/** A text as it is meant; anything else as it stands in the file. */
function written({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}

/** A value as YAML that reads back the same, one line a scalar. */
export function writtenYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

/** One fault without its place: what was expected, what was found, and the remedy. */
export function told({ expected, found }: Fault): string {
  const remedy =
    expected === 'no such key'
      ? 'correct its spelling or delete it'
      : `${found === 'nothing' ? 'add' : 'correct'} it`;
  return `expected ${expected}, got ${found}: ${remedy}`;
}

function plain(document: Document, damaged: (message: string) => string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // Aliases are only followed here: one without an anchor, or too many of them.
    throw new InputError([damaged(reason(error instanceof Error ? error.message : String(error)))]);
  }
}

/** Where a path leads in the text: the key or list item furthest along it that is there. */
function positionOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let position = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (!isNode(pair?.key)) break;
      position = pair.key.range?.[0] ?? position;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) break;
      position = node.range?.[0] ?? position;
    } else break;
  }
  return position;
}

/** The message alone: it repeats the place in words and shows the source, which may be secret, after or below. */
function reason(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replace(/ at line \d+, column \d+:?$/, '')
    .replace(/: .*$|; please use .*$/, '');
}

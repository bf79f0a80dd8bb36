import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
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

/** Where a list item stands in a YAML text, and what it is to be: null for none; an index past the end is a new one. */
export type ItemChange = {
  readonly list: readonly string[];
  readonly at: number;
  readonly value: Readonly<Record<string, unknown>> | null;
};

/**
 * A YAML text with one item of a list of maps changed, added or taken out. All else stays as it stands, byte by byte:
 * comments, quotes and blank lines. The list is made where only the map around it is there. Null where the text is written
 * in a way that this cannot be done to (aliases, lists in brackets): the result is read again and has to say what was asked.
 */
export function withItem(text: string, { list, at, value }: ItemChange): string | null {
  const document = parseDocument(text);
  const node = document.getIn(list, true);
  if (!isMap(document.getIn(list.slice(0, -1), true))) return null;
  const wanted = wantedAfter(document, { list, at, value });
  const made = isSeq(node)
    ? spliced(text, node, at, value)
    : node === undefined && value !== null
      ? withNewList(text, document.getIn(list.slice(0, -1), true), list.at(-1) ?? '', value)
      : null;
  if (made === null) return null;
  const after = parseDocument(made);
  const isAsked = after.errors.length === 0 && isDeepStrictEqual(after.toJS(), wanted);
  return isAsked ? made : null;
}

function wantedAfter(document: Document, { list, at, value }: ItemChange): unknown {
  const wanted = parseDocument(document.toString({ lineWidth: 0 }));
  const node = wanted.getIn(list, true);
  const items = isSeq(node) ? (node.toJS(wanted) as unknown[]) : [];
  const entries = items.toSpliced(at, 1, ...(value === null ? [] : [value]));
  if (entries.length === 0) wanted.deleteIn(list);
  else wanted.setIn(list, wanted.createNode(entries));
  return wanted.toJS();
}

function spliced(
  text: string,
  list: YAMLSeq,
  at: number,
  value: Readonly<Record<string, unknown>> | null,
): string | null {
  const item = list.items[at];
  if (item === undefined) {
    const last = list.items.at(-1);
    if (value === null || list.flow === true || !isNode(last) || !last.range) return null;
    const dash = text.slice(0, last.range[0]).lastIndexOf('-');
    const end = lineEnd(text, endOf(text, last));
    return `${text.slice(0, end)}\n${columnOf(text, dash)}- ${inline(value)}${text.slice(end)}`;
  }
  if (!isMap(item) || !item.range) return null;
  if (value !== null) return withKeys(text, item, value);
  // The last of a list would leave a key without a value: whoever asks for that takes the key out by hand.
  if (list.flow === true || list.items.length < 2) return null;
  const dash = text.slice(0, item.range[0]).lastIndexOf('-');
  const from = text.lastIndexOf('\n', dash) + 1;
  return text.slice(0, from) + text.slice(lineEnd(text, endOf(text, item)) + 1);
}

/** A map with the values of its keys put in place of what differs: new keys after the last that stays, others gone. */
function withKeys(text: string, map: YAMLMap, value: Readonly<Record<string, unknown>>): string | null {
  const held = new Map<string, Held>();
  for (const { key, value: node } of map.items) {
    if (!isScalar(key) || !key.range || !isNode(node) || !node.range || isAlias(node)) return null;
    const said = isScalar(node) ? node.value : (node.toJSON() as unknown);
    held.set(String(key.value), { from: key.range[0], start: node.range[0], end: endOf(text, node), said });
  }
  const isFlow = map.flow === true;
  const keys = [...held];
  const last = keys.findLast(([key]) => key in value)?.[1];
  if (last === undefined) return null;
  const changes: { start: number; end: number; text: string }[] = [];
  for (const [place, [key, { from, start, end, said }]] of keys.entries()) {
    if (!(key in value)) {
      const before = keys[place - 1]?.[1];
      // What stands first shares its line with the dash of its list.
      if (before === undefined) return null;
      const lineStart = text.lastIndexOf('\n', from);
      changes.push(
        isFlow
          ? { start: before.end, end, text: '' }
          : { start: lineStart, end: lineEnd(text, end), text: '' },
      );
    } else if (!isDeepStrictEqual(said, value[key])) {
      changes.push({ start, end, text: inline(value[key]) });
    }
  }
  const apart = isFlow ? ', ' : `\n${columnOf(text, last.from)}`;
  const fresh = Object.entries(value).filter(([key]) => !held.has(key));
  const at = isFlow ? last.end : lineEnd(text, last.end);
  const added = fresh.map(([key, one]) => `${apart}${key}: ${inline(one)}`).join('');
  changes.push({ start: at, end: at, text: added });
  // From the end, so that places before stay; of two that begin together the longer first.
  return changes
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((made, change) => made.slice(0, change.start) + change.text + made.slice(change.end), text);
}

/** Where a key of a map and its value stand, and what it says. */
type Held = { readonly from: number; readonly start: number; readonly end: number; readonly said: unknown };

function withNewList(
  text: string,
  around: unknown,
  key: string,
  value: Readonly<Record<string, unknown>>,
): string | null {
  const last = isMap(around) && around.flow !== true ? around.items.at(-1) : undefined;
  if (!isNode(last?.key) || !last.key.range || !isNode(last.value) || !last.value.range) return null;
  const column = columnOf(text, last.key.range[0]);
  const end = lineEnd(text, endOf(text, last.value));
  return `${text.slice(0, end)}\n${column}${key}:\n${column}  - ${inline(value)}${text.slice(end)}`;
}

/** A value on one line, which stands in blocks and in braces alike. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' &&
      /^[a-z][a-z_]*$/.test(value) &&
      !/^(true|false|null|yes|no|on|off)$/.test(value)
      ? value
      : JSON.stringify(value);
  }
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${inline(one)}`)
    .join(', ')} }`;
}

/** Where a node ends, without the blanks and line ends that a block takes along. */
function endOf(text: string, { range }: Node): number {
  const [start = 0, end = 0] = range ?? [];
  return start + text.slice(start, end).trimEnd().length;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The blanks that bring a line to the column of a place. */
function columnOf(text: string, place: number): string {
  return ' '.repeat(place - (text.lastIndexOf('\n', place - 1) + 1));
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

import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
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
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/: .*$/, '');
}

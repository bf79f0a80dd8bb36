import type { MetadataClaim } from '../model/ports.ts';
import { PartialDate } from '../model/study.ts';
import { spelling, spoken } from './spelling.ts';

/** What a file name may carry; `ignore` stands for a part that says nothing. */
const fileNameFields = ['institution', 'voice', 'kind', 'date', 'language', 'title', 'ignore'] as const;
type Field = (typeof fileNameFields)[number];

type Part = { readonly field: Field } | { readonly text: string };

/** Why a pattern for file names is none, as what was expected and what was found; null where it is one. */
export function patternFault(pattern: string): { readonly expected: string; readonly found: string } | null {
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const stray = names.find((name) => !isField(name));
  if (stray !== undefined) {
    return { expected: fileNameFields.map((name) => `{${name}}`).join(', '), found: `\`{${stray}}\`` };
  }
  const repeated = names.find((name, index) => name !== 'ignore' && names.indexOf(name) !== index);
  if (repeated !== undefined) return { expected: 'each field once', found: `\`{${repeated}}\` twice` };
  if (/\}\{/.test(pattern)) return { expected: 'something between two fields', found: `\`${pattern}\`` };
  return null;
}

/**
 * What a file's name says, by a pattern such as `{institution}_{kind}_{date}_{language}`. A field does not
 * run over the character that follows it in the pattern, so that a name can be read in one way only. A name
 * that does not fit the pattern, voice, date and language included, says nothing.
 */
export function fromFileName(name: string, pattern: string, voices: ReadonlySet<string>): MetadataClaim {
  const nothing = { from: 'file name', values: {} };
  const parts = partsOf(pattern);
  const match = expressionOf(parts).exec(name.replace(/\.[^.]*$/, '').normalize('NFC'));
  if (match === null) return nothing;
  const values: Partial<Record<Field, string>> = {};
  for (const [index, field] of parts.flatMap((part) => ('field' in part ? [part.field] : [])).entries()) {
    const value = read(field, match[index + 1] ?? '', voices);
    if (value === null) return nothing;
    if (field !== 'ignore') values[field] = value;
  }
  return { from: 'file name', values: values as MetadataClaim['values'] };
}

/** The voice that a name in a path stands for, or null where it stands for none. */
export function voiceNamed(name: string, voices: ReadonlySet<string>): string | null {
  return [...voices].find((voice) => spelling(voice) === spelling(name)) ?? null;
}

function partsOf(pattern: string): readonly Part[] {
  return pattern
    .split(/(\{[a-z]+\})/)
    .filter((text) => text !== '')
    .map((text) => {
      const name = text.slice(1, -1);
      return text.startsWith('{') && isField(name) ? { field: name } : { text };
    });
}

function expressionOf(parts: readonly Part[]): RegExp {
  const source = parts.map((part, index) => {
    if ('text' in part) return escaped(part.text);
    if (part.field === 'language') return '(en|es|pt)';
    if (part.field === 'date') return '(\\d{4}(?:-\\d{2}){0,2})';
    const next = parts[index + 1];
    return next !== undefined && 'text' in next ? `([^${escaped([...next.text][0] ?? '')}]+)` : '(.+)';
  });
  return new RegExp(`^${source.join('')}$`, 'iu');
}

/** The value of one field, or null where it cannot be one. */
function read(field: Field, value: string, voices: ReadonlySet<string>): string | null {
  switch (field) {
    case 'date':
      return PartialDate.safeParse(value).success ? value : null;
    case 'language':
      return value.toLowerCase();
    case 'voice':
      return voiceNamed(value, voices);
    case 'institution':
    case 'title':
      return spoken(value);
    default:
      return value;
  }
}

function isField(name: string): name is Field {
  return fileNameFields.some((field) => field === name);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

import { compareText } from '../../text/compare.ts';
import { type Reference, type ReferenceKey, references } from './references.ts';

/** An entry that is in no list of references: the claim's own source, or the program. */
export type OwnEntry = {
  /** Letters, digits and hyphens. */
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Sources and entries of a study's own as a BibTeX file, in the order of their keys. */
export function bibtex(keys: Iterable<ReferenceKey>, own: readonly OwnEntry[]): string {
  const cited = [...new Set(keys)].map((key) => ({
    key: key as string,
    text: entry(references[key].kind, key, fieldsOf(references[key])),
  }));
  const others = own.map(({ key, fields }) => ({ key, text: entry('misc', key, fields) }));
  return [...cited, ...others]
    .toSorted((one, other) => compareText(one.key, other.key))
    .map(({ text }) => text)
    .join('\n');
}

/** Text as LaTeX prints it: nothing in it is a command, a group or the end of a field. */
export function latex(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\\{}$&#%_~^@]/g, (sign) => commands[sign] ?? '');
}

/** What is a sign of LaTeX or of BibTeX as words for it; each brace has its partner, so that no field ends early. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '@': '{@}',
};

function fieldsOf(reference: Reference): Readonly<Record<string, string>> {
  const { kind, authors, year, title, within, publisher, volume, number, pages, doi } = reference;
  const container = kind === 'inproceedings' ? 'booktitle' : 'journal';
  return {
    author: authors.join(' and '),
    year: String(year),
    title,
    ...(within === undefined ? {} : { [container]: within }),
    ...(publisher === undefined ? {} : { [kind === 'techreport' ? 'institution' : 'publisher']: publisher }),
    ...(volume === undefined ? {} : { volume }),
    ...(number === undefined ? {} : { number: number.replaceAll('–', '--') }),
    ...(pages === undefined ? {} : { pages: pages.replaceAll('–', '--') }),
    ...(doi === undefined ? {} : { doi }),
  };
}

/** Titles keep their capitals: BibTeX would lower them, and names with them. */
function entry(kind: string, key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => `  ${name} = {${name === 'title' ? `{${latex(value)}}` : latex(value)}},`,
  );
  return [`@${kind}{${key},`, ...lines, '}', ''].join('\n');
}

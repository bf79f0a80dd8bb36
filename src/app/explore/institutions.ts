import type {
  AppendixView,
  ComparedView,
  InstitutionsView,
  NamedView,
} from '../../model/api/institutions.ts';
import {
  type AppendixColumn,
  type AppendixItem,
  type AppendixRow,
  appendixColumns,
} from '../../model/appendix.ts';
import { columns, said, told } from '../../model/cells.ts';
import { mostCompared } from '../../model/compared.ts';
import { fieldSentence } from '../../model/field.ts';
import { InputError } from '../../model/input.ts';
import { type Profile, presenceOf } from '../../model/profile.ts';
import type { KeptResults } from '../../model/results.ts';
import { voiceLabel } from '../../model/words.ts';
import type { LinkOf } from '../../report/drawings/drawing.ts';
import { institutionGroups, institutionsOf, voicesOf } from '../../report/drawings/institutions.ts';
import { fromWordToDeed, largestSaid, saidDrawings } from '../../report/drawings/said.ts';
import { elementary, framesOf } from '../../report/frames.ts';
import { count, counted, percent } from '../../report/numbers.ts';
import { appendixHeads } from '../../report/page/appendix.ts';
import { sentence } from '../../report/sentence.ts';
import { evidenceAt, figureOf, mentionsAt, passageAt } from './cells.ts';

/** Most things in a cell of the table, and of an institution in a comparison. */
const inTable = 4;
const inComparison = 12;

/** Institutions as small multiples by side of the contrast, and the shares of all of them as a table. */
export function institutionsView(results: KeptResults): InstitutionsView {
  const groups = institutionGroups(results, linksOf(results));
  return {
    names: institutionsOf(results).map(({ key }) => key),
    drawn: groups.reduce((sum, { members }) => sum + members.length, 0),
    groups: groups.map(({ title, note, members }) => ({
      title,
      note,
      members: members.map((one) => ({ key: one.key, figure: figureOf(one) })),
    })),
    table: sharesTable(results),
  };
}

/** Up to four institutions beside each other; names that the run does not have are refused. */
export function comparedView(results: KeptResults, names: readonly string[]): ComparedView {
  const known = new Map(institutionsOf(results).map((one) => [one.key, one]));
  const asked = [...new Set(names)];
  const strange = asked.filter((name) => !known.has(name));
  if (asked.length > mostCompared || strange.length > 0) {
    const found = strange.length > 0 ? `"${strange.join('", "')}"` : String(asked.length);
    throw new InputError([`with: expected up to ${mostCompared} institutions of this run, got ${found}`]);
  }
  const voices = voicesOf(results);
  const named = new Map(results.appendix.map((row) => [row.institution, row]));
  const drawn = new Map(
    institutionGroups(results, linksOf(results), asked)
      .flatMap(({ members }) => members)
      .map((one) => [one.key, one]),
  );
  const placesOf = (key: string) =>
    results.institutionPlaces.filter(({ institution }) => institution === key);
  const top = Math.max(0, ...asked.map((key) => largestSaid(results, placesOf(key))));
  return {
    columns: appendixColumns.map((column) => appendixHeads[column]),
    institutions: asked.map((key) => {
      const own = known.get(key);
      const { drawings } = saidDrawings(
        results,
        placesOf(key),
        // Who carries something out is counted by what is said, not by where.
        (zone, code) => (zone === 'implementing' ? null : evidenceAt('institution', key, code, { zone })),
        top,
      );
      const panel = drawn.get(key);
      return {
        key,
        voice: voiceLabel(voices.get(key) ?? 'voice not known'),
        facts: own === undefined ? [] : factsOf(results, own),
        frames: panel === undefined ? null : figureOf(panel),
        places: fromWordToDeed.map(([, title]) => {
          const drawing = drawings.find((one) => one.title === title);
          return { title, figure: drawing === undefined ? null : figureOf(drawing) };
        }),
        named: cellsOf(results, named.get(key), inComparison),
      };
    }),
  };
}

/** Who does what with whose money for whom: the paper's table of institutions, each thing with its passage. */
export function appendixView(results: KeptResults): AppendixView {
  return {
    columns: appendixColumns.map((column) => appendixHeads[column]),
    read: (results.fields ?? []).map((one) => sentence(fieldSentence(one))),
    rows: results.appendix.map((row) => ({
      institution: row.institution,
      cells: cellsOf(results, row, inTable),
    })),
  };
}

/** Names of institutions out of an address: each encoded, separated by commas. */
export function namesIn(text: string): readonly string[] {
  try {
    return text
      .split(',')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch {
    throw new InputError(['with: expected names encoded as in an address, got a broken encoding']);
  }
}

function linksOf({ profiles }: KeptResults): LinkOf {
  const present = new Set(
    profiles.flatMap(({ by, key, frames }) =>
      frames.filter(({ presence }) => presence > 0).map(({ code }) => `${by}\n${key}\n${code}`),
    ),
  );
  return (by, key, code) => (present.has(`${by}\n${key}\n${code}`) ? evidenceAt(by, key, code) : null);
}

function sharesTable(results: KeptResults): InstitutionsView['table'] {
  const frames = framesOf(results);
  const rest = elementary(results).filter((one) => !frames.includes(one));
  const rows = institutionsOf(results);
  const shown = [...frames, ...rest].filter(({ code }) => rows.some((row) => presenceOf(row, code) > 0));
  const voices = voicesOf(results);
  return {
    name: 'shares',
    caption: 'Passages about the object with each category, and their share',
    columns: columns(
      'institution',
      'voice',
      '#documents',
      '#words',
      '#passages',
      '#about the object',
      ...shown.map(({ label }) => `#${label}`),
    ),
    rows: rows.map((row) => [
      said(
        row.key,
        row.key === '(none)' ? null : `/time?${new URLSearchParams({ by: 'institution', key: row.key })}`,
      ),
      said(voiceLabel(voices.get(row.key) ?? 'not known')),
      told(
        row.documents,
        count,
        null,
        row.key === '(none)' ? null : `/documents?${new URLSearchParams({ q: row.key })}`,
      ),
      told(row.words, count),
      told(row.passages, count),
      told(
        row.objectPassages,
        count,
        null,
        row.objectPassages === 0 ? null : evidenceAt('institution', row.key, results.study.object),
      ),
      ...shown.map(({ code }) => {
        const times = presenceOf(row, code);
        const share = row.frames.find((frame) => frame.code === code)?.share ?? null;
        const href = times === 0 ? null : evidenceAt('institution', row.key, code);
        return {
          ...told(share, percent, null, href),
          more: share === null ? null : count(times),
        };
      }),
    ]),
    note: 'Every share leads to its passages; the number beside it counts them.',
  };
}

function factsOf(
  { ingest }: KeptResults,
  { key, documents, passages, objectPassages, words }: Profile,
): string[] {
  const own = ingest.filter(({ institution, status }) => institution === key && status !== 'failed');
  const years = own.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))]));
  const kinds = [...Map.groupBy(own, ({ kind }) => kind ?? 'kind not known')]
    .toSorted((a, b) => b[1].length - a[1].length)
    .map(([kind, rows]) => `${kind} ${count(rows.length)}`);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return [
    `${counted(documents, 'document')}, ${counted(words, 'word')}`,
    `${counted(objectPassages, 'passage')} about the object, of ${count(passages)}`,
    ...(years.length === 0 ? ['undated'] : [first === last ? String(first) : `${first} to ${last}`]),
    ...(kinds.length > 0 ? [kinds.join(', ')] : []),
  ];
}

function cellsOf(
  { ingest }: KeptResults,
  row: AppendixRow | undefined,
  most: number,
): AppendixView['rows'][number]['cells'] {
  return appendixColumns.map((column) => {
    const own = row?.items.filter((item) => item.column === column) ?? [];
    return {
      items: own.slice(0, most).map((item) => namedOf(row?.institution ?? '', item, ingest)),
      left: Math.max(0, own.length - most),
      all: mentionsAt({ institution: row?.institution ?? '' }, ...mentionedIn[column]),
    };
  });
}

/** The mentions that a column is made of. */
const mentionedIn: Readonly<Record<AppendixColumn, readonly [kind: string, asked: { role?: string }]>> = {
  channels: ['role', { role: 'implementing' }],
  money: ['role,amount', { role: 'funding' }],
  objectives: ['objective', {}],
  beneficiaries: ['beneficiary', {}],
  projects: ['project', {}],
};

/** What a private name became, which the index does not know it by. */
const veiled = /\bperson [0-9A-Z]{8}\b/;

function namedOf(institution: string, item: AppendixItem, ingest: KeptResults['ingest']): NamedView {
  const document = ingest.find(({ file }) => file === item.file)?.document ?? null;
  const [kind, asked] = mentionedIn[item.column];
  const known = item.id ?? item.name;
  const note = [item.note, item.programme].filter((part) => part !== null).join('; ');
  return {
    name: item.name,
    note: note === '' ? null : note,
    times: item.times,
    file: item.file.replace(/^.*\//, ''),
    page: item.page,
    href: document === null ? null : passageAt(document, item.passage),
    every: veiled.test(known) ? null : mentionsAt({ institution }, kind, { ...asked, name: known }),
  };
}

import type { Measure } from '../model/claim.ts';
import type { Corrections, DocumentCorrections } from '../model/correction.ts';
import { documentCode } from '../model/document-codes.ts';
import { mentionCodes } from '../model/mention-codes.ts';
import type { Observation } from '../model/profile.ts';
import type { StudyFile } from '../model/study.ts';
import { balanceIn, byStratum, type Cell, type CellsOf, type Parts, stratumName } from './gather.ts';
import { poleCode } from './poles.ts';
import { actingIn, kindOf } from './units.ts';

/** A measure whose poles are codes. */
export type Measured = {
  readonly measure: Measure;
  /** What the two numbers are of, for tables: codes, classes, or `rest` for all others. */
  readonly numerator: string;
  readonly denominator: string;
  /** Codes of the categories that have to be corrected; empty where nothing coded can correct it. */
  readonly codes: readonly string[];
  /** The code under which people say of a whole document that it is of the kind; null where no documents are counted. */
  readonly whole: string | null;
};

/** All that are not of the claimed kind. */
const rest = 'rest';

/**
 * A measure as the study has it: `claimed`, `diluted` and `companion` are the study's poles. Throws where the study
 * lacks one. `isSecond` of the measure that another is paired with.
 */
export function measured(
  hypothesis: string,
  measure: Measure,
  poles: StudyFile['poles'],
  isSecond = false,
): Measured {
  return { ...counted(hypothesis, measure, poles, isSecond), whole: documentCode(hypothesis, measure) };
}

function counted(
  hypothesis: string,
  measure: Measure,
  poles: StudyFile['poles'],
  isSecond: boolean,
): Omit<Measured, 'whole'> {
  const codes = mentionCodes(hypothesis, measure, isSecond);
  switch (measure.count) {
    case 'passages': {
      const of = required(hypothesis, measure.of, poles);
      if (measure.against === undefined)
        return { measure: { count: 'passages', of }, numerator: of, denominator: rest, codes: [of] };
      const against = required(hypothesis, measure.against, poles);
      return {
        measure: { count: 'passages', of, against },
        numerator: of,
        denominator: against,
        codes: [of, against],
      };
    }
    case 'mentions':
      return { measure, numerator: measure.of, denominator: measure.against, codes };
    case 'documents':
      return { measure, numerator: measure.of, denominator: rest, codes: [] };
    case 'substantive_documents':
      return { measure, numerator: 'substantive', denominator: rest, codes: [] };
    case 'beneficiaries':
      return { measure, numerator: measure.of.join(' '), denominator: rest, codes };
    case 'actors':
    case 'objectives':
      return {
        measure,
        numerator: measure.of.join(' '),
        denominator: measure.against?.join(' ') ?? rest,
        codes,
      };
    case 'activities':
      return { measure, numerator: 'activities', denominator: '', codes: [] };
  }
}

/** How the lexicon's counts become cells; with corrections, as people would have coded. */
export function cellsOf(of: Measured, corrections: Corrections | null = null): CellsOf {
  const { measure, codes, whole: code } = of;
  if (corrections !== null && code !== null)
    return corrections.documents === null ? cellsOf(of) : codedWholes(of, code, corrections.documents);
  if (corrections !== null && measure.count !== 'passages') return codedCells(of, corrections);
  switch (measure.count) {
    case 'passages':
      return (parts) =>
        byStratum(parts, (row) =>
          passagesIn(corrections === null ? row : corrected(row, codes, corrections), row, measure),
        );
    case 'mentions':
      return (parts) =>
        byStratum(parts, ({ hits }) => pair(hits[measure.of] ?? 0, hits[measure.against] ?? 0));
    case 'documents':
      return (parts) => whole(parts, isOfKind(parts, measure));
    case 'substantive_documents':
      return (parts) => whole(parts, isOfKind(parts, measure), true);
    case 'beneficiaries':
      return (parts) =>
        byStratum(parts, ({ portrait }) =>
          split(portrait.served, (names) => measure.of.some((name) => names.includes(name))),
        );
    case 'objectives':
      return (parts) => byStratum(parts, ({ portrait }) => objectivesIn(portrait.objectives, measure));
    case 'actors':
      return (parts) =>
        byStratum(parts, ({ portrait }) => {
          const kinds = actingIn(portrait.doings, measure.role).map((doing) => kindOf(doing, measure));
          return pair(
            kinds.filter((kind) => kind === 'a').length,
            kinds.filter((kind) => kind === 'b').length,
          );
        });
    case 'activities':
      return () => [];
  }
}

/** Whether the program finds in a document what a measure of documents counts. */
export function isOfKind(
  parts: Parts,
  measure: Extract<Measure, { count: 'documents' | 'substantive_documents' }>,
): boolean {
  return measure.count === 'documents'
    ? parts.some(({ presence }) => (presence[measure.of] ?? 0) > 0)
    : parts.some(({ portrait }) => portrait.substantive > 0);
}

/**
 * Passages that name either kind, by the codes of people alone, each standing for as many as its chance says: what the
 * lexicon counts are mentions and no passages, and says nothing of one that nobody drew. `framed` stays the lexicon's.
 */
function codedCells(of: Measured, corrections: Corrections): CellsOf {
  const [one = '', other = ''] = of.codes;
  const raw = cellsOf(of);
  return (parts) => {
    const framed = new Map(raw(parts).map((cell) => [cell.stratum, cell.framed]));
    return byStratum(parts, (row) => {
      const [a, b] = [one, other].map((code) => corrections.presence(row.document, row.language, code) ?? 0);
      return { a: a ?? 0, b: b ?? 0, framed: 0 };
    })
      .filter(({ a, b }) => a !== 0 || b !== 0)
      .map((cell) => ({ ...cell, framed: framed.get(cell.stratum) ?? 1 }));
  };
}

/**
 * Documents of the kind and others as people would have coded them (docs/method.md 2.5): each counts as
 * `g + (R / probability) (Y - g)`, for whether it is of the kind and, where only such count, whether it is about the object.
 */
function codedWholes(of: Measured, code: string, documents: DocumentCorrections): CellsOf {
  const raw = cellsOf(of);
  const isAlways = of.measure.count === 'substantive_documents';
  return (parts) => {
    const cells = raw(parts);
    const said = documents.said(parts[0].document, code);
    if (said === null) return cells;
    const { truth, about, probability } = said;
    const [program, counts] = [cells[0]?.a ?? 0, cells.length];
    const a = program + (truth - program) / probability;
    const all = counts + ((isAlways ? 1 : about) - counts) / probability;
    return a === 0 && all === 0 ? [] : [{ stratum: stratumName(mainOf(parts)), a, b: all - a, framed: 1 }];
  };
}

/** Object passages with the corrected presence of the categories that were coded. */
function corrected(row: Observation, codes: readonly string[], corrections: Corrections): Observation {
  const presence = Object.fromEntries(
    codes.map((code) => [
      code,
      corrections.presence(row.document, row.language, code) ?? row.presence[code] ?? 0,
    ]),
  );
  const objectPassages = corrections.objectPassages(row.document, row.language) ?? row.objectPassages;
  return { ...row, presence, objectPassages };
}

function passagesIn(
  row: Observation,
  raw: Observation,
  { of, against }: Extract<Measure, { count: 'passages' }>,
): Omit<Cell, 'stratum'> {
  if (against === undefined) {
    const a = row.presence[of] ?? 0;
    return { a, b: row.objectPassages - a, framed: row.objectPassages };
  }
  const ratio = { numerator: of, denominator: against };
  return { ...balanceIn(row, ratio), framed: balanceIn(raw, ratio).framed };
}

function objectivesIn(
  objectives: Readonly<Record<string, number>>,
  { of, against }: Extract<Measure, { count: 'objectives' }>,
): Omit<Cell, 'stratum'> {
  let a = 0;
  let b = 0;
  let framed = 0;
  for (const [names, times] of Object.entries(objectives)) {
    const codes = names.split(' ');
    const isOne = of.some((code) => codes.includes(code));
    const isOther = against.some((code) => codes.includes(code));
    if (isOne) a += times;
    if (isOther) b += times;
    if (isOne || isOther) framed += times;
  }
  return { a, b, framed };
}

function split(
  counts: Readonly<Record<string, number>>,
  isOne: (names: readonly string[]) => boolean,
): Omit<Cell, 'stratum'> {
  let a = 0;
  let b = 0;
  for (const [names, times] of Object.entries(counts)) {
    if (isOne(names.split(' '))) a += times;
    else b += times;
  }
  return pair(a, b);
}

/** A document that speaks of the object (or any, where `always`) as one unit, in the language in which it does so most. */
function whole(parts: Parts, isOne: boolean, always = false): readonly Cell[] {
  const main = mainOf(parts);
  if (main.objectPassages === 0 && !always) return [];
  return [{ stratum: stratumName(main), ...pair(isOne ? 1 : 0, isOne ? 0 : 1) }];
}

/** A document in the language in which it speaks of the object most. */
function mainOf(parts: Parts): Parts[number] {
  return parts.reduce((most, part) => (part.objectPassages > most.objectPassages ? part : most));
}

function pair(a: number, b: number): Omit<Cell, 'stratum'> {
  return { a, b, framed: a + b };
}

function required(hypothesis: string, pole: string, poles: StudyFile['poles']): string {
  const code = poleCode(pole, poles);
  if (code === null) {
    throw new Error(
      `hypothesis \`${hypothesis}\`: expected the study to have the pole \`${pole}\`, found none: add \`poles.${pole}\` to study.yaml`,
    );
  }
  return code;
}

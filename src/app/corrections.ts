import type { CodedAs } from '../assess/witness/witnesses.ts';
import type { SampleStratum } from '../model/coding.ts';
import { type Corrections, type Reliability, worst } from '../model/correction.ts';
import type { FieldQuality } from '../model/field.ts';
import type { Judged } from '../model/framing.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import type { Observation } from '../model/profile.ts';
import type { DocumentId } from '../model/units.ts';
import { correction } from '../validate/correct.ts';
import { alphasOn, codedColumns, replicates } from './agreement.ts';
import { type Changed, isChanged } from './changed.ts';
import { loadCodings } from './coded.ts';
import { documentCorrections } from './document-corrections.ts';
import { fieldQualities } from './fields.ts';
import { reliabilityOf } from './reliability.ts';
import { onceEach } from './remembered.ts';
import type { StudyInput } from './study.ts';
import { chosen, undecidableIn } from './undecidable.ts';

/**
 * What a study's codings do to its findings, and what is wrong with them. Null where nothing has final codes, or where
 * a stratum without any, or a corpus that changed after the draw, would bias every total.
 */
export function correctionsOf(
  study: StudyInput,
  observations: Iterable<Observation>,
  database: Pick<StudyDatabase, 'passages' | 'corpus' | 'mentions' | 'eachTotals'>,
): {
  readonly corrections: Corrections | null;
  /** How well those fields of the profile are read that people coded. */
  readonly fields: readonly FieldQuality[];
  /** The coded passages; none where nothing is corrected. */
  readonly judged: readonly Judged[];
  /** What people finally say of a passage, whether or not their codes are enough to correct anything. */
  readonly codedAs: CodedAs;
  /** Which draws the corpus has left behind. */
  readonly changed: Changed;
  readonly problems: readonly Problem[];
} {
  const { samples, log } = study.codings;
  if (samples.length === 0 || log.length === 0)
    return {
      corrections: null,
      fields: [],
      judged: [],
      codedAs: () => null,
      changed: { passages: false, documents: false },
      problems: [],
    };
  const whole = documentCorrections(study, database);
  const loaded = loadCodings(study, database);
  const truths = new Map(loaded.passages.map(({ passage, truth }) => [passage, truth]));
  const codedAs: CodedAs = (passage, code) => truths.get(passage)?.[code] ?? null;
  const made = correction(observations, loaded, study.file);
  const problems = [...loaded.problems, ...whole.problems];
  const changed = { passages: isChanged(loaded.problems), documents: isChanged(whole.problems) };
  if (made.reason !== null) {
    const corrections = whole.corrections === null ? null : { ...noPassages, documents: whole.corrections };
    return { corrections, fields: [], judged: [], codedAs, changed, problems };
  }
  // Wholly believed, the lexicon stands in documents without codes, so that only the others have to be kept.
  const documents = new Set([...loaded.passages, ...loaded.undecidable].map(({ document }) => document));
  const kept: Observation[] = [];
  for (const observation of observations) if (documents.has(observation.document)) kept.push(observation);
  const rowsOf = (apply: (observation: Observation) => Observation) =>
    new Map(kept.map((observation) => [nameOf(observation), apply(observation)]));
  const seen = new Map<string, number>();
  for (const passage of loaded.passages) {
    for (const [code, held] of Object.entries(passage.truth)) {
      const name = `${nameOf(passage)} ${code}`;
      if (held === 1) seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  const isSimulated = loaded.passages.some(({ origin }) => origin === 'simulated');
  const { source, policy } = study.file.contrast;
  const fields = fieldQualities(study, database, loaded, replicates);
  const corrections: Corrections = {
    ...readFrom(rowsOf(made.apply)),
    seen: (document, language, code) => seen.get(`${nameOf({ document, language })} ${code}`) ?? 0,
    covers: made.covers,
    ...agreements(study),
    open: (code) => loaded.open.get(code) ?? 0,
    extraction: (field) => fields.find((one) => one.field === field) ?? null,
    coded(voices) {
      const sides = [
        ...(voices.some((voice) => source.includes(voice)) ? [made.coded.source] : []),
        ...(voices.some((voice) => policy.includes(voice)) ? [made.coded.policy] : []),
      ];
      return {
        passages: sides.reduce((sum, { passages }) => sum + passages, 0),
        nonHits: sides.reduce((sum, { withoutHit }) => sum + withoutHit, 0),
        isSimulated,
      };
    },
    documents: whole.corrections,
  };
  const undecidable: Corrections['undecidable'] =
    loaded.undecidable.length === 0
      ? null
      : {
          count: (codes) => undecidableIn(loaded.undecidable, codes),
          as(has) {
            const passages = [
              ...loaded.passages.map((one) => ({ ...one, probability: loaded.chanceWith(one) })),
              ...loaded.undecidable.map(({ low, high, ...one }) => ({
                ...one,
                truth: chosen({ low, high }, (code) => has(code, loaded.standpoint(one.passage))),
              })),
            ];
            const { apply } = correction([], { ...loaded, passages }, study.file);
            return { ...corrections, ...readFrom(rowsOf(apply)) };
          },
        };
  return {
    corrections: { ...corrections, undecidable },
    fields,
    judged: loaded.judged,
    codedAs,
    changed,
    problems,
  };
}

/** What corrected rows of documents hold. */
function readFrom(rows: ReadonlyMap<string, Observation>): Pick<Corrections, 'presence' | 'objectPassages'> {
  const rowOf = (document: DocumentId, language: SampleStratum['language']) =>
    rows.get(nameOf({ document, language }));
  return {
    presence: (document, language, code) => rowOf(document, language)?.presence[code] ?? null,
    objectPassages: (document, language) => rowOf(document, language)?.objectPassages ?? null,
  };
}

/** Of codings that hold whole documents alone. */
const noPassages: Omit<Corrections, 'documents'> = {
  presence: () => null,
  seen: () => 0,
  objectPassages: () => null,
  covers: () => false,
  reliability: () => null,
  twice: () => 0,
  open: () => 0,
  extraction: () => null,
  coded: () => ({ passages: 0, nonHits: 0, isSimulated: false }),
};

function nameOf({ document, language }: Pick<Observation, 'document' | 'language'>): string {
  return `${document} ${language}`;
}

/**
 * How well coders agreed on a category; on one that joins several coded ones, as badly as on the worst of these. Of
 * alpha as drawn and alpha weighed for the corpus the one with the lower bound.
 */
function agreements(
  study: Pick<StudyInput, 'file' | 'lexicon' | 'codings'>,
): Pick<Corrections, 'reliability' | 'twice'> {
  const columns = codedColumns(study);
  const categoriesOf = (code: string) =>
    study.lexicon.measured.find((one) => one.code === code)?.categories ?? [];
  const ofColumn = onceEach(
    (code: string): { readonly reliability: Reliability | null; readonly twice: number } => {
      const column = columns.find((one) => one.code === code);
      if (column === undefined) return { reliability: null, twice: 0 };
      const { passages, ...found } = alphasOn(study, column);
      return { reliability: reliabilityOf(found), twice: passages };
    },
  );
  const partsOf = (code: string) => {
    if (columns.some((one) => one.code === code)) return [ofColumn(code)];
    const whole = new Set(categoriesOf(code));
    const parts = columns.filter((one) => {
      const own = categoriesOf(one.code);
      return own.length > 0 && own.every((category) => whole.has(category));
    });
    return parts.map((one) => ofColumn(one.code));
  };
  return {
    reliability: (code) => worst(partsOf(code).map(({ reliability }) => reliability)),
    twice(code) {
      const parts = partsOf(code).map(({ twice }) => twice);
      return parts.length === 0 ? 0 : Math.min(...parts);
    },
  };
}

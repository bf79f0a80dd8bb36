import { documentsOf } from '../assess/gather.ts';
import { isNamed } from '../assess/on.ts';
import { type CodedDocument, nonHits, sides } from '../model/coding.ts';
import type { DocumentCorrections, Reliability } from '../model/correction.ts';
import { documentQuestions } from '../model/document-codes.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import { alphas } from '../validate/agree.ts';
import { latestChain } from '../validate/coded.ts';
import { documentUnits } from '../validate/coded-documents.ts';
import { sideOf } from '../validate/codes.ts';
import { barIn } from '../validate/correct.ts';
import { replicates } from './agreement.ts';
import { loadDocuments } from './coded-documents.ts';
import { trusted } from './codings.ts';
import { wholeDocuments } from './document-population.ts';
import { observed } from './observed.ts';
import { reliabilityOf } from './reliability.ts';
import { onceEach } from './remembered.ts';
import type { StudyInput } from './study.ts';
import { chosen, undecidableIn } from './undecidable.ts';

type Of = Pick<StudyInput, 'file' | 'lexicon' | 'claims' | 'codings'>;
type From = Pick<StudyDatabase, 'passages' | 'corpus' | 'eachTotals'>;

/**
 * What codes of whole documents do to counts of documents; null where no document has final codes, or where a stratum
 * without any, or a corpus that changed after the draw, would bias them.
 */
export function documentCorrections(
  study: Of,
  database: From,
): { readonly corrections: DocumentCorrections | null; readonly problems: readonly Problem[] } {
  const { documents, open, undecidable, chanceWith, problems } = loadDocuments(study, database);
  if (documents.length === 0 || barIn(problems) !== null) return { corrections: null, problems };
  const { samples, log } = study.codings;
  const chain = latestChain(samples, log, 'documents');
  const { columns = [] } = chain.at(-1)?.design ?? {};
  const { contrast, object, settings } = study.file;
  const reach = reachable(study, database);
  const agreement = onceEach(
    (code: string): { readonly reliability: Reliability | null; readonly twice: number } => {
      const column = columns.find((one) => one.code === code);
      if (column === undefined) return { reliability: null, twice: 0 };
      const { units } = documentUnits(chain, log, column, trusted(study));
      const drawing = { seed: settings.seed, replicates };
      const reliability = reliabilityOf(alphas(`document ${code}`, column.values.length, units, drawing));
      return { reliability, twice: units.length };
    },
  );
  const all = [...wholeDocuments(study, database)];
  const corrections: DocumentCorrections = {
    said: saidIn(documents, object),
    covers: (code) => columns.some((one) => one.code === code) && reach(code),
    reliability: (code) => agreement(code).reliability,
    twice: (code) => agreement(code).twice,
    open: (code) => open.get(code) ?? 0,
    coded(voices, code) {
      const wanted = sides.filter((side) => contrast[side].some((voice) => voices.includes(voice)));
      const isNamedBy = documentQuestions(study.claims).some(
        (one) => one.code === code && one.institutions !== null,
      );
      const isOn = ({ side, pattern }: Pick<CodedDocument, 'side' | 'pattern'>) =>
        isNamedBy ? pattern === 'both' || pattern === 'anchor' : wanted.includes(side);
      const own = documents.filter(isOn);
      const silent = own.filter(({ pattern }) => nonHits.has(pattern));
      const there = all.filter(isOn);
      return {
        passages: own.length,
        nonHits: silent.length,
        isSimulated: own.some(({ origin }) => origin === 'simulated'),
        isAll: own.length === there.length,
        areAllNonHits: silent.length === there.filter(({ pattern }) => nonHits.has(pattern)).length,
      };
    },
  };
  if (undecidable.length === 0) return { corrections, problems };
  const sources = new Map([...database.corpus()].map((row) => [row.document, row]));
  return {
    corrections: {
      ...corrections,
      undecidable: {
        count: (codes) => undecidableIn(undecidable, codes),
        as(has) {
          const all = [
            ...documents.map((one) => ({ ...one, probability: chanceWith(one) })),
            ...undecidable.map(({ low, high, ...one }) => {
              const { voice = null, institution = null } = sources.get(one.document) ?? {};
              return { ...one, truth: chosen({ low, high }, (code) => has(code, { voice, institution })) };
            }),
          ];
          return { ...corrections, said: saidIn(all, object) };
        },
      },
    },
    problems,
  };
}

/** What coded documents say of one of them. */
function saidIn(documents: readonly CodedDocument[], object: string): DocumentCorrections['said'] {
  const byId = new Map(documents.map((one) => [one.document, one]));
  return (document, code) => {
    const found = byId.get(document);
    const truth = found?.truth[code];
    if (found === undefined || truth === undefined) return null;
    return { truth, about: found.truth[object] ?? 0, probability: found.probability };
  };
}

/** Whether every document that a code is counted in could be drawn: those of institutions on neither side cannot. */
function reachable({ claims, file }: Of, database: From): (code: string) => boolean {
  const missed = new Set<string>();
  const named = documentQuestions(claims).flatMap(({ code, institutions }) =>
    institutions === null ? [] : [{ code, isOf: isNamed(institutions) }],
  );
  if (named.length > 0) {
    for (const [{ institution, voice }] of documentsOf(observed(file, database))) {
      if (sideOf(voice, file.contrast) !== null) continue;
      for (const { code, isOf } of named) if (isOf(institution)) missed.add(code);
    }
  }
  return (code) => !missed.has(code);
}

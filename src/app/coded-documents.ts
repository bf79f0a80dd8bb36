import type { StudyDatabase } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import { latestChain } from '../validate/coded.ts';
import { type CodedWhole, codedDocuments } from '../validate/coded-documents.ts';
import { trusted } from './codings.ts';
import { population, populationDigest } from './population.ts';
import type { StudyInput } from './study.ts';

type Of = Pick<StudyInput, 'file' | 'lexicon' | 'codings'>;
type From = Pick<StudyDatabase, 'passages' | 'corpus'>;

/** Documents that people coded whole in the latest such sample, and what is wrong with the others. */
export function loadDocuments(study: Of, database: From): CodedWhole {
  const { samples, log } = study.codings;
  const chain = latestChain(samples, log, 'documents');
  const last = chain.at(-1)?.design;
  if (last === undefined)
    return { documents: [], open: new Map(), undecidable: [], chanceWith: () => 0, problems: [] };
  const ids = chain.flatMap(({ keys }) => keys.map(({ passage }) => passage));
  const there = new Set([...population(study, database, ids)].map(({ found }) => found.passage.id));
  const coded = codedDocuments(chain, log, {
    measured: study.lexicon.measured,
    isThere: ({ passage }) => there.has(passage),
    origins: trusted(study),
  });
  const file = `codings/${last.sample}`;
  const made = new Set(
    coded.documents.flatMap(({ document, origin }) => (origin === 'simulated' ? document : [])),
  );
  const simulated = chain.flatMap(({ keys }) => keys).filter(({ document }) => made.has(document)).length;
  const problems: Problem[] = [...coded.problems];
  if (last.population !== populationDigest(study, database))
    problems.push({ code: 'population_changed', file });
  if (simulated > 0) problems.push({ code: 'codings_simulated', file, items: simulated });
  return { ...coded, problems };
}

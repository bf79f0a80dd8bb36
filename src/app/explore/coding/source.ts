import type { CodingAct, Sample } from '../../../model/coding.ts';
import { askedColumns } from '../../../model/document-codes.ts';
import type { LexiconSource } from '../../../model/lexicon.ts';
import { codesByItem } from '../../../validate/adjudicate.ts';
import type { StudyInput } from '../../study.ts';

/** What pages for coders are made of. */
export type CodingSource = {
  readonly study: Pick<StudyInput, 'file' | 'lexicon' | 'claims' | 'codings'>;
  readonly codebook: LexiconSource;
};

/** What columns may ask for: categories of the lexicon, and what hypotheses about mentions ask of every passage. */
export function asked({ study }: Pick<CodingSource, 'study'>) {
  return { measured: study.lexicon.measured, mentions: askedColumns(study.claims) };
}

/** Who codes or decides. */
export type Somebody = Pick<CodingAct, 'coder' | 'role'>;

/** What somebody said, the latest of it. */
export type Said = { readonly codes: Readonly<Record<string, string>>; readonly note: string };

/** A sample by its name, or null. */
export function sampleNamed({ study }: Pick<CodingSource, 'study'>, name: string): Sample | null {
  return study.codings.samples.find(({ design }) => design.sample === name) ?? null;
}

/** What one person said of the items of a sample, whoever's judgement it is. */
export function saidBy(
  log: readonly CodingAct[],
  sample: string,
  { coder, role }: Somebody,
): ReadonlyMap<string, Said> {
  const own = log.filter((act) => act.coder === coder && act.role === role);
  return new Map(
    [...codesByItem(own, sample, ['human', 'machine', 'simulated'])].flatMap(([item, { said }]) =>
      said.map(({ codes, note }) => [item, { codes, note }] as const),
    ),
  );
}

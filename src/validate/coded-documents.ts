import type { CodedDocument, CodingAct, CodingColumn, Origin, Sample, SampleKey } from '../model/coding.ts';
import { unsure } from '../model/coding.ts';
import type { MeasuredCategory } from '../model/lexicon.ts';
import type { Problem } from '../model/problem.ts';
import { codeOf, codesByItem } from './adjudicate.ts';
import type { AgreementUnit } from './agree.ts';
import {
  countOpen,
  type Ends,
  endsOf,
  isDecided,
  leftOf,
  originOf,
  type Stratified,
  unfinished,
} from './coded.ts';

/** What the corpus holds now of documents that were coded whole. */
export type CodedWholeIn = {
  readonly measured: readonly MeasuredCategory[];
  /** Whether the corpus still holds a passage. */
  readonly isThere: (key: SampleKey) => boolean;
  /** Whose codings are taken as people's. */
  readonly origins: readonly Origin[];
};

/** Documents with final codes of all their passages, and what is wrong with the others. */
export type CodedWhole = {
  readonly documents: readonly CodedDocument[];
  /** By code: passages on which coders differ, or could not tell, and nobody has decided. */
  readonly open: ReadonlyMap<string, number>;
  /** Documents that are left out as undecidable, and the chance of every other one if they were not. */
  readonly undecidable: readonly UndecidableDocument[];
  readonly chanceWith: (one: CodedDocument) => number;
  readonly problems: readonly Problem[];
};

/** A document that is of a kind or not as a passage of it is that nobody can decide. */
export type UndecidableDocument = Omit<CodedDocument, 'truth'> & Ends;

/**
 * The final codes of documents that were drawn whole, over a sample and all that it extends, as one draw: a document has a
 * code where one of its passages has. One with a passage that is gone, disputed or not yet coded is left out, and the
 * chances of the others are lowered by the share of their stratum that is left.
 */
export function codedDocuments(
  chain: readonly Sample[],
  log: readonly CodingAct[],
  { measured, isThere, origins }: CodedWholeIn,
): CodedWhole {
  const last = chain.at(-1)?.design;
  if (last === undefined)
    return { documents: [], open: new Map(), undecidable: [], chanceWith: () => 0, problems: [] };
  const problems: Problem[] = [];
  const undecided = new Map<string, number>();
  const whole: (Omit<UndecidableDocument, 'probability'> & Pick<SampleKey, 'language'>)[] = [];
  for (const sample of chain) {
    const { design, keys } = sample;
    const items = codesByItem(log, design.sample, origins);
    let [open, missing, undecidable] = [0, 0, 0];
    for (const [document, own] of Map.groupBy(keys, (key) => key.document)) {
      const [first] = own;
      if (first === undefined) continue;
      const said = own.map(({ item }) => items.get(item));
      const finals = said.map((codes) => (codes === undefined ? null : endsOf(codes, design, measured)));
      for (const [at, one] of finals.entries()) {
        const codes = said[at];
        if (one === 'open' && codes !== undefined) countOpen(undecided, codes, design, measured);
      }
      open += finals.filter((one) => one === 'open').length;
      missing += finals.filter((one) => one === null).length;
      const truths = finals.flatMap((one) => (one === null || one === 'open' ? [] : [one]));
      if (truths.length < own.length) continue;
      const gone = own.find((key) => !isThere(key));
      if (gone !== undefined) {
        problems.push({
          code: 'coded_passage_gone',
          file: gone.file,
          sample: design.sample,
          item: gone.item,
        });
        continue;
      }
      const codes = Object.keys(truths[0]?.low ?? {});
      const endOf = (end: keyof Ends) =>
        Object.fromEntries(
          codes.map((code): [string, 0 | 1] => [code, truths.some((one) => one[end][code] === 1) ? 1 : 0]),
        );
      const ends = { low: endOf('low'), high: endOf('high') };
      if (!isDecided(ends)) undecidable += truths.filter((one) => !isDecided(one)).length;
      const origin = said.some((one) => one !== undefined && originOf(one) !== 'human')
        ? 'simulated'
        : 'human';
      const { file, side, pattern, language } = first;
      whole.push({ sample: design.sample, document, file, side, pattern, language, ...ends, origin });
    }
    problems.push(...unfinished(sample, open, missing, undecidable));
  }
  const decided = whole.filter(isDecided);
  const left = leftOf(last, decided);
  const { chanceOf } = leftOf(last, whole);
  const languages = new Map(whole.map(({ document, language }) => [document, language]));
  const placeOf = (one: CodedDocument): Stratified => ({
    ...one,
    language: languages.get(one.document) ?? 'und',
  });
  return {
    documents: decided.map(({ language, low, high: _, ...one }) => ({
      ...one,
      truth: low,
      probability: left.chanceOf({ ...one, language }),
    })),
    undecidable: whole
      .filter((one) => !isDecided(one))
      .map(({ language, ...one }) => ({ ...one, probability: chanceOf({ ...one, language }) })),
    chanceWith: (one) => chanceOf(placeOf(one)),
    open: undecided,
    problems: [...problems, ...left.problems],
  };
}

/** Documents that several people coded whole, with what each of them says of a column: 1 where a passage has it. */
export function documentUnits(
  samples: readonly Sample[],
  log: readonly CodingAct[],
  column: CodingColumn,
  origins: readonly Origin[],
): { readonly units: readonly AgreementUnit[]; readonly coders: readonly string[] } {
  const found = samples.flatMap(({ design, keys }) => {
    const items = codesByItem(log, design.sample, origins);
    return [...Map.groupBy(keys, ({ document }) => document)].flatMap(([document, own]) => {
      const coded = (own[0]?.coders ?? []).flatMap((coder) => {
        const codes = own.map(({ item }) => {
          const said = items.get(item)?.said.find((one) => one.coder === coder && one.role === 'coder');
          return said === undefined ? null : codeOf(said.codes, column, design.object);
        });
        // Somebody who left a passage out, or could not tell, may have meant either; a 1 elsewhere settles it.
        if (codes.includes('1')) return [{ coder, code: column.values.indexOf('1') }];
        return codes.includes(null) || codes.includes(unsure)
          ? []
          : [{ coder, code: column.values.indexOf('0') }];
      });
      return coded.length < 2 ? [] : [{ document, weight: 1 / (own[0]?.probability ?? 1), coded }];
    });
  });
  const coders = [...new Set(found.flatMap(({ coded }) => coded.map(({ coder }) => coder)))].toSorted();
  return {
    coders,
    units: found.map(({ document, weight, coded }) => ({
      document,
      weight,
      codes: coders.map((name) => coded.find(({ coder }) => coder === name)?.code ?? null),
    })),
  };
}

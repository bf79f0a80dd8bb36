import type { Origin } from '../model/coding.ts';
import type { MethodsRecord, QualityRecord, Rate } from '../model/methods.ts';
import type { StudyDatabase } from '../model/ports.ts';
import { compareText } from '../text/compare.ts';
import { latestChain } from '../validate/coded.ts';
import { agreementAndFrames, type Validation } from './agreement.ts';
import { trusted } from './codings.ts';
import type { StudyInput } from './study.ts';

/** How passages were drawn and coded, how far coders agree, and how far the lexicon agrees with them. */
export function methodsRecord(
  study: Pick<StudyInput, 'file' | 'lexicon' | 'codings' | 'precision'>,
  database: Pick<StudyDatabase, 'passages' | 'corpus'>,
): MethodsRecord {
  const { samples, log } = study.codings;
  const precision = [...(study.precision?.values() ?? [])];
  const { agreements, documents: whole, frames, coded, drawn } = agreementAndFrames(study, database);
  return {
    samples: [...latestChain(samples, log), ...latestChain(samples, log, 'documents')].map(({ design }) => ({
      sample: design.sample,
      extends: design.extends,
      unit: design.unit ?? 'passages',
      seed: design.seed,
      columns: design.columns.map(({ code }) => code),
      coders: design.coders,
      strata: design.strata,
    })),
    coders: coders(log),
    coded,
    drawn,
    agreements: [
      ...agreements.map((one) => ({ unit: 'passages' as const, ...one })),
      ...whole.agreements.map((one) => ({ unit: 'documents' as const, ...one })),
    ].map(({ unit, code, passages, documents, coders: many, ...one }) => ({
      unit,
      code,
      passages,
      documents,
      coders: many,
      alpha: estimated(one.alpha),
      alphaWeighted: estimated(one.alphaWeighted),
      kappa: estimated(one.kappa),
      ac1: estimated(one.ac1),
    })),
    quality: frames.flatMap(qualityOf),
    termsRead: { all: precision.length, precise: precision.filter((one) => one >= 0.9).length },
    trusted: trusted(study),
  };
}

function coders(log: StudyInput['codings']['log']): MethodsRecord['coders'] {
  const found = new Map<
    string,
    { coder: string; role: 'coder' | 'adjudicator'; origin: Origin; acts: number }
  >();
  for (const { coder, role, origin } of log) {
    const key = [origin, role, coder].join('\n');
    const one = found.get(key) ?? { coder, role, origin, acts: 0 };
    one.acts += 1;
    found.set(key, one);
  }
  return [...found].toSorted(([one], [other]) => compareText(one, other)).map(([, record]) => record);
}

type Estimated = Validation['agreements'][number]['alpha'];

function estimated({ value, interval }: Estimated): Rate {
  return rate(value, interval);
}

function rate(value: number | null, interval: Estimated['interval']): Rate {
  return { value, lower: interval?.lower ?? null, upper: interval?.upper ?? null };
}

function qualityOf(one: Validation['frames'][number]): readonly QualityRecord[] {
  const { by, code, key, hits, others, recallReason, recallBound } = one;
  if (by !== 'all' && by !== 'voice' && by !== 'language') return [];
  const is = recallReason === 'no_misses' ? 'at least' : 'at most';
  const isBound = recallBound !== null && (recallReason === 'no_misses' || recallReason === 'no_true_hits');
  return [
    {
      code,
      by,
      key,
      hits,
      others,
      precision: rate(one.precision, one.precisionInterval),
      recall: rate(one.recall, one.recallInterval),
      recallBound: isBound ? { is, value: recallBound } : null,
    },
  ];
}

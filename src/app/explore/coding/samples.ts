import type { CoderView, SamplesView, SampleView } from '../../../model/api/coding.ts';
import type { CodingAct, Sample } from '../../../model/coding.ts';
import { columnViews } from './columns.ts';
import { contested, dealtTo, doneBy } from './dealt.ts';
import { isUnsure } from './done.ts';
import { type CodingSource, saidBy } from './source.ts';

/** All samples of a study, the newest first, with how far everybody has come. */
export function samplesView(source: CodingSource): SamplesView {
  const newest = source.study.codings.samples.toSorted((a, b) =>
    a.design.drawnAt < b.design.drawnAt ? 1 : -1,
  );
  return { samples: newest.map((sample) => sampleView(source, sample)) };
}

/** Of these samples those that a coder was dealt, with how far they have come themselves, and nothing of the others. */
export function ownSamplesView({ samples }: SamplesView, coder: string): SamplesView {
  return {
    samples: samples.flatMap((sample) => {
      const own = sample.coders.filter((one) => one.coder === coder && one.role === 'coder');
      return own.length === 0 ? [] : [{ ...sample, coders: own, contested: 0, decided: 0 }];
    }),
  };
}

function sampleView(source: CodingSource, sample: Sample): SampleView {
  const { design, keys } = sample;
  const own = source.study.codings.log.filter((act) => act.sample === design.sample);
  const open = contested(source, sample);
  const others = [
    ...new Set(
      own.flatMap(({ role, coder }) => (role === 'coder' && !design.coders.includes(coder) ? [coder] : [])),
    ),
  ];
  const deciders = [
    ...new Set(own.flatMap(({ role, coder }) => (role === 'adjudicator' ? [coder] : []))),
  ].toSorted();
  const coders = [...design.coders, ...others].map((coder) => ({ coder, role: 'coder' }) as const);
  const adjudicators = deciders.map((coder) => ({ coder, role: 'adjudicator' }) as const);
  return {
    sample: design.sample,
    extends: design.extends,
    columns: columnViews(design, source),
    items: keys.length,
    double: keys.filter((key) => key.coders.length > 1).length,
    coders: [...coders, ...adjudicators].map((one) => coderView(source, sample, own, one)),
    contested: open.length,
    decided: open.filter(({ isDecided }) => isDecided).length,
  };
}

function coderView(
  source: CodingSource,
  sample: Sample,
  log: readonly CodingAct[],
  somebody: Pick<CodingAct, 'coder' | 'role'>,
): CoderView {
  const { coder, role } = somebody;
  const said = [...saidBy(log, sample.design.sample, somebody).values()];
  // A machine was dealt nothing: it has what it coded.
  const items = dealtTo(source, sample, somebody)?.length ?? said.length;
  return {
    coder,
    role,
    origin: log.find((act) => act.coder === coder)?.origin ?? 'human',
    items,
    done: doneBy(source, sample, somebody).size,
    unsure: said.filter(({ codes }) => isUnsure(codes)).length,
  };
}

import type { AgreementView } from '../../../model/api/coding.ts';
import type { CodingColumn, Sample } from '../../../model/coding.ts';
import {
  type Agreement,
  agreement,
  agreementUnits,
  alphas,
  type Estimated,
} from '../../../validate/agree.ts';
import { latestChain } from '../../../validate/coded.ts';
import { meaningOf } from '../../../validate/instructions.ts';
import { trusted } from '../../codings.ts';
import { asked, type CodingSource } from './source.ts';

/** Replicates of an interval that is seen while codings come in; `titrate agreement` takes more. */
const replicates = 400;

const whyNot: Readonly<Record<NonNullable<Estimated['reason']>, string>> = {
  no_pairs: 'nothing is coded by two yet',
  one_category: 'all have the same code',
  not_used: 'not used',
};

/** A sample with those that it extends, which are one draw. */
export function drawOf({ study }: Pick<CodingSource, 'study'>, { design }: Sample): readonly Sample[] {
  const { samples } = study.codings;
  const until = samples.filter((one) => one.design.sample === design.sample || isBefore(one, design));
  return latestChain(until, [], design.unit);
}

function isBefore({ design }: Sample, { drawnAt }: Sample['design']): boolean {
  return design.drawnAt < drawnAt;
}

/** How far coders of a draw agree on one column so far: alpha with its interval over documents, kappa without one. */
export function columnAgreement(
  { study }: Pick<CodingSource, 'study'>,
  draw: readonly Sample[],
  column: CodingColumn,
): AgreementView['columns'][number] {
  const { code, values } = column;
  const { units, coders } = agreementUnits(draw, study.codings.log, column, trusted(study));
  const { seed } = study.file.settings;
  const { alpha } = alphas(code, values.length, units, { seed, replicates });
  const { kappa, passages }: Agreement = agreement(code, values.length, units, coders.length, {
    seed,
    replicates: 0,
  });
  const { title } = meaningOf(code, asked({ study }));
  return { code, title, passages, coders: coders.length, alpha: shown(alpha), kappa: shown(kappa) };
}

/** Whether codings of a draw that are compared are those of a simulation. */
export function isSimulated({ study }: Pick<CodingSource, 'study'>, draw: readonly Sample[]): boolean {
  const names = new Set(draw.map(({ design }) => design.sample));
  return (
    trusted(study).includes('simulated') &&
    study.codings.log.some(({ origin, sample }) => origin === 'simulated' && names.has(sample))
  );
}

function shown({ value, interval, reason }: Estimated): AgreementView['columns'][number]['alpha'] {
  return {
    value,
    interval: interval === null ? null : { lower: interval.lower, upper: interval.upper },
    reason: reason === null ? null : whyNot[reason],
  };
}

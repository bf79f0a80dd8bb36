import type { Sample, SampleKey } from '../../../model/coding.ts';
import { codesByItem, finalCode, type ItemCodes, isCodedBy } from '../../../validate/adjudicate.ts';
import { orderIn } from '../../../validate/draw.ts';
import { trusted } from '../../codings.ts';
import { isDone } from './done.ts';
import { type CodingSource, type Somebody, saidBy } from './source.ts';

/** An item on which coders differ or could not tell, and whether somebody has decided it since. */
export type Contested = { readonly key: SampleKey; readonly isDecided: boolean };

/**
 * The items of a sample on which coders differ or could not tell. One that was decided stays among them, so that it can be
 * seen and decided anew.
 */
export function contested({ study }: Pick<CodingSource, 'study'>, sample: Sample): readonly Contested[] {
  const { design, keys } = sample;
  const items = codesByItem(study.codings.log, design.sample, trusted(study));
  const isOpen = (item: ItemCodes) =>
    design.columns.some(({ code }) => finalCode(item, code, design) === 'open');
  return keys.flatMap((key) => {
    const all = items.get(key.item);
    if (all === undefined) return [];
    const coders = { ...all, said: all.said.filter(({ role }) => role === 'coder') };
    return isOpen(coders) ? [{ key, isDecided: !isOpen(all) }] : [];
  });
}

/**
 * What of a sample somebody is done with: a coder with what has every answer, whoever decides with what nobody differs on
 * any more, be only the open questions answered.
 */
export function doneBy(
  source: Pick<CodingSource, 'study'>,
  sample: Sample,
  somebody: Somebody,
): ReadonlySet<string> {
  if (somebody.role === 'adjudicator')
    return new Set(contested(source, sample).flatMap(({ key, isDecided }) => (isDecided ? [key.item] : [])));
  const said = saidBy(source.study.codings.log, sample.design.sample, somebody);
  return new Set([...said].flatMap(([item, { codes }]) => (isDone(codes, sample.design) ? [item] : [])));
}

/**
 * What somebody has to code or decide in a sample, in an order of their own: what a coder was dealt, and what is contested
 * for whoever decides, without what they code themselves: nobody is judge of their own answer, nor sees another's before
 * giving it. Null for a coder that the sample was not dealt to.
 */
export function dealtTo(
  source: Pick<CodingSource, 'study'>,
  sample: Sample,
  { coder, role }: Somebody,
): readonly SampleKey[] | null {
  const { design, keys } = sample;
  if (role === 'coder') {
    if (!design.coders.includes(coder)) return null;
    const own = keys.filter((key) => key.coders.includes(coder));
    return orderIn(own, coder, design);
  }
  const open = new Set(contested(source, sample).flatMap(({ key }) => (isCodedBy(coder, key) ? [] : [key])));
  // All are shuffled, so that the order holds while coders go on.
  return orderIn(keys, coder, design).filter((key) => open.has(key));
}

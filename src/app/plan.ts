import type { SampleDesign, SideName } from '../model/coding.ts';
import { usualFloor } from '../validate/allocate.ts';
import { planFacts as factsOf, type Plan } from '../validate/plan.ts';
import { counted } from './overview.ts';

/** One side of a plan in a line, with what it falls short of. */
export function planFacts(plan: Plan, side: SideName, unit?: SampleDesign['unit']): string {
  const { passages, drawn, hits, floor, wanted } = factsOf(plan, side);
  const word = unit === 'documents' ? 'document' : 'passage';
  if (passages === 0) return `${side.padEnd(7)} no ${word}s: nothing of this side can be coded`;
  const short = [
    ...(floor < usualFloor ? [`at least ${floor} a stratum instead of ${usualFloor}`] : []),
    ...(hits < wanted ? [`fewer hits than the ${wanted} that a precision of .8 within 10 points takes`] : []),
  ];
  const lacks = short.length === 0 ? '' : `; ${short.join('; ')}`;
  return `${side.padEnd(7)} ${drawn} of ${counted(passages, word)}, ${hits} with a hit${lacks}`;
}

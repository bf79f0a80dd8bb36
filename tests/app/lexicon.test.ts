import { describe, expect, it } from 'vitest';
import { prepareLexicon } from '../../src/app/lexicon.ts';
import type { Claim, Measure } from '../../src/model/claim.ts';
import { InputError } from '../../src/model/input.ts';
import { dilution } from '../support/study.ts';
import { makeSource } from '../tag/make.ts';

const source = makeSource(
  {
    object: { layer: 'object', categories: { core: { es: ['economía social'] } } },
    works: { layer: 'frame', categories: { roads: { es: ['carretera'] } } },
    bodies: {
      layer: 'actor',
      categories: { ministries: { es: ['ministerio'] }, others: { es: ['embajada'] } },
    },
  },
  { SSE: { from: ['object'] }, PROJ: { from: ['works'] } },
);

const asking = (id: string, change: (measure: Measure) => Measure): Claim => ({
  ...dilution,
  hypotheses: dilution.hypotheses
    .filter((one) => one.id === id)
    .map((one) =>
      one.measure === undefined ? one : { ...one, companions: [], measure: change(one.measure) },
    ),
});
const without = (name: string) =>
  asking('H3', (measure) => {
    if (measure.count !== 'actors') throw new Error('expected a measure of actors');
    const [variant] = measure.variants;
    if (variant === undefined) throw new Error('expected a variant');
    return { ...measure, of: ['bodies/ministries'], variants: [{ ...variant, without: [name] }] };
  });
const projects = (code: string) => asking('H2b', () => ({ count: 'substantive_documents', projects: code }));

function faults(claim: Claim): string {
  try {
    prepareLexicon(source, { poles: {}, object: 'SSE' } as never, [claim]);
    return '';
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

describe('names that a claim asks of the lexicon', () => {
  it('are known in other readings of which actors count, and of the main projects', () => {
    expect(faults(without('bodies/others'))).toBe('');
    expect(faults(projects('PROJ'))).toBe('');
  });

  it('are refused where they are misspelt, with their place', () => {
    expect(faults(without('bodies/otters'))).toMatch(
      /claims\/dilution\.yaml {2}H3: expected a theme or theme\/category of the lexicon, got `bodies\/otters`/,
    );
    expect(faults(projects('PROJS'))).toMatch(
      /claims\/dilution\.yaml {2}H2b: expected a category of lexicons\/categories\.yaml \(.*\), got `PROJS`/,
    );
  });
});

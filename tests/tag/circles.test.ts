import { describe, expect, it } from 'vitest';
import { describeLexiconError } from '../../src/tag/errors.ts';
import { makeTerms } from '../../src/tag/terms.ts';
import { makeSource, type Sketch } from './make.ts';

type Rules = Pick<Sketch, 'near' | 'not_near' | 'not_after'>;

/** The circles among categories of one theme, by the rules that each has. */
function circles(rules: Readonly<Record<string, Rules>>): readonly unknown[] {
  const categories = Object.fromEntries(
    Object.entries(rules).map(([name, own]) => [name, { es: [`word ${name}`], ...own }]),
  );
  const { errors } = makeTerms(makeSource({ t: { layer: 'frame', categories } }));
  return errors.map((error) =>
    error.code === 'rule_circle' ? [error.rule, error.path.join(' ')] : error.code,
  );
}

const to = (...of: readonly string[]) => ({
  of: of.map((name) => `<t/${name}>`),
  within: 'sentence' as const,
});

describe('rules that lead back', () => {
  it('are refused where one of them shuns company', () => {
    expect(circles({ a: { not_near: to('b') }, b: { not_after: to('a') } })).toEqual([
      ['not_near', 't/a t/b t/a'],
      ['not_after', 't/b t/a t/b'],
    ]);
    expect(circles({ a: { not_near: to('b') }, b: { near: to('c') }, c: { near: to('a') } })).toEqual([
      ['not_near', 't/a t/b t/c t/a'],
    ]);
  });

  it('are allowed where all ask for company, which can stand together', () => {
    expect(circles({ a: { near: to('b') }, b: { near: to('a') } })).toEqual([]);
  });

  it('are none where the way ends', () => {
    expect(circles({ a: { not_near: to('b', 'c') }, b: { not_near: to('c') }, c: {} })).toEqual([]);
  });

  it('are told once for each category and rule', () => {
    const { errors } = makeTerms(
      makeSource({
        t: {
          layer: 'frame',
          categories: {
            a: { es: ['one', 'two', 'three'], not_near: to('b') },
            b: { es: ['four'], near: to('a') },
          },
        },
      }),
    );
    expect(errors.map(describeLexiconError)).toEqual([
      't.yaml: `t/a` (es), `one`: expected `not_near` to name categories whose rules do not lead back, found t/a > t/b > t/a: take out one of the links',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { lexiconLanguages } from '../../../src/model/passage.ts';
import { developed } from '../../support/developed.ts';
import { judgeMarked } from '../../support/judged.ts';

describe.each(lexiconLanguages)('sentences of development in %s', (language) => {
  const own = developed.filter((one) => one.language === language);
  const judged = own.map((one) => ({ one, verdict: judgeMarked(one.marked, language, one.frame) }));
  const share = (of: 'polarity' | 'voice') =>
    judged.filter(({ one, verdict }) => one[of] === verdict[of]).length / judged.length;

  it('are two hundred and more, each with one wording in braces', () => {
    expect(own.length).toBeGreaterThan(200);
    expect(
      own.filter(({ marked }) => marked.split('{').length !== 2 || marked.split('}').length !== 2),
    ).toEqual([]);
  });

  it('are judged as a reader would, but for few', () => {
    expect(share('polarity')).toBeGreaterThanOrEqual(0.95);
    expect(share('voice')).toBeGreaterThanOrEqual(0.91);
  });

  it('give for every verdict but the plain one a rule with its place', () => {
    const plain = judged.filter(({ verdict }) => verdict.polarity === 'affirmed' && verdict.voice === 'own');
    const others = judged.filter((each) => !plain.includes(each));
    expect(others.filter(({ verdict }) => verdict.because.length === 0)).toEqual([]);
    const outside = judged.filter(({ one, verdict }) =>
      verdict.because.some(({ start, end }) => start < 0 || end <= start || end > one.marked.length - 2),
    );
    expect(outside).toEqual([]);
  });
});

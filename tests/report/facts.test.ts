import { describe, expect, it } from 'vitest';
import { facts as placed } from '../../src/report/facts.ts';
import { buildResults } from '../support/results.ts';
import { speakers } from '../support/speech.ts';

/** What it says, without where that leads. */
function facts(results: Parameters<typeof placed>[0]) {
  const { rests, lacks } = placed(results);
  return { rests: rests.map(({ says }) => says), lacks: lacks.map(({ says }) => says) };
}

describe('facts', () => {
  it('lead to where each is counted', () => {
    const { rests, lacks } = placed(buildResults());
    expect(rests.map(({ at }) => at)).toEqual(['documents', 'documents', 'time', 'institutions']);
    expect(lacks.map(({ at }) => at)).toEqual(['failed', 'partial', 'documents', 'run', 'coding', 'time']);
  });

  it('says what the corpus is', () => {
    expect(facts(buildResults()).rests).toEqual([
      '39 documents of 8 institutions',
      'Spanish 29, Portuguese 9',
      '1998 to 2014',
      '277 passages about the object, of 429',
    ]);
  });

  it('says what it lacks: files, coders, years', () => {
    expect(facts(buildResults()).lacks).toEqual([
      '2 of 41 files not in the numbers: encrypted 1, no text 1',
      '1 file only in part: page unread 1',
      '13 of 126 pages unread, in no denominator',
      'not frozen: claims, lexicons, settings and sample were not fixed before passages were coded, so that this run is exploratory',
      'no passages coded by hand, so the errors of the lexicon are not corrected',
      'no document of 2000',
    ]);
  });

  it('says that the lexicon was changed after codings had come in', () => {
    const problems = [{ code: 'lexicon_after_codings', file: 'codings/sample-1' } as const];
    expect(facts({ ...buildResults(), problems }).lacks.join()).toContain(
      'changed after codings had come in',
    );
  });

  it('never lets simulated coders pass for people', () => {
    const simulated = { code: 'codings_simulated', file: 'codings/sample-1', items: 800 } as const;
    const { rests } = facts({ ...buildResults(), problems: [simulated] });
    expect(rests).toContain('800 items of samples coded by simulated coders, not by people');
    expect(facts(buildResults()).rests.join()).not.toContain('simulated');
  });

  it('says how many passages OCR is not sure of, where they count', () => {
    const results = buildResults();
    const doubt = (file: string) => ({ code: 'low_confidence', file, passages: 3, limit: 60 }) as const;
    const ingest = results.ingest.map((row) => ({ ...row, problems: [...row.problems, doubt(row.file)] }));
    const doubts = facts({ ...results, ingest }).lacks.filter((line) => line.includes('OCR'));
    // Of 41 files, 2 are not in the numbers.
    expect(doubts).toEqual(['117 passages of which OCR is not sure, counted like the others']);
  });

  it('says when a side is missing, a voice unknown, and years empty in a row', () => {
    const [first] = speakers;
    if (first === undefined) throw new Error('expected a speaker');
    const { lacks } = facts(buildResults({ speakers: [{ ...first, voice: null, years: [1998, 2003] }] }));
    expect(lacks[0]).toBe('no document of civil society');
    expect(lacks).toContain('2 documents without a voice, in no contrast');
    expect(lacks).toContain('no document of 1999 to 2002, 2004 to 2010');
  });

  it('says that it is as it was frozen among what it rests on, and else what has changed', () => {
    const at = '2026-02-03T00:00:00.000Z';
    const of = (state: 'frozen' | 'exploratory', changed: readonly string[]) => {
      const results = buildResults();
      return facts({
        ...results,
        run: {
          ...results.run,
          freezing: { state, at, number: 1, codings: 0, opened: 0, changed, later: null },
        },
      });
    };
    const frozen = of('frozen', []);
    expect(frozen.rests.at(-1)).toBe(
      'frozen: nothing has changed since freeze 1 of 2026-02-03, made before any coding',
    );
    expect(frozen.lacks.join()).not.toContain('freeze');
    const explored = of('exploratory', ['lexicon (changed)']);
    expect(explored.lacks).toContain(
      'exploratory: not as in freeze 1 of 2026-02-03, made before any coding: lexicon (changed)',
    );
    expect(explored.rests.join()).not.toContain('freeze');
  });
});

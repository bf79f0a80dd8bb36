import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBeginnings } from '../../../src/tag/polarity/beginnings.ts';
import { type CuePattern, createFinder } from '../../../src/tag/polarity/cue.ts';
import { tokensOf } from '../../../src/tag/polarity/tokens.ts';

const word = fc.constantFrom('not', 'no', 'never', 'nev', 'far', 'from', 'the', 'rather');
const pattern = fc
  .array(
    fc.oneof(
      word,
      word.map((one) => `${one}*`),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(' '));
const table = fc.record({
  not: fc.array(pattern, { maxLength: 4 }),
  maybe: fc.array(pattern, { maxLength: 4 }),
});

test('finders that share beginnings find what each finds alone', () => {
  fc.assert(
    fc.property(
      fc.array(table, { minLength: 1, maxLength: 4 }),
      fc.array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      (tables, texts) => {
        const beginnings = createBeginnings<CuePattern>();
        const together = tables.map((one) => createFinder(one, beginnings));
        for (const words of texts) {
          const text = words.join(' ');
          const tokens = tokensOf(text, { start: 0, end: text.length });
          for (const [i, one] of tables.entries())
            expect(together[i]?.(tokens)).toEqual(createFinder(one)(tokens));
        }
      },
    ),
  );
});

test('a finder that is added after others have looked is heard too', () => {
  const beginnings = createBeginnings<string>();
  beginnings.add((plain) => (plain === 'not' ? ['first'] : []));
  const tokens = tokensOf('not here', { start: 0, end: 8 });
  expect(beginnings.of(tokens)).toEqual([[['first']], null]);
  beginnings.add((plain) => (plain === 'here' ? ['second'] : []));
  expect(beginnings.of(tokens)).toEqual([
    [['first'], []],
    [[], ['second']],
  ]);
});

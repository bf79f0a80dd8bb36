import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { months } from '../../src/text/months.ts';

describe('months', () => {
  it.each(Object.entries(months))('are those that %s has, as Unicode tells them', (language, names) => {
    const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const expected = Array.from({ length: 12 }, (_, month) =>
      fold(format.format(Date.UTC(2009, month, 14)), { case: false, accents: false }),
    );
    expect(names).toEqual(expected);
  });
});

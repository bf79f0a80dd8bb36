import { describe, expect, it } from 'vitest';
import { assessTime } from '../../../src/assess/time/time.ts';
import { timeReasonWords } from '../../../src/model/time-words.ts';
import { timeReasons } from '../../../src/model/trend.ts';
import { report } from '../../../src/report/report.ts';
import { dated, timeStudy, years } from '../../support/dated.ts';
import { buildResults } from '../../support/results.ts';
import { records, textOf } from '../reading.ts';

const study = timeStudy({ events: [{ id: 'turn', date: '2005', name: 'the <turn>' }] });
const time = assessTime(
  dated([
    ...years(1, 5, (year) => (year < 5 ? 0.75 : 0.25)),
    ...years(2, 4, () => 0.3)
      .filter(({ date }) => !date?.startsWith('2003'))
      .map((one) => ({ ...one, institution: 'Consejo <i>', voice: 'regional_body' })),
  ]),
  [],
  study,
);
const files = report({ ...buildResults(), time });

describe('time.csv', () => {
  const rows = records(textOf(files, 'tables/time.csv'));

  it('has a row for every statistic, with a value or a reason', () => {
    expect(new Set(rows.map((row) => row['statistic']))).toEqual(
      new Set([
        'share',
        'slope',
        'monotone_slope',
        'scan',
        'change',
        'before_after',
        'jump',
        'bend',
        'halves',
        'period',
      ]),
    );
    for (const row of rows) {
      if (row['statistic'] === 'share') expect(row['value'] === '').toBe(row['documents'] === '0');
      else expect(row['value'] === '').toBe(row['reason'] !== '');
    }
  });

  it('names the place of a change and what coincides with it', () => {
    const [change] = rows.filter((row) => row['statistic'] === 'change' && row['institution'] === 'Red');
    expect(change).toMatchObject({ from: '2005', to: '2005', latest: '2005', coincides: 'turn' });
  });
});

describe('change over time on the page', () => {
  const page = textOf(files, 'report.html');
  const section = page.slice(page.indexOf('<section id="course">'), page.indexOf('<section id="quotes">'));

  it('says what coincides, never what causes, and escapes what came from outside', () => {
    expect(section).toContain('it coincides with: the &lt;turn&gt;');
    expect(section).toContain('Consejo &lt;i&gt;');
    expect(section).not.toContain('<turn>');
  });

  it('tells each drawing in words and breaks lines where there are no documents', () => {
    const labels = [...section.matchAll(/aria-label="([^"]*)"/g)].map(([, text]) => text ?? '');
    expect(labels.some((text) => /2005: \d+ % \(\d+ % to \d+ %\), 5 documents, 50 passages/.test(text))).toBe(
      true,
    );
    const consejo = section.slice(section.indexOf('Consejo &lt;i&gt;'));
    const [line] = [...consejo.matchAll(/<path d="(M[^"]*)"/g)]
      .map(([, path]) => path ?? '')
      .filter((path) => path.includes('L'));
    expect(line?.match(/M/g)).toHaveLength(2);
  });
});

describe('timeReasonWords', () => {
  it('says every reason in words of its own', () => {
    expect(new Set(timeReasons.map(timeReasonWords)).size).toBe(timeReasons.length);
  });
});

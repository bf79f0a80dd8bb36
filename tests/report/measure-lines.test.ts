import { describe, expect, it } from 'vitest';
import type { MoneyShare } from '../../src/model/channels.ts';
import { mixes } from '../../src/profile/mixes.ts';
import { appendixLines } from '../../src/report/markdown-lists.ts';
import { measureParts } from '../../src/report/measure-lines.ts';
import { assessed } from '../support/assessed.ts';
import { doing, naming } from '../support/mention-rows.ts';
import { buildResults } from '../support/results.ts';
import { pageOf } from './reading.ts';

const documents = [
  naming({ file: 'a', institution: 'Body <i>', voice: 'regional_body' }, [
    doing('m', 'actors/social_ministries'),
    doing('n', 'actors/social_ministries'),
  ]),
  naming({ file: 'b', institution: 'Red', voice: 'civil_society' }, [
    doing('o', 'actors/donors'),
    doing('p', null),
  ]),
];
const share: MoneyShare = {
  institution: 'Body <i>',
  programme: null,
  currency: 'USD',
  status: null,
  giver: 'actors/regional_funds',
  sums: 2,
  amount: 30,
  share: 0.75,
  programmes: 2,
  least: 0.5,
  most: 1,
  shareStated: false,
};
const measures = {
  ...mixes(
    documents.map(({ observation }) => observation),
    documents.flatMap(({ mentions }) => mentions),
  ),
  money: [share, { ...share, giver: null, share: null, least: null, most: null }],
  held: [
    { institution: 'Council', from: 2008, to: 2012, known: 12, held: 3, undated: 1, share: 0.25 },
    { institution: 'Group', from: null, to: null, known: null, held: 0, undated: 0, share: null },
  ],
};
const results = { ...buildResults(), measures };
const linesOf = (title: string) => measureParts(results).find((part) => part.title === title)?.lines;

describe('what is measured of the profile, in words', () => {
  it('gives channels by class with intervals, and 3/n where a class has nobody', () => {
    expect(linesOf('Channels by class')?.[0]).toBe(
      'Body <i>: of 2 donors 0 (0 to 66 %, 3/n 100 %), social ministries 2 (100 %, 34 to 100), not in the lexicon 0 (0 to 66 %, 3/n 100 %); effective classes 1.00 (Hill 1) and 1.00 (Hill 2), chance that two differ 0\u00a0%.'.replaceAll(
        /(\d) %/g,
        '$1\u00a0%',
      ),
    );
  });

  it('compares both sides and calls the comparison descriptive', () => {
    const part = measureParts(results).find(({ title }) => title.includes('compared'));
    expect(part?.note).toContain('descriptive');
    expect(part?.lines).toContain(
      'Social ministries: civil society 0 of 2, regional bodies 2 of 2; odds ratio below 4.56, p 0.333.',
    );
    expect(part?.lines).toContain(
      'Donors: civil society 1 of 2, regional bodies 0 of 2; odds ratio above 0.03, p 1.000.',
    );
  });

  it('gives shares of money with their range, and no sums without a giver', () => {
    expect(linesOf('Whose money')).toEqual([
      'Body <i>, USD, status not told, 2 programmes: regional funds 75\u00a0% (50 to 100 without one programme).',
    ]);
  });

  it('says how much of what exists is held, or that nobody said', () => {
    expect(linesOf('Missed integration')).toEqual([
      'Council, 2008 to 2012: 3 of 12 documents known to exist are held (25\u00a0%); 1 more without a date.',
      'Group: 0 documents held; how many exist the study does not say (known in study.yaml).',
    ]);
    const none = {
      documents: 10,
      naming: { value: 0, lower: 0, upper: 0.28, x: 0, n: 10 },
      most: 0.3,
      coded: 0,
      parts: {},
    };
    const findings = assessed().map((finding) =>
      finding.kind === 'threshold' && finding.hypothesis === 'H2b'
        ? {
            ...finding,
            asymmetry: {
              object: { ...none, most: null, naming: { value: 0.2, lower: 0.06, upper: 0.51, x: 2, n: 10 } },
              projects: none,
              value: 1.7,
            },
          }
        : finding,
    );
    const part = measureParts({ ...results, findings }).find(({ title }) => title === 'Missed integration');
    expect(part?.lines.slice(0, 2)).toEqual([
      'Of 10 documents about the object 2, 20\u00a0% (6 to 51), name the main projects with it.',
      'Of 10 documents of the projects’ bodies none (0 to 28\u00a0%, 3/n 30\u00a0%) speak of the object; difference 1.70 in log odds.',
    ]);
  });

  it('stands below the profile on the page and in the text, foreign names inert', () => {
    const item = {
      column: 'channels',
      id: null,
      name: 'm',
      note: null,
      programme: null,
      times: 1,
      file: 'a',
      page: '1',
      passage: 'x',
    } as const;
    const whole = { ...results, appendix: [{ institution: 'Body <i>', items: [item] }] };
    const { document } = pageOf(whole);
    const parts = [...document.querySelectorAll('#appendix details')];
    expect(parts.map((part) => part.querySelector('summary')?.textContent)).toEqual(
      measureParts(whole).map(({ title }) => title),
    );
    expect(document.querySelector('#appendix i')).toBeNull();
    expect(document.querySelector('#appendix details code')?.textContent).toBe('tables/channels.csv');
    expect(appendixLines(whole).join('\n')).toContain('- Body \\<i\\>: of 2');
    expect(measureParts(buildResults())).toEqual([]);
  });
});

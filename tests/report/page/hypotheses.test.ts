import { describe, expect, it } from 'vitest';
import { findingLines } from '../../../src/app/overview.ts';
import { shortNumber } from '../../../src/model/outcome.ts';
import type { Results } from '../../../src/model/results.ts';
import { report } from '../../../src/report/report.ts';
import { assessed } from '../../support/assessed.ts';
import { buildResults } from '../../support/results.ts';
import { dilution } from '../../support/study.ts';

const findings = assessed();
const results: Results = {
  ...buildResults(),
  claims: [dilution],
  findings,
  appendix: [
    {
      institution: 'RECM <script>',
      items: [
        {
          column: 'channels',
          id: 'name:a',
          name: 'a <b>',
          note: 'social ministries',
          programme: null,
          times: 2,
          file: 'documents/a.pdf',
          page: '4',
          passage: 'p',
        },
      ],
    },
  ],
  places: [{ voice: 'regional_body', place: 'recital', documents: 2, passages: 30, presence: { NEP: 3 } }],
};
const made = new Map(
  report(results).map(({ path, content }) => [
    path,
    typeof content === 'string' ? content : [...content].join(''),
  ]),
);
const page = made.get('report.html') ?? '';

describe('hypotheses on the page', () => {
  it('have a row each, that leads to a section of its own', () => {
    for (const { id } of dilution.hypotheses) {
      // By its short name, by its number where it has one, by what draws it.
      const [row = ''] =
        page.match(
          new RegExp(
            `<tr class="\\w+"><th scope="row" class="id"><a href="#hypothesis-dilution-${id}".*?</tr>`,
            's',
          ),
        ) ?? [];
      const number = />([^<]*)(?:<\/a>)?<\/td><td><strong>/.exec(row)?.[1];
      expect(number).toBeTruthy();
      expect(row.split(`href="#hypothesis-dilution-${id}"`)).toHaveLength(number === '–' ? 2 : 3);
      expect(page.split(`id="hypothesis-dilution-${id}"`)).toHaveLength(2);
    }
    expect(page).toMatch(/The claim as a whole, in these \d+ institutions \(scope A\): inconclusive/);
    expect(page).toContain('Way 1: a driver in word');
  });

  it('draw an interval for what has one and say why others have none', () => {
    const rows = page.match(/<tr class="(?:primary|secondary)">.*?<\/tr>/gs) ?? [];
    expect(rows).toHaveLength(17);
    for (const row of rows) expect(row.includes('<svg')).toBe(!row.includes('no interval'));
    expect(rows.find((row) => row.includes('>H2b<'))).toContain('no documents of COSIPLAN, IIRSA, GIP');
    expect(rows.find((row) => row.includes('>H9<'))).toContain('the reuse of texts is not measured yet');
  });

  it('hold no number that is none, in any file', () => {
    for (const [path, content] of made)
      expect(/\b(?:NaN|Infinity|undefined)\b/.exec(content)?.[0], path).toBeUndefined();
  });
});

describe('the profile of institutions and what is said against done', () => {
  it('give each thing its page, and escape what a document says', () => {
    expect(page).toContain('a &lt;b&gt;');
    expect(page).not.toContain('RECM <script>');
    expect(page).toMatch(/a\.pdf<\/bdi>, p\. 4/);
    expect(page).toContain('30 passages in 2 documents');
    expect(made.get('tables/appendix.csv')).toContain(
      'channels,a <b>,social ministries,,2,documents/a.pdf,4,p',
    );
    expect(made.get('tables/places.csv')).toContain('regional_body,recital,NEP,3,30,2');
  });
});

describe('hypotheses in the terminal', () => {
  const lines = findingLines(results, (text) => text);

  it('have a row each with number and verdict', () => {
    const row = lines.find((line) => line.startsWith('H1 ')) ?? '';
    expect(row).toMatch(
      /^H1 {3}new paradigm gives way to add-on {2,}\d.* × \(.* to .*\) +inconclusive \(its interval alone, which decides nothing: supported, substantial\)$/,
    );
    expect(lines.find((line) => line.startsWith('H3 '))).toContain('100 % (61 to 100)');
    expect(lines.filter((line) => line.startsWith('all'))).toHaveLength(1);
  });

  it('show no number for what cannot be tested', () => {
    for (const one of findings) if (one.verdict === 'NOT_TESTABLE') expect(shortNumber(one)).toBeNull();
  });
});

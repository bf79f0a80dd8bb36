import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import type { Results } from '../../../src/model/results.ts';
import { report } from '../../../src/report/report.ts';
import { codePointLength } from '../../../src/text/codepoints.ts';
import { buildResults } from '../../support/results.ts';
import { dilution, plainStudy } from '../../support/study.ts';
import { pageOf, records, textOf } from '../reading.ts';

const results = buildResults();
const { document } = pageOf(results);
const sections = (of = document) => [...of.querySelectorAll('#hypotheses > .finding')];

describe('witnesses on the page', () => {
  it('stand under their hypothesis, for beside against, each with page, institution, date and the words that fired', () => {
    const [first] = sections();
    const sides = [...(first?.querySelectorAll('.witnesses > .sides > div') ?? [])];
    expect(sides.map((side) => side.querySelector('h4')?.textContent)).toEqual([
      'Speaks most for it',
      'Speaks most against it',
    ]);
    for (const [at, tells] of (['for', 'against'] as const).entries()) {
      const articles = [...(sides[at]?.querySelectorAll('article') ?? [])];
      const own = results.witnesses.filter((one) => one.tells === tells).slice(0, 2);
      expect(articles).toHaveLength(own.length);
      for (const [place, { item, fired }] of own.entries()) {
        const text = articles[place]?.textContent ?? '';
        for (const said of [
          item.institution,
          item.date,
          `page\u00a0${item.page}`,
          item.file,
          item.passage.id,
        ])
          expect(text).toContain(said);
        const marked = [...(articles[place]?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent);
        expect(marked).toEqual(fired.map(({ surface }) => surface));
      }
    }
  });

  it('are said to be none where there are none', () => {
    const without = pageOf({ ...results, witnesses: [] }).document;
    expect(sections(without)[0]?.textContent).toContain(
      'No passage of this corpus speaks plainly for it or against it',
    );
    const half = results.witnesses.filter(({ tells }) => tells === 'for');
    expect(sections(pageOf({ ...results, witnesses: half }).document)[0]?.textContent).toContain(
      'No passage does so plainly',
    );
  });

  it('are quoted no longer than rights allow, in any file', () => {
    const longest = 40;
    const closed: Results = {
      ...results,
      evidence: [],
      witnesses: results.witnesses.map((one) => ({ ...one, item: { ...one.item, longest } })),
    };
    for (const quotation of pageOf(closed).document.querySelectorAll('#hypotheses blockquote'))
      expect(codePointLength((quotation.textContent ?? '').replaceAll('…', '').trim())).toBeLessThanOrEqual(
        longest,
      );
    const files = report(closed);
    for (const row of records(textOf(files, 'tables/witnesses.csv'))) {
      expect(codePointLength(row['text'] ?? '')).toBeLessThanOrEqual(longest);
      expect(codePointLength(row['words'] ?? '')).toBeLessThanOrEqual(longest);
    }
    const quotations =
      textOf(files, 'report.md').match(/(?<=Speaks most (?:for|against) it:\n\n {2}> ).*/g) ?? [];
    expect(quotations.length).toBeGreaterThan(0);
    for (const line of quotations)
      expect(line.replace(/[*\\…]/g, '').trim().length).toBeLessThanOrEqual(longest);
  });
});

describe('tables/witnesses.csv', () => {
  it('traces every quotation to its passage, its page and its words', () => {
    const rows = records(textOf(report(results), 'tables/witnesses.csv'));
    expect(rows).toHaveLength(results.witnesses.length);
    const passages = new Map([...results.evidence].map((item) => [String(item.passage.id), item]));
    for (const row of rows) {
      const item = passages.get(row['passage'] ?? '');
      expect(item?.file).toBe(row['file']);
      expect(item?.page).toBe(row['page']);
      const from = Number(row['text_start']);
      expect(
        [...(item?.passage.text ?? '')]
          .slice(from)
          .join('')
          .startsWith(row['text'] ?? '?'),
      ).toBe(true);
      for (const words of row['words']?.split(' | ') ?? []) expect(row['text']).toContain(words);
    }
  });
});

describe('what cannot be tested', () => {
  const findings = assess([], dilution, plainStudy);
  const made: Results = { ...results, claims: [dilution], findings, witnesses: [] };
  const page = pageOf(made).document;

  it('is said once, with why and what to add', () => {
    const shown = sections(page);
    expect(shown).toHaveLength(dilution.hypotheses.length);
    for (const [at, section] of shown.entries()) {
      const said = section.querySelector('p:not(.anchor)')?.textContent ?? '';
      expect(said).toMatch(/^Not testable\. /);
      expect(said.match(/not testable/gi)).toHaveLength(1);
      const needs = dilution.hypotheses[at]?.needs;
      if (needs !== undefined) expect(section.textContent).toContain(`What to add: ${needs}`);
      expect(section.textContent).toContain('By the rule: ');
    }
    expect(shown[4]?.textContent).toMatch(/What to add: Documents of .*COSIPLAN, IIRSA, GIP/);
  });

  it('shows neither scope nor passage', () => {
    for (const section of sections(page)) {
      expect(section.textContent).not.toMatch(/scope [AB]/);
      expect(section.querySelector('article')).toBeNull();
    }
  });
});

describe('no sentence of the report', () => {
  it('with a number speaks at another scope than its own', () => {
    for (const section of sections()) {
      const [finding] = results.findings;
      expect(section.querySelectorAll('p')[1]?.textContent).toContain(`(scope ${finding?.scope})`);
    }
    expect(document.querySelector('#claim .reading')?.textContent).toContain('(scope A)');
    expect(document.querySelector('#claim')?.textContent).not.toContain('scope B');
    const quoted = textOf(report(results), 'report.md').match(/^> for each .*|^> in these .*/gm) ?? [];
    expect(quoted.length).toBeGreaterThan(0);
    for (const line of quoted) expect(line).toContain('(scope A)');
  });
});

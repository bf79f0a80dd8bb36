import { describe, expect, it } from 'vitest';
import { isBalance } from '../../src/model/finding.ts';
import { report } from '../../src/report/report.ts';
import { notTestable } from '../support/contrast.ts';
import { robustApart } from '../support/framings.ts';
import { expectGolden } from '../support/golden.ts';
import { buildResults } from '../support/results.ts';
import { speakers } from '../support/speech.ts';
import { pageOf, records, textOf } from './reading.ts';

const few = speakers
  .filter(({ voice }) => voice === 'civil_society' || voice === 'regional_body')
  .map((speaker) => ({ ...speaker, years: speaker.years.slice(0, 3), passages: 4 }));

describe('report', () => {
  const files = report(buildResults());

  it('gives a page, a text, findings, the run, and tables', () => {
    expect(files.map(({ path }) => path).filter((path) => !path.startsWith('figures/'))).toEqual([
      'report.html',
      'report.md',
      'findings.json',
      'results.json',
      'run.json',
      'tables/documents.csv',
      'tables/acts.csv',
      'tables/groups.csv',
      'tables/evidence.csv',
      'tables/tags.csv',
      'tables/mentions.csv',
      'tables/removals.csv',
      'tables/profiles.csv',
      'tables/findings.csv',
      'tables/witnesses.csv',
      'tables/effects.csv',
      'tables/balances.csv',
      'tables/gates.csv',
      'tables/strata.csv',
      'tables/institutions.csv',
      'tables/readings.csv',
      'tables/missed.csv',
      'tables/ways.csv',
      'tables/planted.csv',
      'tables/appendix.csv',
      'tables/channels.csv',
      'tables/channel_pairs.csv',
      'tables/money.csv',
      'tables/held.csv',
      'tables/fields.csv',
      'tables/places.csv',
      'tables/robustness.csv',
      'tables/specifications.csv',
      'tables/time.csv',
      'tables/words.csv',
      'tables/problems.csv',
      'tables/lexicon.csv',
      'tables/dictionary.csv',
    ]);
  });

  it('looks as it did when a person last read it', () => {
    const small = report(buildResults({ speakers: few }));
    expectGolden('report/report.md', textOf(small, 'report.md'));
    expectGolden('report/profiles.csv', textOf(small, 'tables/profiles.csv'));
    expectGolden('report/dictionary.csv', textOf(small, 'tables/dictionary.csv'));
    const page = textOf(small, 'report.html')
      .replace(/<style>.*?<\/style>/s, '<style></style>')
      .replace(/<script>.*?<\/script>/s, '<script></script>');
    expectGolden('report/report.html', page.replace(/(?<=>)(?=<(?!\/))/g, '\n'));
  });

  it('is the same for the same results, and its tables for another run over them', () => {
    const again = report(buildResults());
    const results = buildResults();
    const later = report({
      ...results,
      run: { ...results.run, run: 'later', startedAt: '2027', finishedAt: '2028' },
    });
    for (const { path } of files) {
      expect(textOf(again, path)).toBe(textOf(files, path));
      if (path.startsWith('tables/') || path === 'findings.json')
        expect(textOf(later, path)).toBe(textOf(files, path));
    }
  });

  it('says in the tables of findings at which scope, on how much and by which seed a number stands', () => {
    const robust = robustApart();
    const results = { ...buildResults(), robustness: [robust] };
    const findings = results.findings.map((one) => ({
      ...one,
      claim: robust.claim,
      hypothesis: robust.hypothesis,
    }));
    const made = report({ ...results, findings });
    for (const name of ['findings', 'effects', 'readings', 'robustness', 'specifications']) {
      const [head = ''] = textOf(made, `tables/${name}.csv`).split('\n');
      const columns = head.split(',');
      expect(columns, name).toEqual(expect.arrayContaining(['scope', 'documents', 'institutions', 'seed']));
      expect(
        columns.some((column) => /passages$/.test(column)),
        name,
      ).toBe(true);
    }
    for (const name of ['balances', 'gates', 'strata', 'institutions', 'missed', 'ways'])
      expect(textOf(made, `tables/${name}.csv`), name).toMatch(/^[^\n]*\bscope\b/);
    const [first] = records(textOf(made, 'tables/findings.csv'));
    expect(first).toMatchObject({ scope: 'A', most_influential_term: robust.mostInfluential?.name });
    expect(Number(first?.['without_it'])).toBeCloseTo(
      robust.mostInfluential?.estimate?.value ?? Number.NaN,
      8,
    );
    expect(textOf(made, 'report.html')).toContain('moves the estimate most');
  });

  it('puts every tag and passage into the tables', () => {
    const results = buildResults();
    const evidence = [...results.evidence];
    const passages = records(textOf(files, 'tables/evidence.csv'));
    expect(passages.map((row) => row['text'])).toEqual(evidence.map((item) => item.passage.text));
    const tags = records(textOf(files, 'tables/tags.csv'));
    expect(tags.map((row) => row['surface'])).toEqual(
      evidence.flatMap((item) => item.tags.map(({ surface }) => surface)),
    );
    const fired = records(textOf(files, 'tables/lexicon.csv')).reduce(
      (sum, row) => sum + Number(row['hits']),
      0,
    );
    expect(fired).toBe(tags.length);
  });

  it('holds a study without documents', () => {
    const empty = report(buildResults({ speakers: [] }));
    expect(textOf(empty, 'tables/evidence.csv')).toMatch(/^passage,file,.*\n$/);
    expect(textOf(empty, 'report.md')).toContain('no document of civil society or regional bodies');
    expect(textOf(empty, 'report.html')).toContain('No hypothesis of this claim could be assessed');
  });

  it('holds a study without a claim', () => {
    const none = report({ ...buildResults(), claims: [], findings: [] });
    expect(textOf(none, 'report.md')).toContain('No claim was tested');
    expect(textOf(none, 'report.html')).toContain('No claim was tested');
  });

  it('says why a claim is not testable, and leaves its cells empty', () => {
    const results = buildResults();
    const made = report({ ...results, findings: results.findings.filter(isBalance).map(notTestable) });
    expect(textOf(made, 'report.md')).toContain(
      'expected at least 5 documents and 4 effective documents a side, found 15 and 3',
    );
    expect(records(textOf(made, 'tables/findings.csv'))[0]).toMatchObject({
      verdict: 'NOT_TESTABLE',
      estimate: '',
      dilution: '',
    });
    expect(JSON.parse(textOf(made, 'findings.json')).findings[0].estimate).toBeNull();
  });
});

describe('hostile documents', () => {
  const script = `<script>alert(1)</script><img src=x onerror="alert(2)">'"&amp;</title></style>`;
  const [first, second] = speakers.filter(
    ({ voice }) => voice === 'civil_society' || voice === 'regional_body',
  );
  const hostile = buildResults({
    speakers: [first, ...speakers.slice(3, 5), second].flatMap((one) =>
      one === undefined ? [] : [{ ...one, institution: `=cmd()|${one.institution}${script}` }],
    ),
    suffix: script,
    url: 'javascript:alert(3)',
  });

  it('stay text on the page', () => {
    const { html, document } = pageOf(hostile);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(document.querySelector('script')?.textContent).not.toContain('alert');
    expect(html).not.toContain('<img');
    const executable = [...document.querySelectorAll('*')].flatMap((node) =>
      [...node.attributes].filter(
        ({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value),
      ),
    );
    expect(executable).toEqual([]);
    expect(document.querySelector('h1')?.textContent).toContain(script);
    expect(document.querySelector('#evidence cite')?.textContent).toContain(script);
    expect(document.querySelector('#evidence blockquote')?.textContent).toContain(script);
  });

  it('link only to addresses of the web', () => {
    expect(pageOf(hostile).document.querySelectorAll('cite').length).toBeGreaterThan(0);
    expect(pageOf(hostile).document.querySelector('a cite')).toBeNull();
    const kind = buildResults({ url: 'https://example.org/acta' });
    expect(pageOf(kind).document.querySelector('a[href="https://example.org/acta"] cite')).not.toBeNull();
  });

  it('start no formula in a table', () => {
    const rows = records(textOf(report(hostile), 'tables/profiles.csv'));
    const keys = rows.filter((row) => row['by'] === 'institution').map((row) => row['key']);
    expect(keys.every((key) => key?.startsWith("'=cmd()"))).toBe(true);
  });

  it('start no markup and no control sequence in the text', () => {
    const results = buildResults({ suffix: ' <b>[x](javascript:1)</b>\u001b[31m\u202e' });
    const text = textOf(report(results), 'report.md');
    expect(text).not.toMatch(/(?<!\\)<b>/);
    expect(text).not.toMatch(/(?<!\\)\[x/);
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});

import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import type { MethodsRecord } from '../../../src/model/methods.ts';
import type { Results } from '../../../src/model/results.ts';
import { mixes } from '../../../src/profile/mixes.ts';
import { latex } from '../../../src/report/methods/bibtex.ts';
import { methods } from '../../../src/report/methods/methods.ts';
import { type ReferenceKey, references } from '../../../src/report/methods/references.ts';
import { assessed } from '../../support/assessed.ts';
import { expectGolden } from '../../support/golden.ts';
import { doing, naming } from '../../support/mention-rows.ts';
import { buildResults } from '../../support/results.ts';
import { speakers } from '../../support/speech.ts';
import { dilution, plainStudy } from '../../support/study.ts';
import { textOf } from '../reading.ts';

const uncoded: MethodsRecord = {
  samples: [],
  coders: [],
  coded: 0,
  drawn: 0,
  agreements: [],
  quality: [],
  termsRead: { all: 0, precise: 0 },
  trusted: ['human'],
};
const rate = (value: number) => ({ value, lower: value - 0.05, upper: value + 0.04 });
const none = { value: null, lower: null, upper: null };
const coded: MethodsRecord = {
  samples: [
    {
      sample: 'sample-1',
      extends: null,
      unit: 'passages',
      seed: 7,
      columns: ['SSE', 'NEP'],
      coders: ['ana', 'ben'],
      strata: [
        { side: 'source', pattern: 'claimed', language: 'es', size: 120, drawn: 40 },
        { side: 'policy', pattern: 'neither', language: 'es', size: 900, drawn: 60 },
      ],
    },
  ],
  coders: [
    { coder: 'ana', role: 'coder', origin: 'human', acts: 100 },
    { coder: 'llm', role: 'coder', origin: 'machine', acts: 90 },
    { coder: 'ben', role: 'coder', origin: 'simulated', acts: 80 },
  ],
  coded: 98,
  drawn: 100,
  agreements: [
    {
      unit: 'passages',
      code: 'NEP',
      passages: 40,
      documents: 20,
      coders: 2,
      alpha: rate(0.81),
      alphaWeighted: none,
      kappa: rate(0.8),
      ac1: rate(0.9),
    },
  ],
  quality: [
    {
      code: 'NEP',
      by: 'all',
      key: '',
      hits: 40,
      others: 60,
      precision: rate(0.9),
      recall: rate(0.7),
      recallBound: null,
    },
    {
      code: 'NEP',
      by: 'voice',
      key: 'regional_body',
      hits: 20,
      others: 30,
      precision: rate(0.9),
      recall: none,
      recallBound: { is: 'at least', value: 0.88 },
    },
  ],
  termsRead: { all: 12, precise: 9 },
  trusted: ['human', 'simulated'],
};

const few = speakers
  .filter(({ voice }) => voice === 'civil_society' || voice === 'regional_body')
  .map((speaker) => ({ ...speaker, years: speaker.years.slice(0, 3), passages: 4 }));
const results = buildResults({ speakers: few });

function made(of: Results, record: MethodsRecord) {
  const files = methods(of, record);
  return { text: textOf(files, 'methods.md'), bib: textOf(files, 'references.bib') };
}

/** Keys that a text cites as pandoc would read them. */
function keysIn(text: string): readonly string[] {
  const brackets = text.match(/(?<!\\)\[@[^\]]*\]/g) ?? [];
  return [...new Set(brackets.flatMap((one) => one.match(/(?<=@)[\w-]+/g) ?? []))].toSorted();
}

/** Entries of a BibTeX file by a reader that knows braces and nothing else. */
function entriesOf(bib: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < bib.length; ) {
    const head = /^\s*@([a-z]+)\{([\w-]+),/.exec(bib.slice(at));
    if (head === null) {
      expect(bib.slice(at).trim()).toBe('');
      break;
    }
    let depth = 0;
    let end = at + head[0].indexOf('{');
    do {
      const sign = bib[end];
      if (sign === '{') depth++;
      if (sign === '}') depth--;
      end++;
    } while (depth > 0 && end < bib.length);
    expect(depth).toBe(0);
    expect(found.has(head[2] ?? '')).toBe(false);
    found.set(head[2] ?? '', bib.slice(at, end));
    at = end;
  }
  return found;
}

describe('the methods appendix', () => {
  it('looks as it did when a person last read it', () => {
    const { text, bib } = made(results, coded);
    expectGolden('report/methods.md', text);
    expectGolden('report/references.bib', bib);
  });

  it('is the same for the same results, but for the name of the run', () => {
    const first = made(results, coded);
    const later = {
      ...results,
      run: { ...results.run, run: 'later', startedAt: '2027', finishedAt: '2028' },
    };
    expect(made(buildResults({ speakers: few }), coded)).toEqual(first);
    const again = made(later, coded);
    expect(again.bib).toBe(first.bib);
    expect(again.text).toBe(first.text.replace(`Run \`${results.run.run}\``, 'Run `later`'));
  });

  it.each([
    ['uncoded', uncoded],
    ['coded', coded],
  ])('has an entry for each source that it cites, and no other (%s)', (_, record) => {
    const { text, bib } = made(results, record);
    expect([...entriesOf(bib).keys()].toSorted()).toEqual(keysIn(text));
    const listed = text.slice(text.indexOf('\n## References\n')).match(/^- .*/gm) ?? [];
    expect(listed).toHaveLength(keysIn(text).filter((key) => key in references).length);
  });

  it('cites only what the run used', () => {
    const plain = keysIn(made(results, uncoded).text);
    for (const key of [
      'egami2023',
      'krippendorff2011',
      'neyman1934',
      'benoit2018',
      'simonsohn2020',
      'cameron2008',
    ])
      expect(plain).not.toContain(key);
    expect(keysIn(made(results, coded).text)).toEqual(
      expect.arrayContaining(['krippendorff2011', 'neyman1934']),
    );
    const findings = results.findings.map((one) => ({ ...one, corrected: true }));
    expect(keysIn(made({ ...results, findings }, coded).text)).toContain('egami2023');
    const study = { ...results.study, settings: { ...results.study.settings, overlap: 'nested' as const } };
    expect(keysIn(made({ ...results, study }, coded).text)).toContain('benoit2018');
    const untested = assess([], dilution, plainStudy);
    expect(keysIn(made({ ...results, claims: [dilution], findings: untested }, uncoded).text)).not.toContain(
      'tukey1958',
    );
  });

  it('calls simulated and machine coders what they are', () => {
    const { text } = made(results, coded);
    expect(text).toMatch(/\| ben +\| coder +\| a simulation +\| 80 +\| yes +\|/);
    expect(text).toMatch(/\| llm +\| coder +\| a machine +\| 90 +\| no +\|/);
    expect(text).toContain('**Simulated coders are no people.**');
    expect(text).toContain('at least 0.88');
    expect(made(results, uncoded).text).toContain('no passage was coded by hand');
  });

  it('tells every rule, outcome and scope, and says once that something is not testable', () => {
    const { text } = made(
      { ...results, claims: [dilution], findings: assess([], dilution, plainStudy) },
      uncoded,
    );
    const lines = text.match(/^- \*\*H\d+\w*\*\*.*/gm) ?? [];
    expect(lines.length).toBeGreaterThanOrEqual(dilution.hypotheses.length);
    for (const line of lines) {
      expect(line).toContain('Rule: ');
      expect(line.match(/not testable/g)).toHaveLength(1);
    }
    expect(text).toContain('12 primary hypotheses');
  });

  it('says of each hypothesis by which codes it is corrected, and when two numbers must agree', () => {
    const finding = (hypothesis: string, kind: 'threshold' | 'contrast' | 'paired') =>
      ({
        ...assessed().find((one) => one.hypothesis === hypothesis && one.kind === kind),
        corrected: true,
        verdict: 'INCONCLUSIVE',
      }) as Results['findings'][number];
    const findings = [
      finding('H1', 'contrast'),
      finding('H2b', 'threshold'),
      finding('H4', 'contrast'),
      finding('H5', 'threshold'),
      finding('H11', 'paired'),
      { ...finding('H7', 'contrast'), verdict: 'NOT_TESTABLE' as const },
    ];
    const { text } = made({ ...results, claims: [dilution], findings }, coded);
    const section = text.slice(text.indexOf('## Correction'), text.indexOf('## Inference'));
    const ways = section.match(/^- .*/gm) ?? [];
    expect(ways).toHaveLength(4);
    expect(ways[0]).toMatch(/^- H1: each passage .* λ = 1/);
    expect(ways[1]).toMatch(/^- H2b: .*coded as a whole/);
    expect(ways[2]).toMatch(/^- H4, H11: .*λ = 0/);
    expect(ways[3]).toMatch(/^- H5: .*both say the same/);
    expect(section).not.toContain('H7');
    expect(text.match(/ {2}Mind: .*distinct units and coded passages must both say so/g)).toHaveLength(1);
  });

  it('tells what the profile of institutions rests on, and that nothing of it is tested', () => {
    const documents = [
      naming({ file: 'a', institution: 'A' }, [doing('m', 'actors/social_ministries')]),
      naming({ file: 'b', institution: 'B' }, [doing('n', 'actors/donors')]),
    ];
    const measures = {
      ...mixes(
        documents.map(({ observation }) => observation),
        documents.flatMap(({ mentions }) => mentions),
      ),
      money: [],
      held: [{ institution: 'X', from: null, to: null, known: null, held: 0, undated: 0, share: null }],
    };
    const { text } = made({ ...results, measures }, uncoded);
    const section = text.slice(text.indexOf('## Profile of institutions'), text.indexOf('## Exploration'));
    expect(section).toContain('of 2 institutions, in each role apart');
    expect(section).toContain('descriptive, adjusted for nothing, in no verdict');
    expect(section).toContain('their silence shows nothing');
    expect(keysIn(section)).toEqual(
      expect.arrayContaining(['fisher1935', 'hanley1983', 'hill1973', 'simpson1949', 'wilson1927']),
    );
    expect(made(results, uncoded).text).toContain('Nobody who does anything was named.');
  });

  it('says which files stand in no manifest, and which pages nobody could read', () => {
    const [row, ...others] = results.ingest;
    if (row === undefined) throw new Error('expected a file');
    const ingest = [
      {
        ...row,
        sources: { ...row.sources, unread: 3, ocr: 0 },
        problems: [{ code: 'not_in_manifest' as const, file: row.file }],
      },
      ...others,
    ];
    const { text } = made({ ...results, ingest }, uncoded);
    expect(text).toContain("1 file of the study's folder is in the corpus but not in its manifest.");
    expect(text).toContain('No page was read by OCR; those that are unread have no text of their own.');
  });

  it('holds a study without documents, claims or anything else', () => {
    const empty = buildResults({ speakers: [] });
    const { text } = made({ ...empty, claims: [], findings: [], terms: [], categories: [] }, uncoded);
    expect(text).toContain('No document was read.');
    expect(text).toContain('No claim was tested.');
    expect(text).not.toMatch(/\b(NaN|undefined|null|Infinity)\b/);
    expect(made(results, coded).text).not.toMatch(/\b(NaN|undefined|null|Infinity)\b/);
  });
});

describe('hostile words', () => {
  const hostile =
    '](http://x) [@holm1979] <script> `code` | $x$ } \\end{document} "quoted" @book{evil, % ~~a~~ \u001b[31m\u202e\n# Head';

  it('are neither markup nor citation in the appendix', () => {
    const bad = buildResults({ speakers: few, suffix: hostile });
    const claims = bad.claims.map((claim) => ({
      ...claim,
      title: hostile,
      source: hostile,
      statement: hostile,
    }));
    const { text, bib } = made({ ...bad, claims }, coded);
    expect(text).not.toMatch(/(?<!\\)<script/);
    expect(text).not.toMatch(/(?<!\\)\]\(http/);
    expect(text).not.toMatch(/(?<!\\)@holm1979\\\]/);
    expect(text).not.toMatch(/^# Head/m);
    expect(text).not.toMatch(/[\u001b\u202e]/);
    for (const row of text.match(/^\|.*/gm) ?? []) {
      const table = text.slice(0, text.indexOf(row)).split('\n\n').at(-1)?.split('\n')[0] || row;
      expect(row.split(/(?<!\\)\|/)).toHaveLength(table.split(/(?<!\\)\|/).length);
    }
    const entries = entriesOf(bib);
    expect([...entries.keys()]).not.toContain('evil');
    expect(entries.get('claim-dilution')).not.toMatch(/\\end|(?<!\\)%|(?<!\{)@book/);
  });

  it('come out of LaTeX escapes as they went in', () => {
    const words: Readonly<Record<string, string>> = {
      '\\textbackslash{}': '\\',
      '\\textbraceleft{}': '{',
      '\\textbraceright{}': '}',
      '\\textasciitilde{}': '~',
      '\\textasciicircum{}': '^',
      '{@}': '@',
      '\\$': '$',
      '\\&': '&',
      '\\#': '#',
      '\\%': '%',
      '\\_': '_',
    };
    const text = 'a\\b{c}d~e^f@g$h&i#j%k_l "m" ñ';
    const back = latex(text).replace(/\\text\w+\{\}|\{@\}|\\[$&#%_]/g, (word) => words[word] ?? '?');
    expect(back).toBe(text);
    expect(latex('two\n lines\u0000')).toBe('two lines');
  });
});

describe('the list of sources', () => {
  it('is in the order of its keys, each named after its first author and year', () => {
    const keys = Object.keys(references) as ReferenceKey[];
    expect(keys).toEqual(keys.toSorted());
    for (const key of keys) {
      const { authors, year } = references[key];
      expect(key).toBe(`${authors[0]?.split(',')[0]?.toLowerCase()}${year}`);
      for (const author of authors) expect(author).toMatch(/^[\p{L}-]+, (\p{Lu}\. ?)+$/u);
    }
  });

  it('gives articles their journal, volume and pages, and identifiers that are some', () => {
    for (const one of Object.values(references)) {
      if (one.kind === 'article')
        expect(Object.keys(one)).toEqual(expect.arrayContaining(['within', 'volume', 'pages']));
      else expect('publisher' in one || 'within' in one).toBe(true);
      if ('doi' in one) expect(one.doi).toMatch(/^10\.\d{4,5}\/\S+$/);
      if ('pages' in one) expect(one.pages).toMatch(/^\d+(–\d+)?$/);
    }
  });
});

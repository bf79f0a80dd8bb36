import { describe, expect, it } from 'vitest';
import { isBalance } from '../../../src/model/finding.ts';
import { notTestable } from '../../support/contrast.ts';
import { buildResults } from '../../support/results.ts';
import { speakers } from '../../support/speech.ts';
import { pageOf } from '../reading.ts';

const empties = new Set(['meta', 'br', 'link', 'img', 'input', 'hr']);

/** Tags that are not closed where they should be, by a plain stack. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const body = html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<script>.*?<\/script>/s, '')
    .replace('<!doctype html>', '');
  for (const [, slash, name = '', self] of body.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)\b[^>]*?(\/?)>/g)) {
    if (empties.has(name) || self === '/') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

/** More institutions than are drawn. */
const many = Array.from({ length: 10 }, (_, index) =>
  speakers.map((speaker) => ({ ...speaker, institution: `${speaker.institution} ${index}` })),
).flat();

const cases = [
  ['a whole study', buildResults()],
  ['a study without documents', buildResults({ speakers: [] })],
  ['a study of real documents', buildResults({ synthetic: false })],
  ['a study of many institutions', buildResults({ speakers: many })],
] as const;

describe.each(cases)('the page of %s', (_, results) => {
  const { html, document } = pageOf(results);

  it('closes what it opens', () => {
    expect(unbalanced(html)).toEqual([]);
  });

  it('has each id once, and an id for every link inside it', () => {
    const ids = [...document.querySelectorAll('[id]')].map((node) => node.getAttribute('id'));
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((node) =>
      node.getAttribute('href')?.slice(1),
    );
    expect(targets.filter((target) => !ids.includes(target ?? null))).toEqual([]);
    expect(targets.length).toBeGreaterThan(0);
  });

  it('shows no markup as text', () => {
    expect(document.body.textContent).not.toMatch(/<\/?[a-z]+>/);
  });

  it('loads nothing', () => {
    expect([...document.querySelectorAll('script[src], link, img, iframe, object, embed, form')]).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|src=/);
  });

  it('can be read by machine and by ear', () => {
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    for (const tag of ['main', 'header', 'footer', 'nav', 'h1'])
      expect(document.querySelectorAll(tag)).toHaveLength(1);
    expect(
      [...document.querySelectorAll('th')].filter((node) => node.getAttribute('scope') === null),
    ).toEqual([]);
    expect(
      [...document.querySelectorAll('table')].filter((node) => node.querySelector('caption') === null),
    ).toEqual([]);
    for (const drawing of document.querySelectorAll('svg')) {
      const links = [...drawing.querySelectorAll('a')];
      expect(drawing.getAttribute('role')).toBe(links.length > 0 ? 'group' : 'img');
      for (const link of links)
        expect(link.getAttribute('aria-label')).toMatch(
          /: \d.* passages?$|: (?:corrected |uncorrected )?\d.*\(.* to .*\)$/,
        );
      expect(drawing.getAttribute('aria-label')).not.toBe('');
    }
    const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map((node) =>
      Number(node.localName.slice(1)),
    );
    for (const [place, level] of levels.entries())
      expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('prints no undefined, no NaN, no object', () => {
    expect(document.body.textContent).not.toMatch(/undefined|NaN|\[object|Infinity/);
  });
});

describe('the first screen', () => {
  it('says first that documents are made up', () => {
    const { document } = pageOf(buildResults());
    expect(document.querySelector('header .banner')?.textContent).toContain(
      'Every document in this study is made up',
    );
    expect(document.querySelector('#planted table')).not.toBeNull();
    expect(pageOf(buildResults({ synthetic: false })).document.querySelector('.banner, #planted')).toBeNull();
  });

  it('shows the number, that it is uncorrected, and the verdict in words', () => {
    const text = pageOf(buildResults()).document.querySelector('#claim')?.textContent ?? '';
    expect(text).toContain('3.4×');
    expect(text).toContain('uncorrected');
    expect(text).toContain('Inconclusive.');
    expect(text).toContain('2 of 41 files not in the numbers');
  });

  it('shows no number where the claim cannot be tested, but why and what to do', () => {
    const results = buildResults();
    const { document } = pageOf({
      ...results,
      findings: results.findings.filter(isBalance).map(notTestable),
    });
    const text = document.querySelector('#claim')?.textContent ?? '';
    expect(text).toContain('Not testable.');
    expect(text).toContain('Too few documents on one side');
    expect(text).toContain('add documents of that side');
    expect(document.querySelector('#claim .figure, #claim svg')).toBeNull();
  });

  it('draws no estimate that a check forbids, even where one was computed', () => {
    const results = buildResults();
    const findings = results.findings.map((one) => ({ ...one, verdict: 'NOT_TESTABLE' as const }));
    const { document } = pageOf({ ...results, findings });
    expect(document.querySelector('#claim .figure, #claim svg')).toBeNull();
    expect(document.querySelector('#estimate')?.textContent).not.toContain('degrees of freedom');
  });

  it('names the voices that are missing', () => {
    const { document } = pageOf(buildResults({ speakers: [] }));
    expect(document.querySelector('aside')?.textContent).toContain(
      'no document of civil society or regional bodies',
    );
  });

  it('warns when a run cannot be reproduced', () => {
    const results = buildResults();
    const run = { ...results.run, reproducible: false, limited: ['documents/slow.pdf'] };
    expect(pageOf({ ...results, run }).document.querySelector('header .warning')?.textContent).toContain(
      'documents/slow.pdf',
    );
  });
});

describe('the evidence', () => {
  const results = buildResults();
  const { document } = pageOf(results);

  it('backs every count of a profile with its passages', () => {
    const counts = [...document.querySelectorAll('#profiles td a')];
    expect(counts.length).toBeGreaterThan(50);
    for (const count of counts) {
      const target = document.getElementById(count.getAttribute('href')?.slice(1) ?? '');
      const said = target?.querySelector('small')?.textContent ?? '';
      expect(said).toMatch(new RegExp(`(all|of) ${count.textContent}\\b`));
    }
  });

  it('is folded, and each of its places stands in a fold that a link can open', () => {
    const folds = [...document.querySelectorAll('#evidence details')];
    expect(folds.length).toBeGreaterThan(3);
    for (const fold of folds) {
      expect(fold.hasAttribute('open')).toBe(false);
      expect(fold.querySelector('summary h3')?.textContent).not.toBe('');
    }
    const places = [...document.querySelectorAll('#evidence [id]')];
    expect(places.length).toBeGreaterThan(100);
    for (const place of places) expect(place.closest('details'), place.id).not.toBeNull();
  });

  it('gives each passage its source and marks the words that fired', () => {
    const articles = [...document.querySelectorAll('#evidence article')];
    const byId = new Map([...results.evidence].map((item) => [`p-${item.passage.id}`, item]));
    expect(articles.length).toBeGreaterThan(100);
    for (const article of articles) {
      const item = byId.get(article.getAttribute('id') ?? '');
      expect(article.querySelector('blockquote')?.textContent).toBe(item?.passage.text);
      const marked = [...article.querySelectorAll('mark')].map((mark) => mark.textContent);
      expect(marked).toEqual(item?.tags.map(({ surface }) => surface));
      expect(article.querySelector('.source')?.textContent).toContain(`page\u00a0${item?.page}`);
      expect(article.querySelector('.source')?.textContent).toContain(item?.file ?? '?');
    }
  });

  it('says of a passage its zone and speaker, and whether OCR was sure of it', () => {
    const results = buildResults();
    const sourcesOf = (confidence: number | null) => {
      const evidence = [...results.evidence].map((item) => ({
        ...item,
        passage: {
          ...item.passage,
          zone: 'decision' as const,
          speaker: { name: 'person <7F3K>', role: 'person' as const },
          confidence,
        },
      }));
      const { document } = pageOf({ ...results, evidence });
      return [...document.querySelectorAll('#evidence .source')].map(({ textContent }) => textContent ?? '');
    };
    const doubtful = sourcesOf(41.6);
    expect(doubtful.length).toBeGreaterThan(5);
    for (const text of doubtful) {
      expect(text).toContain(
        ', decision, spoken by person <7F3K>, read by OCR with a confidence of 42 of 100',
      );
    }
    for (const text of [...sourcesOf(60), ...sourcesOf(null)]) expect(text).not.toContain('OCR');
  });

  it('says when a list is cut', () => {
    const many = Array.from({ length: 40 }, () => [...results.evidence]).flat();
    const numbered = many.map((item, place) => ({ ...item, passage: { ...item.passage, ordinal: place } }));
    expect(
      pageOf({ ...results, evidence: numbered }).document.querySelector('#evidence')?.textContent,
    ).toMatch(/25 of [\d,]+ shown; all in tables\/evidence\.csv/);
  });

  it('quotes both poles of both sides', () => {
    const heads = [...document.querySelectorAll('#quotes h3')].map((node) => node.textContent);
    expect(heads.map((head) => head?.split(/ fits| speaks/)[0])).toEqual([
      'Civil society: new paradigm',
      'Regional bodies: add-on or poverty',
      'Civil society: add-on or poverty',
      'Regional bodies: new paradigm',
    ]);
  });
});

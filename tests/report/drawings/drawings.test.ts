import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../../src/model/results.ts';
import { nameOf, noLinks } from '../../../src/report/drawings/drawing.ts';
import { drawings } from '../../../src/report/drawings/drawings.ts';
import { institutionGroups } from '../../../src/report/drawings/institutions.ts';
import { standAlone } from '../../../src/report/drawings/stand-alone.ts';
import { seriesDrawings } from '../../../src/report/drawings/time.ts';
import { report } from '../../../src/report/report.ts';
import { buildResults } from '../../support/results.ts';
import { speakers } from '../../support/speech.ts';
import { pageOf, records, textOf } from '../reading.ts';

const hostile = `<script>alert(1)</script> & "it"`;
const results = buildResults();
const strange: Results = buildResults({
  speakers: speakers.slice(0, 5).map((one) => ({ ...one, institution: `${one.institution} ${hostile}` })),
});

/** What an XML parser that forgives nothing finds in a text: names of elements, and attributes with their values. */
function parsed(xml: string): { readonly names: readonly string[]; readonly values: readonly string[] } {
  const parser = new SaxesParser();
  const names: string[] = [];
  const values: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    names.push(tag.name);
    for (const [name, value] of Object.entries(tag.attributes)) values.push(`${name}=${String(value)}`);
  });
  parser.write(xml).close();
  return { names, values };
}

describe('the figures of a run', () => {
  it('are every drawing of the page but the small ones in rows', () => {
    const { document } = pageOf(results);
    const shown = [...document.querySelectorAll('figure svg')].map((node) => node.getAttribute('aria-label'));
    const told = drawings(results).map(({ alternative }) => alternative);
    expect(shown.length).toBeGreaterThan(10);
    for (const one of shown) expect(told).toContain(one);
  });

  it('have a name of their own, words, and numbers in every row', () => {
    for (const one of [results, strange]) {
      const all = drawings(one);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      const files = report(one);
      for (const { name, title, caption, alternative, kind } of all) {
        expect(name).toMatch(/^[a-z]+-\d\d(-[a-z0-9-]+)?$/);
        expect(name.startsWith(`${kind}-`)).toBe(true);
        for (const words of [title, caption, alternative]) expect(words).not.toMatch(/^$|undefined|NaN/);
        const rows = records(textOf(files, `figures/${name}.csv`));
        expect(rows.length).toBeGreaterThan(0);
      }
    }
  });

  it('have numbers that are those of the profiles', () => {
    const [first] = institutionGroups(results, noLinks).flatMap(({ members }) => members);
    const rows = records(textOf(report(results), `figures/${first?.name}.csv`));
    const own = results.profiles.find(({ by, key }) => by === 'institution' && key === first?.key);
    for (const row of rows) {
      const frame = own?.frames.find(({ code }) => code === row['frame']);
      expect(Number(row['presence'])).toBe(frame?.presence);
      expect(Number(row['share'])).toBeCloseTo(frame?.share ?? -1, 9);
      expect(Number(row['passages'])).toBe(own?.objectPassages);
    }
  });

  it('stand alone as well-formed SVG: with title and description, without variables, links, style or script', () => {
    for (const one of [results, strange]) {
      for (const drawing of drawings(one)) {
        const svg = standAlone(drawing);
        const { names, values } = parsed(svg);
        expect(names.slice(0, 4), drawing.name).toEqual(['svg', 'title', 'desc', 'rect']);
        expect(
          names.filter((name) => ['script', 'style', 'a', 'image', 'foreignObject'].includes(name)),
        ).toEqual([]);
        expect(values.filter((value) => /var\(|url\(|currentColor|^on|href/.test(value))).toEqual([]);
        expect(values).toContain('xmlns=http://www.w3.org/2000/svg');
      }
    }
  });

  it('lead to the passages of each bar where there are any', () => {
    const link = (_by: string, key: string, code: string) =>
      code === 'NEP' ? `/to?key=${encodeURIComponent(key)}` : null;
    const [first] = institutionGroups(strange, link).flatMap(({ members }) => members);
    const text = String(first?.svg);
    expect(text.match(/<a /g)).toHaveLength(1);
    expect(text).toContain('role="group"');
    expect(text).toMatch(/<a aria-label="New paradigm: \d+ %, \d+ passages?" href="\/to\?key=[^"<>]*"/);
    expect(String(institutionGroups(strange, noLinks)[0]?.members[0]?.svg)).toContain('role="img"');
  });

  it('draw no point where a voice has no document, and an interval where it has one', () => {
    const one = results.timeline.series.find(({ by }) => by === 'institution');
    if (one === undefined) throw new Error('expected a series');
    const filled = one.bins.filter(({ passages }) => passages > 0).length;
    const made = seriesDrawings(results, one);
    expect(made.length).toBeGreaterThan(2);
    for (const { svg } of made) expect(String(svg).match(/<circle/g)).toHaveLength(filled);
  });

  it('are none of a study without documents', () => {
    expect(drawings(buildResults({ speakers: [] }))).toEqual([]);
  });
});

describe('nameOf', () => {
  it('keeps letters and digits alone, however hostile the text', () => {
    expect(nameOf('course', 4, '../../Fórum das Águas <b>')).toBe('course-05-forum-das-aguas-b');
    expect(nameOf('course', 0, '世界')).toBe('course-01');
  });
});

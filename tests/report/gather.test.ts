import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/results.ts';
import { gather } from '../../src/report/gather.ts';
import { report } from '../../src/report/report.ts';
import { buildResults } from '../support/results.ts';
import { textOf } from './reading.ts';

const termsOf = (item: Evidence, themes: readonly string[]) =>
  new Set(item.tags.filter(({ theme }) => themes.includes(theme)).map(({ term }) => term)).size;

describe('gather', () => {
  it('counts in every cell what the profile counts', () => {
    const results = buildResults();
    const gathered = gather(results);
    for (const { by, key, frames } of results.profiles) {
      if (by === 'document') continue;
      for (const { code, presence } of frames) {
        if (code !== 'SSE') expect(gathered.cell(by, key, code)?.total).toBe(presence);
      }
    }
  });

  it('shows the passages with the most different terms first, then in the order of files', () => {
    const results = buildResults();
    const gathered = gather(results);
    const own = [...results.evidence].filter(
      (item) => item.voice === 'regional_body' && gathered.codesOf(item.tags).includes('DIL'),
    );
    const expected = own
      .map((item, place) => ({ item, place, weight: termsOf(item, ['add_on', 'poverty_eradication']) }))
      .toSorted((a, b) => b.weight - a.weight || a.place - b.place)
      .slice(0, 10)
      .map(({ item }) => item.passage.id);
    expect(gathered.cell('voice', 'regional_body', 'DIL')?.shown.map((item) => item.passage.id)).toEqual(
      expected,
    );
  });

  it('quotes the strongest passages of a side, one a document', () => {
    const results = buildResults();
    const { total, shown } = gather(results).quotes(results.study.contrast.policy, 'DIL');
    const own = [...results.evidence].filter((item) => item.voice === 'regional_body');
    const themes = ['add_on', 'poverty_eradication'];
    expect(total).toBe(own.filter((item) => termsOf(item, themes) > 0).length);
    const perFile = [...Map.groupBy(own, ({ file }) => file).values()].map(
      (items) => items.toSorted((a, b) => termsOf(b, themes) - termsOf(a, themes))[0],
    );
    const expected = perFile
      .flatMap((item) => item ?? [])
      .toSorted((a, b) => termsOf(b, themes) - termsOf(a, themes))
      .slice(0, 3);
    expect(shown.map((item) => item.passage.id)).toEqual(expected.map((item) => item.passage.id));
  });

  it('leaves out tags that are blocked', () => {
    const results = buildResults();
    const blocked = [...results.evidence].map((item) => ({
      ...item,
      tags: item.tags.map((tag) => ({ ...tag, blocked: 'mask' as const })),
    }));
    const gathered = gather({ ...results, evidence: blocked });
    expect(gathered.cell('voice', 'civil_society', 'NEP')?.total).toBe(0);
    const used = results.terms.map(({ id }) => gathered.use(id));
    expect(used.every(({ counted }) => counted === 0)).toBe(true);
    expect(used.some(({ blocked: times }) => times > 0)).toBe(true);
  });

  it('reads 50,000 passages as they come and keeps the page small', () => {
    const results = buildResults();
    const models = [...results.evidence];
    let made = 0;
    const many: Iterable<Evidence> = {
      *[Symbol.iterator]() {
        for (let round = 0; round < 50_000; round++) {
          const model = models[round % models.length];
          if (model === undefined) return;
          made++;
          yield model;
        }
      },
    };
    const files = report({ ...results, evidence: many });
    expect(made).toBe(50_000);
    expect(textOf(files, 'report.html').length).toBeLessThan(1_000_000);
    let rows = 0;
    for (const piece of files.find(({ path }) => path === 'tables/evidence.csv')?.content ?? []) {
      rows += piece.split('\n').length - 1;
      expect(piece.length).toBeLessThan(1_000_000);
    }
    expect(rows).toBe(50_001);
    expect(made).toBe(100_000);
  });
});

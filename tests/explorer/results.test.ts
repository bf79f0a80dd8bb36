import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AnswerOf, type Asked, api } from '../../src/model/api/api.ts';
import { records } from '../report/reading.ts';
import { asked, givenSample } from '../support/explorer.ts';

const sample = givenSample();

/** An answer that fits its schema, or its status. */
async function answer<Key extends Asked>(key: Key, address: string): Promise<AnswerOf<Key>> {
  const response = await asked(sample().desk, address);
  expect(response.status, address).toBe(200);
  return api[key].answer?.parse(await response.json()) as AnswerOf<Key>;
}

async function refused(address: string): Promise<readonly [number, string]> {
  const response = await asked(sample().desk, address);
  return [response.status, ((await response.json()) as { lines: string[] }).lines.join()];
}

const table = (name: string) => {
  const folder = sample().desk.runs().at(-1)?.folder ?? '';
  return records(readFileSync(join(folder, 'tables', `${name}.csv`), 'utf8'));
};

/** Links of a drawing with what they say. */
function linksOf(svg: string): readonly { readonly href: string; readonly says: string }[] {
  const said = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return [...svg.matchAll(/<a( [^>]*)>/g)].map(([, tag = '']) => ({
    href: said(tag, 'href').replaceAll('&amp;', '&'),
    says: said(tag, 'aria-label'),
  }));
}

/** How many passages an address of evidence shows. */
async function totalAt(href: string): Promise<number> {
  const [path, query] = href.split('?');
  expect(path).toBe('/evidence');
  return (await answer('GET /api/evidence', `/api/evidence?${query}`)).total;
}

describe('institutions', () => {
  it('are drawn by side, and counted as the tables count them', async () => {
    const view = await answer('GET /api/institutions', '/api/institutions');
    expect(view.groups.map(({ title }) => title)).toEqual(['Civil society', 'Regional bodies', 'Others']);
    expect(view.groups.flatMap(({ members }) => members)).toHaveLength(9);
    const columns = view.table.columns.map(({ label }) => label);
    const profiles = table('profiles').filter(({ by }) => by === 'institution');
    for (const row of view.table.rows) {
      const own = profiles.filter(({ key }) => key === row[0]?.text);
      const documents = row[columns.indexOf('documents')]?.value;
      expect(documents).toBe(Number(own[0]?.['documents']));
      const paradigm = own.find(({ code, category }) => (code ?? category) === 'NEP');
      if (paradigm !== undefined) {
        expect(row[columns.indexOf('New paradigm')]?.value).toBeCloseTo(Number(paradigm['share']), 9);
      }
    }
  });

  it('lead from each share to its passages', async () => {
    const { table: shares } = await answer('GET /api/institutions', '/api/institutions');
    const links = shares.rows.flatMap((row) => row.flatMap(({ href }) => href ?? []));
    expect(links.filter((href) => href.startsWith('/evidence?by=institution&key=')).length).toBeGreaterThan(
      30,
    );
    for (const cell of shares.rows.flatMap((row) => row.slice(6)))
      expect(cell.href === null).toBe(cell.more === '0' || cell.value === null);
  });

  it('stand side by side where they are asked for, a comma in a name or not', async () => {
    const { names } = await answer('GET /api/institutions', '/api/institutions');
    const [first = '', second = ''] = names;
    const asking = new URLSearchParams({ with: [second, first].map(encodeURIComponent).join(',') });
    const view = await answer('GET /api/institutions/compared', `/api/institutions/compared?${asking}`);
    expect(view.institutions.map(({ key }) => key)).toEqual([second, first]);
    for (const one of view.institutions) {
      expect(one.frames?.svg).toContain('<svg');
      expect(one.named).toHaveLength(view.columns.length);
      expect(one.places.map(({ title }) => title)).toEqual([
        'Recitals',
        'Objectives',
        'Instruments',
        'Budgets',
        'Where somebody carries it out',
      ]);
      for (const { figure, title } of one.places) {
        const svg = figure?.svg ?? '';
        for (const { href, says } of linksOf(svg)) {
          expect(href).toMatch(/&zone=/);
          expect(await totalAt(href), `${title} ${says}`).toBe(Number(/(\d+) passages?$/.exec(says)?.[1]));
        }
      }
    }
  });

  it('refuse names that the run does not have, more than four, and a broken encoding', async () => {
    expect(await refused('/api/institutions/compared?with=Nobody')).toEqual([
      400,
      'with: expected up to 4 institutions of this run, got "Nobody"',
    ]);
    const { names } = await answer('GET /api/institutions', '/api/institutions');
    const five = new URLSearchParams({ with: names.slice(0, 5).map(encodeURIComponent).join(',') });
    expect((await refused(`/api/institutions/compared?${five}`))[1]).toMatch(/got 5$/);
    expect((await refused('/api/institutions/compared?with=%25E0'))[0]).toBe(400);
  });

  it('name each thing with the passage that names it first', async () => {
    const { rows, columns, read } = await answer('GET /api/appendix', '/api/appendix');
    expect(rows).toHaveLength(9);
    const items = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.items));
    expect(columns).toHaveLength(5);
    expect(items.length).toBeGreaterThan(20);
    expect(read.map((one) => one.split(':')[0])).toEqual(['Channels', 'Financial resources']);
    for (const one of read) expect(one).toMatch(/F1 0\.\d{3} \(.*\) against the codes of simulated coders/);
    // As documents write them, and not folded as they are compared.
    expect(items.filter(({ name }) => /^\p{Lu}.*\p{M}/u.test(name.normalize('NFD'))).length).toBeGreaterThan(
      5,
    );
    for (const { href } of items) {
      const [, document, passage] = /^\/documents\/([^?]+)\?passage=(.+)$/.exec(href ?? '') ?? [];
      const found = sample()
        .desk.database()
        .passage(passage ?? '');
      expect(typeof found === 'string' ? found : found.passage.document).toBe(document);
    }
  });
});

describe('numbers of hypotheses', () => {
  const shown = async (id: string) =>
    (await answer('GET /api/claims/:hypothesis', `/api/claims/${id}`)).grounds;
  const mentioned = async (href: string) => {
    const [path, query] = href.split('?');
    expect(path).toBe('/mentions');
    return answer('GET /api/mentions', `/api/mentions?${query}`);
  };

  it('lead to the mentions that they count', async () => {
    const [channels] = await shown('H3');
    for (const row of channels?.rows ?? []) {
      for (const cell of row.slice(2, 4)) {
        const view = await mentioned(cell.href ?? '');
        expect(view.things).toBe(cell.value);
        expect(view.rows.length).toBe(view.total);
        for (const { start, end, actor, note, passage } of view.rows) {
          const who = [...passage.text].slice(actor?.start, actor?.end).join('');
          expect([actor === null, who.length < 200], passage.text).toEqual([false, true]);
          // As the document writes it, and not as it is compared.
          expect(passage.text).toContain(note?.split(', ')[0]);
          expect(passage.institution).toBe(row[0]?.text);
          expect([...passage.text].slice(start, end).join('')).not.toBe('');
        }
      }
    }
    const [served, strata] = await shown('H4');
    expect(served?.rows.length).toBe(6);
    expect(strata?.rows.length).toBeGreaterThan(3);
    for (const [language, period, ...cells] of strata?.rows ?? []) {
      for (const cell of cells.slice(0, 2)) {
        expect(cell.href === null, `${language?.text} ${period?.text}`).toBe(cell.value === 0);
        if (cell.href === null) continue;
        const view = await mentioned(cell.href);
        expect(view.total, cell.href).toBe(cell.value);
        expect(view.counts).toContain(`in ${language?.text}`);
      }
    }
    // What stands in strata that are not compared is not in the number.
    for (const cell of (served?.rows ?? []).flatMap((row) => row.slice(5, 7)))
      if (cell.value !== 0)
        expect((await mentioned(cell.href ?? '')).total).toBeGreaterThanOrEqual(cell.value ?? 0);
  });

  it('lead to passages or hits where they count those', async () => {
    for (const id of ['H1a', 'H2a', 'H6', 'H7', 'H10']) {
      for (const { name, rows, columns } of await shown(id)) {
        if (!/^(parts|balances|strata)/.test(name)) continue;
        const counts = columns.findIndex(({ label }) => ['documents', 'period'].includes(label));
        const of = /^parts/.test(name) ? [1, 2, 3] : /^strata/.test(name) ? [2, 3] : [2, 3, 4, 5, 6];
        expect(counts).toBeGreaterThan(0);
        for (const cell of rows.flatMap((row) => of.map((column) => row[column])))
          expect(cell?.href === null, `${id} ${name} ${cell?.text}`).toBe(cell?.value === 0);
      }
    }
    const [forms] = await shown('H6');
    for (const cell of (forms?.rows ?? []).flatMap((row) => row.slice(5, 7))) {
      const [path, query] = (cell.href ?? '').split('?');
      expect(path).toBe('/search');
      expect((await answer('GET /api/search/count', `/api/search/count?${query}`)).hits).toBe(cell.value);
    }
  });

  it('of the first screen lead to where they come about, and those of the corpus to where they are counted', async () => {
    const { claims, rests, lacks } = await answer('GET /api/overview', '/api/overview');
    const rows = claims.flatMap(({ hypotheses }) => hypotheses);
    expect(rows.filter(({ number }) => number !== null).length).toBeGreaterThanOrEqual(5);
    for (const { hypothesis, number, base, grounds } of rows) {
      expect([base === null, grounds === null]).toEqual([number === null, number === null]);
      if (grounds === null) continue;
      expect(base).toMatch(/^[\d,]+ passages?, [\d,]+ institutions?$/);
      expect(grounds).toBe(`/claims/${hypothesis}#grounds`);
      const tables = await shown(hypothesis);
      expect(
        tables.flatMap((one) => one.rows.flatMap((row) => row.flatMap(({ href }) => href ?? []))),
      ).not.toEqual([]);
    }
    expect(claims[0]?.headline?.grounds).toBe('/claims/H1#grounds');
    const { grounds: own, robustness } = await answer('GET /api/claims/:hypothesis', '/api/claims/H1');
    const drawn = linksOf(claims[0]?.figure?.svg ?? '');
    expect(drawn.length).toBeGreaterThan(1);
    for (const { href, says } of drawn) {
      expect(own.map(({ name }) => `/claims/H1#${name}`)).toContain(href);
      expect(says).toMatch(/against .*\d/);
    }
    expect(robustness?.tables.map(({ name }) => name)).toContain(robustness?.figure?.numbers);
    const screens = ['/documents', '/institutions', '/time', '/coding', '/runs'];
    for (const { text, href } of [...rests, ...lacks])
      expect(
        screens.some((screen) => href.startsWith(screen)),
        text,
      ).toBe(true);
  });

  it('of estimates lead to the table of the same page that they come about from', async () => {
    for (const id of ['H1a', 'H2a', 'H6', 'H3']) {
      const { estimates, grounds } = await answer('GET /api/claims/:hypothesis', `/api/claims/${id}`);
      const places = ['#grounds', ...grounds.map(({ name }) => `#${name}`)];
      for (const cell of (estimates?.rows ?? []).flatMap((row) => row.slice(2, 4)))
        expect(places, `${id} ${cell.text}`).toContain(cell.href);
    }
  });

  it('lead on from what a list leaves out, and from how often a thing is named', async () => {
    const { rows } = await answer('GET /api/appendix', '/api/appendix');
    const cells = rows.flatMap((row) => row.cells);
    expect(cells.some(({ left }) => left > 0)).toBe(true);
    for (const { items, left, all } of cells.slice(0, 15)) {
      const { things, total } = await mentioned(all);
      expect(total).toBeGreaterThanOrEqual(items.reduce((sum, { times }) => sum + times, 0));
      expect(things > 0).toBe(items.length + left > 0);
      for (const { every, times } of items)
        if (times > 1) expect((await mentioned(every ?? '')).total).toBeGreaterThanOrEqual(times);
    }
  });

  it('are refused where the address asks for what there is not', async () => {
    for (const query of [
      'kind=role',
      'institution=x&kind=king',
      'institution=x&kind=role&of=..%2F',
      'institution=x&kind=role&role=x',
      'kind=role&language=es',
      'voice=donor&kind=role&language=xx',
    ])
      expect((await refused(`/api/mentions?${query}`))[0]).toBe(400);
    const none = await answer('GET /api/mentions', "/api/mentions?institution=x'--&kind=role,amount");
    expect([none.total, none.rows]).toEqual([0, []]);
  });
});

describe('time', () => {
  it('has all voices and institutions, and of one every bin with its interval', async () => {
    const all = await answer('GET /api/time', '/api/time');
    expect(all.legend.map(({ label }) => label)).toEqual(['New paradigm', 'Add-on', 'Poverty eradication']);
    expect(new Set(all.legend.map(({ tone }) => tone)).size).toBe(3);
    expect(all.voices.length).toBe(5);
    expect(all.courses.length).toBe(9);
    const { key } = all.institutions[0] ?? { key: '' };
    const one = await answer('GET /api/time', `/api/time?${new URLSearchParams({ by: 'institution', key })}`);
    expect(one.chosen).toBe(key);
    expect(one.courses.map(({ key: of }) => of)).toEqual([key]);
    const [bins] = one.tables;
    expect(bins?.rows.length).toBe(16);
    for (const row of bins?.rows ?? []) {
      const isEmpty = row[2]?.value === 0;
      for (const cell of row.slice(3)) {
        expect(cell.value === null).toBe(isEmpty);
        expect(cell.more === null).toBe(isEmpty);
      }
    }
  });

  it('says of what cannot be tested why, and never a number without a test', async () => {
    const { courses } = await answer('GET /api/time', '/api/time');
    for (const { lines } of courses) expect(lines.join(' ')).toMatch(/Trend|not asked for/);
  });

  it('leads from each point and each share of a bin to as many passages', async () => {
    const all = await answer('GET /api/time', '/api/time');
    const views = [all];
    for (const { key } of all.institutions.slice(0, 3))
      views.push(
        await answer('GET /api/time', `/api/time?${new URLSearchParams({ by: 'institution', key })}`),
      );
    views.push(await answer('GET /api/time', '/api/time?by=voice&key=civil_society'));
    const figures = views.flatMap(({ frames, courses }) => [
      ...frames,
      ...courses.map(({ figure }) => figure),
    ]);
    const drawn = figures.map(({ svg }) => linksOf(svg));
    for (const [at, { svg, name }] of figures.entries()) {
      // What is never there has no passages to lead to.
      const isThere = /aria-label="[^"]* [1-9]\d* %/.test(svg);
      expect((drawn[at]?.length ?? 0) > 0, name).toBe(isThere);
    }
    let followed = 0;
    // A half of them suffices, other points in every drawing.
    for (const [place, links] of drawn.entries()) {
      for (const { href, says } of links.filter((_, at) => at % 2 === place % 2)) {
        const [, times] = /: (\d+) of \d+ passages?$/.exec(says) ?? [];
        expect(href).toMatch(/&since=\d+&until=\d+$/);
        expect(await totalAt(href), `${says} ${href}`).toBe(Number(times));
        followed += 1;
      }
    }
    expect(followed).toBeGreaterThan(100);
    const about = views.flatMap(({ tables }) => tables.filter(({ name }) => name === 'bins'));
    for (const row of about.flatMap(({ rows }) => rows)) {
      const [, , passages] = row;
      expect(passages?.href === null).toBe(passages?.value === 0);
      if (passages?.href != null) expect(await totalAt(passages.href)).toBe(passages.value);
    }
  });

  it('refuses whom the run does not have', async () => {
    expect((await refused('/api/time?by=voice&key=Nobody'))[1]).toMatch(/expected a dated voice .*"Nobody"/);
    expect((await refused('/api/time?by=planet&key=x'))[0]).toBe(400);
  });
});

describe('claims', () => {
  it('have a row and a page for every hypothesis', async () => {
    const { claims } = await answer('GET /api/claims', '/api/claims');
    const rows = claims.flatMap(({ hypotheses }) => hypotheses);
    expect(rows.length).toBeGreaterThan(15);
    for (const { href, hypothesis, words } of rows) {
      const one = await answer('GET /api/claims/:hypothesis', `/api${href}`);
      expect(one.hypothesis).toBe(hypothesis);
      expect(one.verdict).toBe(words);
      expect(one.falsifier).not.toBe('');
      expect(JSON.stringify({ ...one, svg: '', figure: '', robustness: '' })).not.toMatch(/undefined|NaN/);
    }
  });

  it('show estimates, checks, grounds and robustness of the contrast', async () => {
    const one = await answer('GET /api/claims/:hypothesis', '/api/claims/H1');
    const finding = table('findings').find((row) => row['hypothesis'] === 'H1' && row['role'] === 'primary');
    expect(one.estimates?.rows[0]?.[2]?.value).toBeCloseTo(Number(finding?.['estimate']), 8);
    const gates = table('gates').filter((row) => row['hypothesis'] === 'H1' && row['role'] === 'primary');
    expect(one.gates?.rows.map((row) => row[2]?.text)).toEqual(gates.map((row) => row['expected']));
    const balances = table('balances').filter((row) => row['hypothesis'] === 'H1');
    const shown = one.grounds.filter(({ name }) => name.startsWith('balances'));
    expect(shown.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(balances.length);
    expect(one.robustness?.figure?.svg).toContain('<svg');
    expect(one.robustness?.lines.join(' ')).toMatch(/moves the estimate most.*lexicons of random words/);
    expect(one.before).toBeNull();
    expect(one.after).toBe('/claims/H1a');
  });

  it('quote the passages that the report names for and against them', async () => {
    const { quotes } = await answer('GET /api/claims/:hypothesis', '/api/claims/H1');
    expect(quotes.map(({ fits }) => fits)).toEqual([true, false]);
    const { witnessed } = await sample().desk.results();
    for (const { fits, shown } of quotes) {
      const named = (witnessed ?? []).filter(
        (one) => one.hypothesis === 'H1' && one.tells === (fits ? 'for' : 'against'),
      );
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.map(({ passage }) => passage)).toEqual(named.slice(0, 5).map(({ passage }) => passage));
      for (const quote of shown) {
        const found = sample().desk.database().passage(quote.passage);
        if (typeof found === 'string') throw new Error(found);
        const points = [...found.passage.text];
        expect(points.slice(quote.start, quote.start + [...quote.text].length).join('')).toBe(quote.text);
        expect(quote.tags.length).toBeGreaterThan(0);
        for (const { start, end, term, blocked } of quote.tags) {
          expect(blocked).toBeNull();
          expect(found.tags.some((tag) => tag.start === start && tag.end === end && tag.term === term)).toBe(
            true,
          );
          expect(start).toBeGreaterThanOrEqual(quote.start);
        }
      }
    }
  });

  it('are not found by a name that none has', async () => {
    expect(await refused('/api/claims/H99')).toEqual([404, 'expected a hypothesis of this run, got "H99"']);
    expect((await refused('/api/claims/H1?claim=other'))[0]).toBe(404);
  });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { api } from '../../src/model/api/api.ts';
import type { DocumentRow } from '../../src/model/api/documents.ts';
import type { Refusal } from '../../src/model/api/endpoint.ts';
import type { ContestsView, EvidenceView } from '../../src/model/api/evidence.ts';
import { asked, givenSample } from '../support/explorer.ts';

const sample = givenSample();

async function got<T>(path: string, status = 200): Promise<T> {
  const answer = await asked(sample().desk, path);
  expect(answer.status, path).toBe(status);
  return (await answer.json()) as T;
}

async function rows(): Promise<readonly DocumentRow[]> {
  const parsed = api['GET /api/documents'].answer?.parse(await got('/api/documents'));
  return parsed?.rows ?? [];
}

async function documentsOf(format: string): Promise<readonly string[]> {
  return (await rows()).flatMap((row) => (row.format === format ? (row.document ?? []) : []));
}

const parse = {
  document: (value: unknown) => api['GET /api/documents/:document'].answer?.parse(value),
  passages: (value: unknown) => api['GET /api/documents/:document/passages'].answer?.parse(value),
  boxes: (value: unknown) => api['GET /api/documents/:document/pages/:page/boxes'].answer?.parse(value),
  explanation: (value: unknown) => api['GET /api/passages/:passage'].answer?.parse(value),
};

describe('documents', () => {
  it('are all files of the corpus', async () => {
    const all = await rows();
    expect(all.length).toBe(sample().desk.database().corpus().length);
    expect(all.every(({ document, status }) => (status === 'failed') === (document === null))).toBe(true);
  });

  it('are read whole in parts, and every mark leads to a passage in which that frame counts', async () => {
    for (const id of (await documentsOf('pdf')).slice(0, 4)) {
      const view = parse.document(await got(`/api/documents/${id}`));
      const passages = [];
      for (let from = 0; from < (view?.passages ?? 0); from += 7) {
        const part = parse.passages(await got(`/api/documents/${id}/passages?from=${from}&count=7`));
        passages.push(...(part?.passages ?? []));
      }
      expect(passages.map(({ ordinal }) => ordinal)).toEqual(passages.map((_, at) => at));
      expect(passages.length).toBe(view?.passages);
      const framed = passages.filter(({ tags }) =>
        tags.some(({ layer, blocked }) => layer === 'frame' && blocked === null),
      );
      const marked = view?.marks.map(({ passage }) => passage) ?? [];
      expect(framed.map(({ passage }) => passage)).toEqual(expect.arrayContaining(marked));
      for (const [page, first] of view?.firsts.entries() ?? []) {
        if (first !== null) expect(passages[first]?.page).toBe(page);
      }
      const zones = view?.zones.flatMap(({ zone, from, to }) =>
        Array.from({ length: to - from + 1 }, () => zone),
      );
      expect(zones).toEqual(passages.map(({ zone }) => zone));
    }
  });

  it('refuse what they do not have', async () => {
    const [id] = await documentsOf('pdf');
    const [html] = await documentsOf('html');
    for (const [path, status] of [
      ['/api/documents/0000000000000000', 404],
      ['/api/documents/0000000000000000/passages', 404],
      ['/api/documents/..%2F..%2Fstudy.yaml', 400],
      [`/api/documents/${id}/passages?count=100000`, 400],
      [`/api/documents/${id}/pages/9999`, 404],
      [`/api/documents/${id}/pages/0?width=99999`, 400],
      [`/api/documents/${id}/pages/9999/boxes`, 409],
      [`/api/documents/${html}/pages/0`, 404],
      ['/api/passages/0000000000000000-000000000000', 404],
    ] as const) {
      const refusal = await got<Refusal>(path, status);
      expect(refusal.lines.join(), path).toMatch(/expected/);
    }
  });
});

describe('a printed page', () => {
  it('is a picture that a browser may keep as long as the file is the same', async () => {
    const [id] = await documentsOf('pdf');
    const path = `/api/documents/${id}/pages/0?width=640`;
    const drawn = await asked(sample().desk, path);
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png']);
    const tag = drawn.headers.get('etag') ?? '';
    expect(tag.startsWith(`"${id}`)).toBe(true);
    const again = await asked(sample().desk, path, { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await asked(sample().desk, path, { headers: { 'if-none-match': '"another"' } });
    expect(other.status).toBe(200);
  });

  it('has every tag of its text on it, in a line that holds its words, within the page', async () => {
    const desk = sample().desk;
    let tags = 0;
    for (const id of await documentsOf('pdf')) {
      const row = desk.database().file(id as never);
      if (row === null) throw new Error(`expected a row of ${id}`);
      for (let page = 0; page < row.pages; page++) {
        const boxes = parse.boxes(await got(`/api/documents/${id}/pages/${page}/boxes`));
        const printed = await desk.printed.page(row, page, desk.database());
        if (boxes === undefined || printed === null) throw new Error(`expected page ${page} of ${row.file}`);
        for (const { passage, boxes: own, tags: marked } of boxes.passages) {
          const found = desk.database().passage(passage);
          if (typeof found === 'string') throw new Error(`expected passage ${passage}`);
          for (const box of [...own, ...marked.flatMap((tag) => tag.boxes)]) {
            expect(box.left).toBeGreaterThanOrEqual(0);
            expect(box.top).toBeGreaterThanOrEqual(0);
            expect(box.right).toBeLessThanOrEqual(boxes.width);
            expect(box.bottom).toBeLessThanOrEqual(boxes.height);
            expect(box.right).toBeGreaterThan(box.left);
          }
          const here = found.tags.filter((tag) => tag.page === page && tag.endPage === page);
          expect(marked.length).toBeGreaterThanOrEqual(here.length);
          for (const { start, end, boxes: at } of marked) {
            tags += 1;
            const words = [...found.passage.text].slice(start, end).join('');
            const lines = printed.lines.filter(
              ({ box }) =>
                box !== null &&
                at.some(
                  (one) =>
                    Math.abs(one.top - box.top) < 0.02 &&
                    one.left >= box.left - 0.02 &&
                    one.right <= box.right + 0.02,
                ),
            );
            const text = lines
              .map((line) => line.text)
              .join('')
              .replaceAll(/[\s\u00ad-]/g, '');
            const crossing = found.tags.some((tag) => tag.start === start && tag.page !== tag.endPage);
            if (!crossing) expect(text).toContain(words.replaceAll(/[\s\u00ad-]/g, ''));
          }
        }
      }
    }
    expect(tags).toBeGreaterThan(300);
  });
});

describe('why a passage has its tags', () => {
  it('is said in words, of what counts and of what does not', async () => {
    const [id] = await documentsOf('pdf');
    const view = parse.document(await got(`/api/documents/${id}`));
    const passage = view?.marks[0]?.passage ?? '';
    const why = parse.explanation(await got(`/api/passages/${passage}`));
    const counting = why?.sightings.filter(({ fate }) => fate === 'counts') ?? [];
    expect(counting.some(({ layer, words }) => layer === 'frame' && words.startsWith('counts'))).toBe(true);
    expect(why?.sightings.every(({ pattern, why: reason }) => pattern !== '' && reason !== '')).toBe(true);
    expect(why?.current).toBe(true);
    const place = await got<{ ordinal: number; document: string }>(`/api/passages/${passage}/place`);
    expect(place).toMatchObject({ document: id, ordinal: view?.marks[0]?.ordinal });
  });
});

describe('the passages behind a number', () => {
  it('are as many as the profile says, for every cell of every profile', async () => {
    const { profiles, categories, study } = await sample().desk.results();
    let cells = 0;
    for (const { by, key, frames, objectPassages } of profiles) {
      for (const { code, presence } of frames) {
        // Of the many documents those with a number suffice, and one without.
        if (by === 'document' && presence === 0 && code !== study.object) continue;
        const query = new URLSearchParams({ by, key, code });
        const { total, passages, documents } = await got<EvidenceView>(`/api/evidence?${query}`);
        expect(total, `${by} ${key} ${code}`).toBe(code === study.object ? objectPassages : presence);
        expect(passages.length).toBe(Math.min(50, total));
        expect(documents).toBeLessThanOrEqual(total);
        const names = categories.find((one) => one.code === code)?.categories ?? [];
        for (const { tags } of passages) {
          expect(tags.some((tag) => tag.blocked === null && names.includes(tag.category))).toBe(true);
        }
        cells += 1;
      }
    }
    expect(cells).toBeGreaterThan(300);
  });

  it('come some at a time, all of them once, in order', async () => {
    const seen: string[] = [];
    let total = Number.POSITIVE_INFINITY;
    for (let from = 0; from < total; from += 50) {
      const view = api['GET /api/evidence'].answer?.parse(
        await got(`/api/evidence?by=voice&key=civil_society&code=NEP&from=${from}`),
      );
      total = view?.total ?? 0;
      for (const { file, ordinal } of view?.passages ?? [])
        seen.push(`${file} ${String(ordinal).padStart(6, '0')}`);
    }
    expect(seen.length).toBe(total);
    expect(new Set(seen).size).toBe(total);
    expect(seen).toEqual(seen.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('are refused for what is no cell, and none for what is empty', async () => {
    await got('/api/evidence?by=voice&key=civil_society&code=NOSUCH', 404);
    await got("/api/evidence?by=voice'--&key=x&code=NEP", 400);
    const none = await got<EvidenceView>("/api/evidence?by=voice&key=x'%20OR%201=1--&code=NEP");
    expect([none.total, none.passages]).toEqual([0, []]);
  });
});

describe('a contest', () => {
  async function aTag() {
    const { passages } = await got<EvidenceView>('/api/evidence?by=voice&key=civil_society&code=NEP');
    const [one] = passages;
    const tag = one?.tags.find(({ layer, blocked }) => layer === 'frame' && blocked === null);
    if (one === undefined || tag === undefined) throw new Error('expected a tag of the sample');
    return { passage: one.passage, start: tag.start, end: tag.end, term: tag.term, document: one.document };
  }
  const post = (body: unknown) => asked(sample().desk, '/api/contests', { method: 'POST', body });
  const log = () => join(sample().desk.codings, 'contests.jsonl');

  it('is added to what was said before, and read back for its passage and its document', async () => {
    const { document, ...tag } = await aTag();
    const note = '=HYPERLINK("x") <script>alert(1)</script>\nsecond line';
    expect((await post({ ...tag, note, by: 'Ana' })).status).toBe(200);
    const before = readFileSync(log(), 'utf8');
    expect((await post({ ...tag, note: 'another', by: 'Rui' })).status).toBe(200);
    const after = readFileSync(log(), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.trimEnd().split('\n').length).toBe(2);
    for (const of of [tag.passage, document]) {
      const { contests } = await got<{ contests: { note: string; by: string }[] }>(`/api/contests?of=${of}`);
      expect(contests.map((one) => [one.note, one.by])).toEqual([
        [note, 'Ana'],
        ['another', 'Rui'],
      ]);
    }
  });

  it('stands in the list of all, the newest first, by words and by whose it is, with what became of its tag', async () => {
    const { document, ...tag } = await aTag();
    const list = async (query = '') => {
      const view = await got<ContestsView>(`/api/contests/all${query}`);
      return api['GET /api/contests/all'].answer?.parse(view) as ContestsView;
    };
    const before = await list();
    for (let number = 0; number < 60; number++) {
      const by = number % 3 === 0 ? 'Ño' : 'Rui';
      expect((await post({ ...tag, note: `Número ${number}`, by })).status).toBe(200);
    }
    const written = readFileSync(log(), 'utf8');
    const all = await list();
    expect([all.all, all.total, all.rows.length]).toEqual([before.all + 60, before.all + 60, 50]);
    expect(all.rows.map(({ note }) => note).slice(0, 2)).toEqual(['Número 59', 'Número 58']);
    const times = all.rows.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(all.rows[0]).toMatchObject({ document, passage: tag.passage, since: 'same' });
    expect(all.rows[0]?.file).toMatch(/^corpus|^documents/);
    const rest = await list('?from=50');
    expect(rest.rows.length).toBe(all.total - 50);
    expect(rest.rows[0]?.note).toBe('Número 9');
    expect(all.people.find(({ name }) => name === 'Ño')?.notes).toBe(20);
    expect((await list(`?by=${encodeURIComponent('Ño')}`)).total).toBe(20);
    expect((await list('?words=NUMERO%2059')).rows.map(({ note }) => note)).toEqual(['Número 59']);
    expect((await list('?words=nowhere')).rows).toEqual([]);
    const line = JSON.parse(written.trimEnd().split('\n').at(-1) ?? '');
    const others = [
      { ...line, note: 'other', blocked: 'negated' },
      { ...line, note: 'moved', start: tag.start + 1 },
      { ...line, note: 'away', passage: `${'0'.repeat(16)}-${'0'.repeat(12)}` },
    ];
    writeFileSync(log(), written + others.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const three = (await list()).rows.slice(0, 3);
    expect(three.map(({ note, since, file }) => [note, since, file === null])).toEqual([
      ['away', 'no_passage', true],
      ['moved', 'no_tag', false],
      ['other', 'otherwise', false],
    ]);
    writeFileSync(log(), written);
    await got('/api/contests/all?from=-1', 400);
  });

  it('changes no number', async () => {
    const { total } = await got<EvidenceView>('/api/evidence?by=voice&key=civil_society&code=NEP');
    const { document: _, ...tag } = await aTag();
    await post({ ...tag, note: 'no', by: 'Ana' });
    expect((await got<EvidenceView>('/api/evidence?by=voice&key=civil_society&code=NEP')).total).toBe(total);
  });

  it('is refused of a tag that is none, without a word or a name, and in other shapes', async () => {
    const { document: _, ...tag } = await aTag();
    const before = existsSync(log()) ? readFileSync(log(), 'utf8') : '';
    for (const [body, status] of [
      [{ ...tag, start: tag.start + 1, note: 'x', by: 'y' }, 404],
      [{ ...tag, term: 'no/such.es.000000', note: 'x', by: 'y' }, 404],
      [{ ...tag, passage: '0000000000000000-000000000000', note: 'x', by: 'y' }, 404],
      [{ ...tag, note: '  ', by: 'y' }, 400],
      [{ ...tag, note: 'x', by: '' }, 400],
      [{ ...tag, note: 'x'.repeat(3_000), by: 'y' }, 400],
      [{ ...tag, note: 'x', by: 'y', at: '2001-01-01T00:00:00Z' }, 400],
      [{ ...tag, passage: '../../x', note: 'x', by: 'y' }, 400],
    ] as const) {
      expect((await post(body)).status, JSON.stringify(body).slice(0, 200)).toBe(status);
    }
    expect(existsSync(log()) ? readFileSync(log(), 'utf8') : '').toBe(before);
  });
});

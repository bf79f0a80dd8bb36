import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { LockedError } from '../../src/io/lock.ts';
import { readSamples } from '../../src/io/samples.ts';
import { api } from '../../src/model/api/api.ts';
import {
  type AgreementView,
  codingApi,
  type ItemsView,
  type ItemView,
  type SampleView,
} from '../../src/model/api/coding.ts';
import type { Refusal } from '../../src/model/api/endpoint.ts';
import type { CodingAct, Sample } from '../../src/model/coding.ts';
import { titrate } from '../support/cli.ts';
import { asked, givenSample } from '../support/explorer.ts';

const study = givenSample();
let drawn: Sample;

beforeAll(async () => {
  const made = await titrate([
    'sample',
    study().study,
    '--coders',
    'ana,ben',
    '--name',
    'pilot',
    '--size',
    '30',
  ]);
  if (made.code !== 0) throw new Error(`expected a sample, got ${made.stderr}`);
  const found = (await readSamples(join(study().study, 'codings'))).find(
    ({ design }) => design.sample === 'pilot',
  );
  if (found === undefined) throw new Error('expected the sample pilot, got none');
  drawn = found;
}, 60_000);

const at = (path: string) => `/api/samples/pilot${path}`;

async function got<T>(path: string): Promise<T> {
  const answer = await asked(study().desk, path);
  if (answer.status !== 200) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const itemsOf = (coder: string, role = 'coder') => got<ItemsView>(at(`/items?coder=${coder}&role=${role}`));

function say(item: string, body: unknown): Promise<Response> {
  return asked(study().desk, at(`/items/${item}`), { method: 'POST', body });
}

async function refused(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer;
  const { lines } = (await response.json()) as Refusal;
  return [response.status, lines.join('\n')];
}

function log(): CodingAct[] {
  return readFileSync(join(study().study, 'codings', 'codings.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const yes = { SSE: '1', NEP: '1', PE: '0', ADD: '0' };

/** An item that both were dealt, by its place in the key. */
function shared(place: number): string {
  const items = drawn.keys.filter(({ coders }) => coders.length === 2);
  return items[place]?.item ?? '';
}

describe('coding over the API', () => {
  it('lists samples, their questions and coders', async () => {
    const { samples } = codingApi['GET /api/samples'].answer?.parse(await got('/api/samples')) ?? {
      samples: [],
    };
    const pilot = samples.find(({ sample }) => sample === 'pilot');
    expect(pilot).toMatchObject({ items: drawn.keys.length, contested: 0, decided: 0 });
    expect(pilot?.coders).toEqual(
      ['ana', 'ben'].map((coder) => ({
        coder,
        role: 'coder',
        origin: 'human',
        items: drawn.keys.filter(({ coders }) => coders.includes(coder)).length,
        done: 0,
        unsure: 0,
      })),
    );
    const [object, first] = pilot?.columns ?? [];
    expect(object).toMatchObject({ isObject: true, isCategory: true });
    expect(first?.answers).toEqual([
      { value: '1', label: 'yes' },
      { value: '0', label: 'no' },
      { value: '?', label: 'cannot tell' },
    ]);
  });

  it('gives each coder an order of their own, the same at every time, and no text with it', async () => {
    const [ana, again, ben] = [await itemsOf('ana'), await itemsOf('ana'), await itemsOf('ben')];
    expect(again).toEqual(ana);
    expect(ana.items.map(({ item }) => item)).not.toEqual(ben.items.map(({ item }) => item));
    expect(ana.items.map(({ item }) => item).toSorted()).toEqual(
      drawn.keys.flatMap(({ item, coders }) => (coders.includes('ana') ? [item] : [])).toSorted(),
    );
    expect(Object.keys(ana.items[0] ?? {}).toSorted()).toEqual(['done', 'item', 'unsure']);
  });

  it('shows the texts of the sheet', async () => {
    const sheet = readFileSync(join(study().study, 'codings', 'pilot', 'sheets', 'ana.csv'), 'utf8');
    const { items } = await itemsOf('ana');
    for (const { item } of items.slice(0, 5)) {
      const { text } = await got<ItemView>(at(`/items/${item}?coder=ana`));
      expect(sheet).toContain(text?.replaceAll('"', '""'));
    }
  });

  it('keeps exactly what the import of a sheet would', async () => {
    const item = shared(0);
    const answer = await say(item, { coder: 'ana', role: 'coder', codes: yes, note: ' sure ' });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { item, codes: expect.objectContaining(yes), note: 'sure', done: expect.any(Boolean) },
    ]);
    const { passage } = drawn.keys.find((key) => key.item === item) ?? {};
    expect(log().at(-1)).toEqual({
      at: expect.any(String),
      act: 'code',
      origin: 'human',
      role: 'coder',
      coder: 'ana',
      sample: 'pilot',
      item,
      passage,
      codes: yes,
      note: 'sure',
      from: 'explorer',
    });
    const lines = log().length;
    await say(item, { coder: 'ana', role: 'coder', codes: yes, note: 'sure' });
    expect(log().length).toBe(lines);
  });

  it('keeps a part, a changed mind and a note that was taken back, and every line before', async () => {
    const item = shared(1);
    const of = { coder: 'ana', role: 'coder' };
    await say(item, { ...of, codes: { SSE: '1' }, note: 'why' });
    expect((await itemsOf('ana')).items.find((one) => one.item === item)).toEqual({
      item,
      done: false,
      unsure: false,
    });
    await say(item, { ...of, codes: { NEP: '1', PE: '?' }, note: 'why' });
    const before = log();
    await say(item, { ...of, codes: { SSE: '0' }, note: '' });
    expect(log().slice(0, before.length)).toEqual(before);
    expect(await got<ItemView>(at(`/items/${item}?coder=ana`))).toMatchObject({
      // With the object goes what was said to be there.
      codes: { SSE: '0', NEP: '0', PE: '0' },
      note: '',
      votes: null,
    });
    expect((await itemsOf('ana')).items.find((one) => one.item === item)).toMatchObject({ done: true });
  });

  it.each([
    ['an unknown item', 'BBBBBB', {}, 404, /item: expected one of pilot that was given to ana, got "BBBBBB"/],
    [
      'an unknown coder',
      null,
      { coder: 'eve' },
      404,
      /coder: expected one of those .* \(ana, ben\), got "eve"/,
    ],
    ['a name that is no slug', null, { coder: '../ana' }, 400, /coder: expected lower-case letters/],
    ['a role that is none', null, { role: 'judge' }, 400, /role: expected/],
    ['an unknown column', null, { codes: { XYZ: '1' } }, 400, /codes: expected one of SSE, .*, got "XYZ"/],
    ['an unknown code', null, { codes: { SSE: '7' } }, 400, /SSE: expected 1, 0, \? or nothing, got "7"/],
    [
      'what contradicts itself',
      null,
      { codes: { SSE: '0', NEP: '1' } },
      400,
      /NEP: expected 0 or nothing where SSE is 0/,
    ],
    ['no answer', null, { codes: {}, note: 'only a note' }, 400, /codes: expected an answer/],
    ['a note without end', null, { note: 'x'.repeat(2001) }, 400, /note: expected/],
    ['a body without end', null, { note: 'x'.repeat(20_000) }, 413, /at most 16000 bytes/],
    ['what is not asked', null, { origin: 'machine' }, 400, /origin: expected no such key/],
  ])('refuses %s and keeps nothing of it', async (_, item, values, status, message) => {
    const before = log();
    const body = { coder: 'ana', role: 'coder', codes: yes, note: '', ...values };
    const [found, lines] = await refused(say(item ?? shared(2), body));
    expect(found, lines).toBe(status);
    expect(lines).toMatch(message);
    expect(log()).toEqual(before);
  });

  it('refuses a sample that there is not', async () => {
    const [status, lines] = await refused(asked(study().desk, '/api/samples/none/items?coder=ana'));
    expect([status, lines]).toEqual([
      404,
      expect.stringMatching(/sample: expected one of this study \(.*pilot/),
    ]);
    const [outside] = await refused(asked(study().desk, '/api/samples/..%2Fpilot/items?coder=ana'));
    expect(outside).toBe(400);
  });

  it('shows a coder nothing that is not theirs, and a decider nothing that is agreed on', async () => {
    const own = drawn.keys.find(({ coders }) => coders.join() === 'ben');
    if (own !== undefined) {
      const [status] = await refused(asked(study().desk, at(`/items/${own.item}?coder=ana`)));
      expect(status).toBe(404);
    }
    const path = at(`/items/${shared(3)}?coder=carla&role=adjudicator`);
    const [status, lines] = await refused(asked(study().desk, path));
    expect([status, lines]).toEqual([404, expect.stringMatching(/on which coders other than carla differ/)]);
  });

  it('loses none of twenty that come at once, with a sheet between them', async () => {
    const used = new Set([0, 1, 2, 3, 4].map(shared));
    const both = drawn.keys.filter(({ item, coders }) => coders.length === 2 && !used.has(item)).slice(0, 10);
    const twenty = both.flatMap(({ item }) => [
      { item, coder: 'ana', codes: { SSE: '1' } },
      { item, coder: 'ben', codes: { SSE: '1', NEP: '0' } },
    ]);
    const before = log().length;
    const [sheet, ...answers] = await Promise.all([
      titrate(['codings', 'import', sheetWith(shared(4)), '--study', study().study]),
      ...twenty.map(({ item, ...said }) => say(item, { ...said, role: 'coder' })),
    ]);
    expect(sheet).toMatchObject({ code: 0 });
    expect(answers.map(({ status }) => status)).toEqual(twenty.map(() => 200));
    const added = log().slice(before);
    const names = (acts: readonly { item: string; coder: string }[]) =>
      acts.map(({ item, coder }) => `${item} ${coder}`).toSorted();
    expect(names(added.filter(({ from }) => from === 'explorer'))).toEqual(names(twenty));
    expect(added.filter(({ from }) => from === 'back.csv').length).toBe(1);
  }, 60_000);

  it('waits for a command that writes, and says so where it does not end', async () => {
    const lock = join(study().study, 'codings', 'codings.jsonl.lock');
    const body = { coder: 'ana', role: 'coder', codes: { SSE: '1', NEP: '?' } };
    writeFileSync(lock, '');
    const answer = say(shared(5), body);
    await setTimeout(100);
    rmSync(lock);
    expect((await answer).status).toBe(200);
    const room = await study().desk.coding();
    const add = () => Promise.reject(new LockedError(['the codings are locked']));
    const busy = { ...study().desk, coding: async () => ({ ...room, add }) };
    const refusal = asked(busy, at(`/items/${shared(5)}`), { method: 'POST', body });
    expect(await refused(refusal)).toEqual([503, 'the codings are locked']);
  });

  it('lets somebody decide where coders differ, and keeps what they said', async () => {
    const item = shared(0);
    await say(item, { coder: 'ben', role: 'coder', codes: { ...yes, NEP: '0', PE: '?' }, note: 'hm' });
    const { items } = await itemsOf('carla', 'adjudicator');
    expect(items.find((one) => one.item === item)).toEqual({ item, done: false, unsure: false });
    const before = log();
    const path = at(`/items/${item}?coder=carla&role=adjudicator`);
    const { votes, text } = await got<ItemView>(path);
    expect(text).toBe((await got<ItemView>(at(`/items/${item}?coder=ana`))).text);
    expect(votes?.map(({ coder, codes, note }) => [coder, codes['NEP'], note])).toEqual([
      ['ana', '1', 'sure'],
      ['ben', '0', 'hm'],
    ]);
    const rest = Object.fromEntries(
      drawn.design.columns.map(({ code }) => [code, yes[code as keyof typeof yes] ?? '0']),
    );
    await say(item, { coder: 'carla', role: 'adjudicator', codes: rest });
    expect(log().slice(0, -1)).toEqual(before);
    expect((await got<ItemView>(path)).votes).toEqual(votes);
    const after = (await itemsOf('carla', 'adjudicator')).items.find((one) => one.item === item);
    expect(after).toMatchObject({ done: true });
    const { samples } = await got<{ samples: SampleView[] }>('/api/samples');
    const pilot = samples.find(({ sample }) => sample === 'pilot');
    expect(pilot?.decided).toBe(1);
    expect(pilot?.coders.at(-1)).toMatchObject({ coder: 'carla', role: 'adjudicator', done: 1 });
  });

  it('takes no decision of what nobody differs on, nor of anybody on their own codes', async () => {
    const before = log();
    const agreed = shared(3);
    const codes = { SSE: '1' };
    for (const coder of ['ana', 'ben']) await say(agreed, { coder, role: 'coder', codes });
    const kept = log();
    expect(kept.length).toBe(before.length + 2);
    for (const [item, coder] of [
      [agreed, 'carla'],
      [shared(0), 'ana'],
      [shared(0), 'ben'],
    ] as const) {
      const [status, lines] = await refused(say(item, { coder, role: 'adjudicator', codes: yes }));
      expect([status, lines]).toEqual([404, expect.stringContaining(`coders other than ${coder} differ`)]);
      expect((await itemsOf(coder, 'adjudicator')).items.map((one) => one.item)).not.toContain(item);
    }
    expect(log()).toEqual(kept);
  });

  it('tells agreement as the command does', async () => {
    const view = await got<AgreementView>(at('/agreement'));
    codingApi['GET /api/samples/:sample/agreement'].answer?.parse(view);
    const { stdout } = await titrate(['agreement', study().study, '--json']);
    const { agreements } = JSON.parse(stdout) as {
      agreements: {
        code: string;
        passages: number;
        alpha: { value: number | null };
        kappa: { value: number | null };
      }[];
    };
    expect(
      view.columns.map(({ code, passages, alpha, kappa }) => [code, passages, alpha.value, kappa.value]),
    ).toEqual(
      agreements.map(({ code, passages, alpha, kappa }) => [code, passages, alpha.value, kappa.value]),
    );
    expect(view.columns[0]?.passages).toBeGreaterThan(9);
  });

  it('sends nothing that says whose a passage is, from where, when, or what was found in it', async () => {
    const paths = ['/api/samples', at('/agreement')];
    for (const role of ['coder', 'adjudicator']) {
      paths.push(at(`/instructions?role=${role}`));
      for (const coder of role === 'coder' ? ['ana', 'ben'] : ['carla']) {
        paths.push(at(`/items?coder=${coder}&role=${role}`));
        const { items } = await itemsOf(coder, role);
        for (const { item } of items) paths.push(at(`/items/${item}?coder=${coder}&role=${role}`));
      }
    }
    expect(paths.length).toBeGreaterThan(30);
    const answers = await Promise.all(paths.map(async (path) => (await asked(study().desk, path)).text()));
    const all = answers.join('\n').toLowerCase();
    const secrets = secretsOf();
    expect(secrets.length).toBeGreaterThan(100);
    expect(secrets.filter((secret) => all.includes(secret.toLowerCase()))).toEqual([]);
  }, 60_000);
});

describe('an explorer that serves one coder alone', () => {
  const asAna = (path: string, more: { method?: string; body?: unknown } = {}) =>
    asked(study().desk, path, { ...more, coder: 'ana' });

  it('answers what she needs to code, as it stands in any other', async () => {
    const { samples } = (await (await asAna('/api/samples')).json()) as { samples: SampleView[] };
    expect(samples.map(({ sample, coders }) => [sample, coders.map(({ coder }) => coder)])).toEqual([
      ['pilot', ['ana']],
    ]);
    for (const path of [at('/instructions'), at('/items?coder=ana'), at(`/items/${shared(0)}?coder=ana`)]) {
      expect(await (await asAna(path)).json(), path).toEqual(await got(path));
    }
    const body = { coder: 'ana', role: 'coder', codes: { ...yes, PE: '1' } };
    expect((await asAna(at(`/items/${shared(1)}`), { method: 'POST', body })).status).toBe(200);
    expect(log().at(-1)).toMatchObject({ coder: 'ana', role: 'coder', item: shared(1) });
  });

  it('refuses everything else that there is, another name and another role, and keeps nothing of it', async () => {
    const before = log();
    const [{ document = '', passage = '' } = {}] = drawn.keys;
    const run = study().desk.runs().at(-1)?.name ?? '';
    const names: Readonly<Record<string, string>> = {
      sample: 'pilot',
      item: shared(0),
      document,
      passage,
      page: '0',
      run,
      hypothesis: 'H1',
    };
    const answered = new Set<string>();
    for (const key of Object.keys(api)) {
      const [method = '', path = ''] = key.split(' ');
      const address = path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? '');
      const more = method === 'GET' ? { method } : { method, body: {} };
      const [status, lines] = await refused(asAna(`${address}?by=voice&key=civil_society&code=NEP`, more));
      if (status !== 403) answered.add(`${key} ${status}`);
      else expect(lines, key).toMatch(/^expected what ana needs to code, got /);
    }
    // These are refused for what was asked of them here, and not for whom they serve.
    expect([...answered].toSorted()).toEqual([
      'GET /api/name 400',
      'GET /api/samples 400',
      'GET /api/samples/:sample/instructions 400',
      'GET /api/samples/:sample/items 400',
      'GET /api/samples/:sample/items/:item 400',
      'POST /api/samples/:sample/items/:item 400',
    ]);
    const mine = at(`/items/${shared(2)}`);
    for (const [path, more] of [
      [at('/items?coder=ben'), {}],
      [at('/items?coder=ana&role=adjudicator'), {}],
      [at('/instructions?role=adjudicator'), {}],
      [`${mine}?coder=ben`, {}],
      [mine, { method: 'POST', body: { coder: 'ben', role: 'coder', codes: yes } }],
      [mine, { method: 'POST', body: { coder: 'ana', role: 'adjudicator', codes: yes } }],
      ['/api/openapi.json', {}],
    ] as const) {
      expect((await refused(asAna(path, more)))[0], path).toBe(403);
    }
    expect(log()).toEqual(before);
  });

  it('sends nothing that Coding hides, whatever is asked of it', async () => {
    const [{ document = '', passage = '', file = '' } = {}] = drawn.keys;
    const { items } = await itemsOf('ana');
    const run = study().desk.runs().at(-1)?.name ?? '';
    const paths = [
      ...Object.keys(api).flatMap((key) => {
        const [method, path = ''] = key.split(' ');
        const fill = (item: string) =>
          path.replace(/:(\w+)/g, (_, name: string) => {
            const known: Readonly<Record<string, string>> = { sample: 'pilot', item, document, passage, run };
            return known[name] ?? '0';
          });
        if (method !== 'GET') return [];
        return items.slice(0, path.includes(':item') ? undefined : 1).flatMap(({ item }) => {
          const whole = fill(item);
          return [
            whole,
            `${whole}?coder=ana`,
            `${whole}?by=document&key=${encodeURIComponent(file)}&code=SSE`,
          ];
        });
      }),
      '/api/nowhere',
      '/',
      `/documents/${document}`,
      `/${file}`,
    ];
    const answers = await Promise.all(
      paths.map(async (path) => {
        const answer = await asAna(path);
        return [JSON.stringify([...answer.headers]), await answer.text()].join('\n');
      }),
    );
    const all = answers.join('\n').toLowerCase();
    const secrets = [
      ...secretsOf(),
      ...study()
        .desk.database()
        .corpus()
        .flatMap(({ document: id }) => id ?? []),
    ].filter((secret) => !secret.startsWith('"'));
    expect(answers.filter((text) => text.includes('"text":')).length).toBe(items.length);
    expect(secrets.filter((secret) => all.includes(secret.toLowerCase()))).toEqual([]);
  }, 60_000);

  it('tells its pages so', async () => {
    const page = await (await asAna('/coding/pilot')).text();
    expect(page).toMatch(/<html [^>]*data-coder="ana"/);
    expect(await (await asked(study().desk, '/coding/pilot')).text()).not.toContain('data-coder');
  });
});

/** All that Coding hides: ids, files, institutions, titles and dates, and the names of what would carry them. */
function secretsOf(): readonly string[] {
  const rows = study().desk.database().corpus();
  return [
    ...drawn.keys.flatMap(({ document, passage, file, probability, text }) => [
      document,
      passage,
      file,
      file.split('/').at(-1) ?? '',
      String(probability),
      text,
    ]),
    ...rows.flatMap(({ file, institution, title, date }) => [file, institution, title, date]),
    drawn.design.lexicon,
    drawn.design.population,
    '"probability"',
    '"pattern"',
    '"side"',
    '"document"',
    '"passage"',
    '"file"',
    '"blocked"',
  ].filter((secret): secret is string => secret !== null && secret.length > 3);
}

/** A sheet of ana that came back with this one row coded. */
function sheetWith(item: string): string {
  const folder = join(study().study, 'codings', 'pilot', 'sheets');
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'ana.csv')), {
    columns: true,
    bom: true,
  });
  const back = join(folder, 'back.csv');
  writeFileSync(
    back,
    stringify(
      rows.map((row) => (row['item'] === item ? { ...row, SSE: '1', NEP: '0' } : row)),
      { header: true },
    ),
  );
  return back;
}

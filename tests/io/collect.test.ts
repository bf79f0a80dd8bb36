import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CollectOptions, openCollector } from '../../src/compose/collect.ts';
import { readCsv } from '../../src/io/csv.ts';
import { hostsOf } from '../../src/io/hosts.ts';
import { createStudy } from '../../src/io/init.ts';
import { openStudy } from '../../src/io/study.ts';
import type { ListedSource } from '../../src/model/sources.ts';
import { fakeClock } from '../support/clock.ts';
import { sourceAt } from '../support/sources.ts';
import { put, temporaryFolder } from '../support/tiny.ts';
import { serve } from '../support/web.ts';

type Act = (request: IncomingMessage, answer: ServerResponse) => void;

const pdf = (text: string) => `%PDF-1.4\n${text}\n%%EOF\n`;
const gives =
  (body: string | Buffer, type = 'application/pdf'): Act =>
  (_, answer) =>
    void answer.setHeader('content-type', type).end(body);
const says =
  (status: number): Act =>
  (_, answer) =>
    void answer.writeHead(status).end('no');

/** A new study and a host with pages that a test can change; `asked` holds the paths asked for. */
async function world(pages: Record<string, Act> = {}) {
  const asked: string[] = [];
  const agents = new Set<string | undefined>();
  const host = await serve((request, answer) => {
    asked.push(request.url ?? '');
    agents.add(request.headers['user-agent']);
    (pages[request.url ?? ''] ?? says(404))(request, answer);
  });
  const study = join(temporaryFolder(), 'study');
  await createStudy(study, { lexicons: false, claims: false, sources: false });
  const at = (path: string, more: Partial<ListedSource> = {}) => sourceAt(`http://${host}${path}`, more);
  const clock = fakeClock();
  const run = async (sources: readonly ListedSource[], more: Partial<CollectOptions> = {}) => {
    const options: CollectOptions = {
      hosts: hostsOf([host]),
      allowPrivate: true,
      refetch: false,
      contact: 'ana@example.org',
      signal: new AbortController().signal,
      tell: () => {},
      ...more,
    };
    return (await openCollector(await openStudy(study), options, clock)(sources)).ends;
  };
  const rows = async (name: string) =>
    (await readCsv(join(study, 'corpus', name))).rows.map(({ cells }) => cells);
  return { study, host, at, run, rows, asked, agents, pages, clock };
}

/** Names of files below a folder that no document is. */
function leftovers(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /partial|lock/.test(name),
  );
}

describe('collecting sources', () => {
  it('puts documents where their voice and institution say, with a row and a record for each', async () => {
    const { study, at, run, rows, agents, host } = await world({
      '/acta.pdf': gives(pdf('acta')),
      '/pagina': gives('<!doctype html><p>Declaración', 'text/html'),
      '/': gives('Acta en texto', 'text/plain'),
    });
    const page = at('/pagina', { title: 'Declaración de Río', date: null, kind: 'declaration' });
    const ends = await run([at('/acta.pdf'), page, at('/', { voice: null, institution: null })]);
    const folder = 'documents/regional_body/Consejo_del_Sur';
    expect(ends.map((end) => ('file' in end ? end.file : end.outcome))).toEqual([
      `${folder}/2012-09-acta.pdf`,
      `${folder}/declaracion-de-rio.html`,
      'documents/2012-09-acta.txt',
    ]);
    expect(readFileSync(join(study, 'corpus', folder, '2012-09-acta.pdf'), 'utf8')).toBe(pdf('acta'));
    expect((await rows('manifest.csv'))[0]).toMatchObject({
      file: `${folder}/2012-09-acta.pdf`,
      title: 'Acta',
      institution: 'Consejo del Sur',
      voice: 'regional_body',
      kind: 'minutes',
      date: '2012-09',
      language: 'es',
      url: `http://${host}/acta.pdf`,
    });
    expect((await rows('fetched.csv'))[0]).toEqual({
      address: `http://${host}/acta.pdf`,
      answered_by: `http://${host}/acta.pdf`,
      via: 'origin',
      status: '200',
      fetched_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      bytes: String(pdf('acta').length),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      content_type: 'application/pdf',
      file: `${folder}/2012-09-acta.pdf`,
    });
    expect([...agents]).toEqual([expect.stringMatching(/^titrate\/.*contact: ana@example\.org/)]);
    expect(leftovers(study)).toEqual([]);
  });

  it('does not ask again for what is there, and does for what is not', async () => {
    const { study, at, run, asked, rows } = await world({
      '/a.pdf': gives(pdf('a')),
      '/b.pdf': gives(pdf('b')),
    });
    const sources = [at('/a.pdf'), at('/b.pdf', { title: 'Otra' })];
    await run(sources);
    asked.length = 0;
    expect((await run(sources)).map(({ outcome }) => outcome)).toEqual(['kept', 'kept']);
    expect(asked).toEqual([]);
    const [first] = await rows('fetched.csv');
    rmSync(join(study, 'corpus', first?.['file'] ?? ''));
    rmSync(join(study, '.titrate'), { recursive: true });
    expect((await run(sources)).map(({ outcome }) => outcome)).toEqual(['added', 'kept']);
    expect(asked).toEqual(['/robots.txt', '/a.pdf']);
  });

  it('takes the copies that an earlier run has left, without the network', async () => {
    const { study, at, run, asked } = await world({ '/a.pdf': gives(pdf('a')) });
    await run([at('/a.pdf')]);
    rmSync(join(study, 'corpus'), { recursive: true });
    await emptied(study);
    asked.length = 0;
    expect((await run([at('/a.pdf')]))[0]).toMatchObject({ outcome: 'added' });
    expect(asked).toEqual([]);
  });

  it('asks again where that is wanted: the same bytes are kept, others stand beside the earlier ones', async () => {
    const { at, run, pages, rows, asked } = await world({ '/a.pdf': gives(pdf('first')) });
    await run([at('/a.pdf')]);
    expect(await run([at('/a.pdf')], { refetch: true })).toMatchObject([{ outcome: 'kept' }]);
    expect(asked).toEqual(['/robots.txt', '/a.pdf', '/robots.txt', '/a.pdf']);
    expect(await rows('fetched.csv')).toHaveLength(1);
    pages['/a.pdf'] = gives(pdf('second'));
    const folder = 'documents/regional_body/Consejo_del_Sur';
    expect(await run([at('/a.pdf')], { refetch: true })).toMatchObject([
      { outcome: 'changed', file: `${folder}/2012-09-acta-2.pdf`, earlier: `${folder}/2012-09-acta.pdf` },
    ]);
    expect((await rows('manifest.csv')).map((row) => row['version_of'])).toEqual([
      '',
      `${folder}/2012-09-acta.pdf`,
    ]);
    expect(await run([at('/a.pdf')])).toMatchObject([
      { outcome: 'kept', file: `${folder}/2012-09-acta-2.pdf` },
    ]);
  });

  it('takes the same bytes once, whatever the address', async () => {
    const { at, run, rows } = await world({ '/a.pdf': gives(pdf('a')), '/copy.pdf': gives(pdf('a')) });
    const ends = await run([at('/a.pdf'), at('/copy.pdf', { title: 'Copia' })]);
    const file = 'documents/regional_body/Consejo_del_Sur/2012-09-acta.pdf';
    expect(ends).toMatchObject([
      { outcome: 'added', file },
      { outcome: 'same', file },
    ]);
    expect(await rows('manifest.csv')).toHaveLength(1);
    expect((await rows('fetched.csv')).map((row) => row['file'])).toEqual([file, file]);
  });

  it('obeys robots.txt, asks nothing of a host that has none to give, and not the archive instead', async () => {
    const { at, run, asked, pages, host } = await world({
      '/robots.txt': gives('User-agent: *\nDisallow: /secret', 'text/plain'),
      '/secret.pdf': gives(pdf('secret')),
      '/archive/secret.pdf': gives(pdf('secret')),
      '/open.pdf': gives(pdf('open')),
    });
    const archived = { archive_address: `http://${host}/archive/secret.pdf` };
    const sources = [at('/secret.pdf', archived), at('/open.pdf', { title: 'Abierta' })];
    expect(await run(sources)).toMatchObject([
      { outcome: 'failed', problem: { code: 'robots_refused', host }, archive: null },
      { outcome: 'added' },
    ]);
    expect(asked).toEqual(['/robots.txt', '/open.pdf']);
    pages['/robots.txt'] = says(500);
    asked.length = 0;
    expect(await run(sources)).toMatchObject([
      { problem: { code: 'not_fetched', detail: 'its robots.txt cannot be read: status 500' } },
      { outcome: 'kept' },
    ]);
    expect(asked).toEqual(['/robots.txt']);
  });

  it('takes no page for a document: neither for one that is promised, nor a picture', async () => {
    const { at, run, study } = await world({
      '/a.pdf': gives('<html><p>See our new site', 'text/html'),
      '/liar.pdf': gives('<html><p>See our new site', 'application/pdf'),
      '/logo': gives(Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'), 'image/png'),
      '/moved.pdf': (_, answer) => void answer.writeHead(302, { location: '/home' }).end(),
      '/home': gives('<html><p>Welcome', 'text/html'),
    });
    const ends = await run([at('/a.pdf'), at('/liar.pdf'), at('/logo'), at('/moved.pdf')]);
    const page = { code: 'not_the_document', expected: 'pdf', found: 'html' };
    expect(ends.map((end) => ('problem' in end ? end.problem : null))).toMatchObject([
      page,
      page,
      { code: 'not_the_document', expected: 'a document', found: 'bytes said to be image/png' },
      page,
    ]);
    expect(readdirSync(join(study, '.titrate', 'fetched'))).toEqual([]);
    expect(readdirSync(join(study, 'corpus', 'documents'))).toEqual([]);
    expect(existsSync(join(study, 'corpus', 'fetched.csv'))).toBe(false);
  });

  it('tries the archive second, and says so', async () => {
    const { at, run, host, rows, pages } = await world({
      '/page.pdf': gives('<html>', 'text/html'),
      '/web/1': (_, answer) => void answer.writeHead(302, { location: '/web/20130201' }).end(),
      '/web/20130201': gives(pdf('gone')),
      '/web/2': gives(pdf('page')),
      '/web/3': gives('<html>never archived', 'text/html'),
    });
    const archived = (number: number) => ({
      title: `Acta ${number}`,
      archive_address: `http://${host}/web/${number}`,
    });
    const sources = [
      at('/gone.pdf', archived(1)),
      at('/page.pdf', archived(2)),
      at('/never.pdf', archived(3)),
    ];
    expect(await run(sources)).toMatchObject([
      { outcome: 'added', via: 'archive' },
      { outcome: 'added', via: 'archive' },
      {
        outcome: 'failed',
        problem: { code: 'not_fetched', detail: 'status 404' },
        archive: { code: 'not_the_document', file: `http://${host}/web/3` },
      },
    ]);
    const [first] = await rows('fetched.csv');
    expect(first).toMatchObject({
      address: `http://${host}/gone.pdf`,
      answered_by: `http://${host}/web/20130201`,
      via: 'archive',
    });
    expect((await rows('manifest.csv'))[0]).toMatchObject({ url: `http://${host}/gone.pdf` });
    pages['/web/3'] = gives(pdf('at last'));
    expect((await run(sources)).map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'added']);
  });

  it('goes to no host that is not named: listed, led to, or the archive', async () => {
    const other = await serve(gives(pdf('other')));
    const { at, run, host } = await world({
      '/leads.pdf': (_, answer) => void answer.writeHead(302, { location: `http://${other}/a.pdf` }).end(),
      '/file.pdf': (_, answer) => void answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      '/loop.pdf': (_, answer) => void answer.writeHead(302, { location: '/loop.pdf' }).end(),
      '/inside.pdf': (_, answer) =>
        void answer.writeHead(302, { location: 'http://169.254.169.254/x.pdf' }).end(),
    });
    const archived = { archive_address: `http://${other}/b.pdf` };
    const ends = await run([
      sourceAt(`http://${other}/a.pdf`),
      at('/leads.pdf'),
      at('/file.pdf', archived),
      at('/loop.pdf'),
      at('/inside.pdf'),
    ]);
    expect(ends).toMatchObject([
      { problem: { code: 'host_not_allowed', host: other } },
      { problem: { code: 'host_not_allowed', host: other } },
      {
        problem: { code: 'not_fetched', detail: 'it leads to an address of the kind file:' },
        archive: { code: 'host_not_allowed', host: other },
      },
      { problem: { code: 'not_fetched', detail: 'more than 5 redirections' } },
      { problem: { code: 'host_not_allowed', host: '169.254.169.254' } },
    ]);
    const refused = await run([at('/x.pdf')], { allowPrivate: false });
    expect(refused).toMatchObject([
      { problem: { code: 'not_fetched', detail: expect.stringContaining(host) } },
    ]);
  });

  it('keeps asking a busy host for a while, then says that it may be had later', async () => {
    let busy = 2;
    const { at, run, clock } = await world({
      '/busy.pdf': (request, answer) =>
        busy-- > 0
          ? void answer.writeHead(429, { 'retry-after': '20' }).end()
          : gives(pdf('busy'))(request, answer),
      '/down.pdf': says(503),
    });
    const ends = await run([at('/busy.pdf'), at('/down.pdf')]);
    expect(ends).toMatchObject([
      { outcome: 'added' },
      { outcome: 'failed', problem: { code: 'fetch_later', detail: 'status 503, 4 times' } },
    ]);
    expect(clock.waits.filter((ms) => ms === 20_000)).toHaveLength(2);
  });

  it('asks several hosts at a time, and each for one file', async () => {
    const open = new Map<string, number>();
    let most = 0;
    const hosts = await Promise.all(
      Array.from({ length: 3 }, () =>
        serve((request, answer) => {
          const host = request.headers.host ?? '';
          open.set(host, (open.get(host) ?? 0) + 1);
          expect(open.get(host)).toBe(1);
          most = Math.max(
            most,
            [...open.values()].reduce((sum, count) => sum + count),
          );
          setTimeout(() => {
            open.set(host, 0);
            gives(pdf(`${host}${request.url}`))(request, answer);
          }, 20);
        }),
      ),
    );
    const { run } = await world();
    const sources = hosts.flatMap((host) =>
      ['a', 'b', 'c'].map((name) => sourceAt(`http://${host}/${name}.pdf`, { title: `${host} ${name}` })),
    );
    const ends = await run(sources, { hosts: hostsOf(hosts) });
    expect(ends.map(({ outcome }) => outcome)).toEqual(sources.map(() => 'added'));
    expect(most).toBeGreaterThan(1);
  });

  it('told to stop, takes in what came, and goes on with the rest the next time', async () => {
    const stop = new AbortController();
    const body = pdf('x'.repeat(30_000));
    const ranges: (string | undefined)[] = [];
    const { at, run, pages, study, rows } = await world({
      '/a.pdf': gives(pdf('a')),
      '/b.pdf': (_, answer) => {
        answer.setHeader('etag', '"1"').setHeader('content-length', body.length);
        answer.write(body.slice(0, 10_000));
        setTimeout(() => stop.abort(), 50);
      },
    });
    const sources = [at('/a.pdf'), at('/b.pdf', { title: 'Otra' }), at('/c.pdf')];
    await expect(run(sources, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect((await rows('manifest.csv')).map((row) => row['url'])).toEqual([sources[0]?.address]);
    expect(await rows('fetched.csv')).toHaveLength(1);
    expect(readdirSync(join(study, '.titrate'))).toEqual(['fetched']);
    pages['/b.pdf'] = (request, answer) => {
      ranges.push(request.headers.range);
      const headers = { etag: '"1"', 'content-range': `bytes 10000-${body.length - 1}/${body.length}` };
      answer.writeHead(206, headers).end(body.slice(10_000));
    };
    expect((await run(sources)).map(({ outcome }) => outcome)).toEqual(['kept', 'added', 'failed']);
    expect(ranges).toEqual(['bytes=10000-']);
    expect((await rows('fetched.csv'))[1]).toMatchObject({ status: '206', bytes: String(body.length) });
  });

  it('adds to a record and a manifest as they are, and tells a torn line', async () => {
    const { study, at, run } = await world({ '/a.pdf': gives(pdf('a')), '/b.pdf': gives(pdf('b')) });
    await run([at('/a.pdf')]);
    const record = join(study, 'corpus', 'fetched.csv');
    const before = readFileSync(record, 'utf8');
    appendFileSync(record, 'http://torn.exam');
    await run([at('/b.pdf', { title: 'Otra' })]);
    const lines = readFileSync(record, 'utf8').split('\n');
    expect(lines.slice(0, 3).join('\n')).toBe(`${before}http://torn.exam`);
    expect(lines[3]).toContain('/b.pdf');
  });

  it('leaves everything as it was where the manifest cannot take what came, and needs no network later', async () => {
    const { study, at, run, asked } = await world({ '/a.pdf': gives(pdf('a')) });
    const manifest = join(study, 'corpus', 'manifest.csv');
    writeFileSync(manifest, 'file,title\n');
    await expect(run([at('/a.pdf')])).rejects.toThrow('expected a column `kind`');
    expect(readFileSync(manifest, 'utf8')).toBe('file,title\n');
    expect(existsSync(join(study, 'corpus', 'fetched.csv'))).toBe(false);
    expect(leftovers(study)).toEqual([]);
    put(study, { 'corpus/manifest.csv': 'file,title,kind,date,language,url\n' });
    asked.length = 0;
    expect(await run([at('/a.pdf')])).toMatchObject([{ outcome: 'added' }]);
    expect(asked).toEqual([]);
  });

  it('is done by one at a time', async () => {
    const { study, at, run } = await world();
    put(study, { '.titrate/.fetch.lock': '' });
    await expect(run([at('/a.pdf')])).rejects.toThrow(
      'expected nobody else at work on fetching sources, got a lock',
    );
  });
});

/** A study whose corpus is empty again. */
async function emptied(study: string): Promise<void> {
  rmSync(join(study, 'study.yaml'));
  await createStudy(study, { lexicons: false, claims: false, sources: false });
}

import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/explorer/app.ts';
import { type Pages, readPages } from '../../src/explorer/pages.ts';
import { builtPages } from '../../src/io/pages.ts';
import { givenSample, host } from '../support/explorer.ts';

const sample = givenSample();
let pages: Pages;

beforeAll(async () => {
  pages = await readPages(await builtPages(() => {}));
}, 120_000);

function got(path: string, accept: string | null): Promise<Response> {
  const guard = { hosts: new Set([host]), token: null, coder: null };
  const app = createApp(sample().desk, guard, pages, (error) => {
    throw error;
  });
  const headers = { host, ...(accept === null ? {} : { 'accept-encoding': accept }) };
  return Promise.resolve(app.fetch(new Request(`http://${host}${path}`, { headers })));
}

/** The scripts that the first page asks for by itself. */
const first = () =>
  [...new TextDecoder().decode(pages.get('/index.html')?.bytes).matchAll(/src="([^"]+\.js)"/g)].map(
    ([, path = '']) => path,
  );

describe('what is sent', () => {
  it('is compressed for whoever takes that, and the same once unpacked', async () => {
    for (const path of [...pages.keys()].filter((one) => /\.(js|css|html|svg)$/.test(one))) {
      const whole = await got(path, null);
      const packed = await got(path, 'br, gzip;q=0.8');
      expect([whole.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([
        null,
        'gzip',
      ]);
      for (const one of [whole, packed]) expect(one.headers.get('vary'), path).toBe('Accept-Encoding');
      expect(gunzipSync(await packed.bytes()).equals(await whole.bytes()), path).toBe(true);
    }
    const refused = await got('/', 'gzip;q=0, identity');
    expect(refused.headers.get('content-encoding')).toBeNull();
  });

  it('is kept for good where its name changes with it, and asked for anew where not', async () => {
    const [script = ''] = first();
    expect(script).toMatch(/^\/assets\/.+-[\w-]{8}\.js$/);
    expect((await got(script, 'gzip')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    for (const path of ['/', '/icon.svg', '/claims'])
      expect((await got(path, 'gzip')).headers.get('cache-control'), path).toBe('no-cache');
  });

  it('is under 250 KB of script for the first screen', async () => {
    const sizes = await Promise.all(
      first().map(async (path) => (await (await got(path, 'gzip')).bytes()).length),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  });

  it('has answers compressed too, refusals among them, but no workbook, no picture and nothing that never ends', async () => {
    const answer = await got('/api/overview', 'gzip');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(JSON.parse(gunzipSync(await answer.bytes()).toString('utf8'))).toHaveProperty('claims');
    const refusal = await got('/api/nowhere', 'gzip');
    expect(refusal.status).toBe(404);
    const table = await got('/api/search.csv?frame=NEP', 'gzip');
    expect(gunzipSync(await table.bytes()).toString('utf8')).toMatch(/^.*file/);
    const sheet = await got('/api/search.xlsx?frame=NEP', 'gzip');
    expect(sheet.headers.get('content-encoding')).toBeNull();
    expect(Buffer.from(await sheet.bytes()).toString('latin1', 0, 2)).toBe('PK');
    const { rows } = JSON.parse(await (await got('/api/documents', null)).text()) as {
      rows: readonly { document: string | null; format: string | null }[];
    };
    const printed = rows.find(({ document, format }) => document !== null && format === 'pdf');
    const picture = await got(`/api/documents/${printed?.document}/pages/0`, 'gzip');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('content-encoding')).toBeNull();
    const live = await got('/api/runs/live', 'gzip');
    expect(live.headers.get('content-type')).toBe('text/event-stream');
    expect(live.headers.get('content-encoding')).toBeNull();
    await live.body?.cancel();
  });
});

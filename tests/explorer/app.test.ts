import { describe, expect, it } from 'vitest';
import { api } from '../../src/model/api/api.ts';
import type { Refusal } from '../../src/model/api/endpoint.ts';
import { asked, givenSample, host } from '../support/explorer.ts';

const sample = givenSample();

async function refusal(answer: Promise<Response>): Promise<[number, Refusal]> {
  const response = await answer;
  return [response.status, (await response.json()) as Refusal];
}

describe('the API', () => {
  it('answers as its schemas say', async () => {
    const answer = await asked(sample().desk, '/api/overview');
    expect(answer.status).toBe(200);
    const overview = api['GET /api/overview'].answer?.parse(await answer.json());
    expect(overview?.claims.map(({ id }) => id)).toEqual(['dilution']);
    expect(overview?.claims[0]?.hypotheses.length).toBeGreaterThan(10);
    const study = api['GET /api/study'].answer?.parse(
      await (await asked(sample().desk, '/api/study')).json(),
    );
    expect(study?.synthetic).toMatch(/made up/);
    expect(study?.frames[0]?.code).toBe('NEP');
  });

  it('describes every endpoint', async () => {
    const { openapi, paths } = (await (await asked(sample().desk, '/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(openapi).toBe('3.1.0');
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.toSorted()).toEqual(Object.keys(api).toSorted());
  });

  it('refuses what is asked wrongly, by place', async () => {
    const [status, { error, lines }] = await refusal(asked(sample().desk, '/api/overview?rum=1'));
    expect([status, error]).toEqual([400, 'bad_request']);
    expect(lines.join()).toMatch(/GET \/api\/overview {2}rum: expected no such key/);
    const [missing] = await refusal(asked(sample().desk, '/api/overview?run=2001'));
    expect(missing).toBe(404);
    const [nowhere] = await refusal(asked(sample().desk, '/api/nowhere'));
    expect(nowhere).toBe(404);
  });

  it('gives the page for every view, and no file that is none', async () => {
    const page = await asked(sample().desk, '/institutions');
    expect(await page.text()).toContain('<p>page</p>');
    for (const path of [
      '/study.yaml',
      '/../study.yaml',
      '/%2e%2e/study.yaml',
      '/assets/../../package.json',
    ]) {
      expect((await asked(sample().desk, path)).status, path).toBe(404);
    }
  });
});

describe('who may ask', () => {
  it('refuses a name that was pointed at this machine', async () => {
    const [status] = await refusal(
      asked(sample().desk, '/api/study', { headers: { host: 'evil.example:4617' } }),
    );
    expect(status).toBe(403);
  });

  it('refuses what another site makes a browser send', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const [status] = await refusal(asked(sample().desk, '/api/study', { headers }));
      expect(status, JSON.stringify(headers)).toBe(403);
    }
    const own = await asked(sample().desk, '/api/study', { headers: { origin: `http://${host}` } });
    expect(own.status).toBe(200);
  });

  it('may be opened from a link on another site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await asked(sample().desk, '/', { headers })).status).toBe(200);
  });

  it('asks for the token where there is one', async () => {
    const [status] = await refusal(asked(sample().desk, '/api/study', { token: 'right' }));
    expect(status).toBe(401);
    const [wrong] = await refusal(asked(sample().desk, '/api/study?token=wrong', { token: 'right' }));
    expect(wrong).toBe(401);
    const header = await asked(sample().desk, '/api/study?token=right', { token: 'right' });
    expect([header.status, header.headers.get('set-cookie')]).toEqual([200, null]);
    const cookie = await asked(sample().desk, '/api/study', {
      token: 'right',
      headers: { cookie: 'titrate_token=right' },
    });
    expect(cookie.status).toBe(200);
  });

  it.each([
    ['/?token=right', '/'],
    ['/search?words=a%2Cb&token=right&sort=left', '/search?words=a%2Cb&sort=left'],
    ['//evil.example/?token=right', '/evil.example/'],
  ])('keeps the token of %s in a cookie and out of the address', async (path, location) => {
    const opened = await asked(sample().desk, path, { token: 'right' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, location]);
    expect(opened.headers.get('set-cookie')).toBe('titrate_token=right; Path=/; HttpOnly; SameSite=Lax');
    const wrong = await asked(sample().desk, path.replace('right', 'wrong'), { token: 'right' });
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null]);
    // On loopback there is none, and nobody is sent anywhere.
    expect((await asked(sample().desk, '/?token=right')).status).toBe(200);
  });

  it('says on every answer that pages run no script but their own', async () => {
    for (const path of ['/', '/api/study', '/api/nowhere']) {
      const policy = (await asked(sample().desk, path)).headers.get('content-security-policy') ?? '';
      expect(policy, path).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
      expect(policy).not.toMatch(/unsafe/);
    }
  });
});

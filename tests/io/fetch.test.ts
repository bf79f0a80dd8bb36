import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { agentOf, fetchFile, type Gate } from '../../src/io/fetch.ts';
import { hostsOf } from '../../src/io/hosts.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { serve } from '../support/web.ts';

const text = 'Las cooperativas son otra economía.';

async function get(
  address: string,
  hosts: readonly string[],
  more: { bytes?: number; seconds?: number } = {},
) {
  const target = join(temporaryFolder(), 'target');
  const limits = { hosts: hostsOf(hosts), allowPrivate: true, bytes: 1_000_000, seconds: 20, ...more };
  const end = await fetchFile(address, target, limits);
  return { end, content: existsSync(target) ? readFileSync(target, 'utf8') : null };
}

describe('fetching a file', () => {
  it('takes its bytes, what it is said to be, and no credentials along', async () => {
    const asked: unknown[] = [];
    const host = await serve((request, answer) => {
      asked.push(request.headers.authorization, request.headers.cookie);
      answer.setHeader('content-type', 'text/plain; charset=utf-8').setHeader('set-cookie', 'a=b').end(text);
    });
    const { end, content } = await get(`http://${host}/a.txt`, [host]);
    expect(end).toMatchObject({ code: 'fetched', contentType: 'text/plain; charset=utf-8', bytes: 36 });
    expect(content).toBe(text);
    await get(`http://${host}/a.txt`, [host]);
    expect(asked).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('unpacks what comes packed', async () => {
    const host = await serve((_, answer) => {
      answer.setHeader('content-encoding', 'gzip').end(gzipSync(text));
    });
    expect((await get(`http://${host}/`, [host])).content).toBe(text);
  });

  it('goes nowhere that was not named: no host, another host, another port', async () => {
    let asked = 0;
    const host = await serve((_, answer) => {
      asked++;
      answer.end(text);
    });
    for (const hosts of [[], ['example.org'], ['127.0.0.1'], ['127.0.0.1:1'], ['localhost']]) {
      const { end, content } = await get(`http://${host}/`, hosts);
      expect(end).toEqual({ code: 'host_not_allowed', host });
      expect(content).toBeNull();
    }
    expect(asked).toBe(0);
  });

  it('follows redirections to allowed hosts only', async () => {
    let asked = 0;
    const other = await serve((_, answer) => {
      asked++;
      answer.end(text);
    });
    const host = await serve((request, answer) => {
      const to =
        request.url === '/here' ? '/there' : request.url === '/there' ? `http://${other}/x` : '/here';
      answer.writeHead(302, { location: to }).end();
    });
    const { end } = await get(`http://${host}/here`, [host]);
    expect(end).toEqual({ code: 'host_not_allowed', host: other });
    expect(asked).toBe(0);
    const followed = await get(`http://${host}/here`, [host, other]);
    expect(followed).toMatchObject({
      end: { code: 'fetched', address: `http://${other}/x` },
      content: text,
    });
  });

  it('gives up on endless redirections and on those to other kinds of addresses', async () => {
    const host = await serve((request, answer) => {
      answer.writeHead(301, { location: request.url === '/file' ? 'file:///etc/passwd' : '/again' }).end();
    });
    expect((await get(`http://${host}/`, [host])).end).toEqual({
      code: 'not_fetched',
      detail: 'more than 5 redirections',
      again: null,
    });
    expect((await get(`http://${host}/file`, [host])).end).toMatchObject({
      detail: 'it leads to an address of the kind file:',
    });
  });

  it('stops at the limit of size, whatever the host says, packed or not', async () => {
    const host = await serve((request, answer) => {
      if (request.url === '/packed') {
        answer.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000)));
        return;
      }
      const pour = () => {
        while (answer.write(Buffer.alloc(64_000)));
      };
      answer.on('drain', pour);
      pour();
    });
    for (const path of ['/endless', '/packed']) {
      const { end } = await get(`http://${host}${path}`, [host], { bytes: 100_000 });
      expect(end).toEqual({ code: 'not_fetched', detail: 'more than 100000 bytes, the limit', again: null });
    }
    const honest = await serve(
      (_, answer) => void answer.setHeader('content-length', 200_000).write('begins'),
    );
    expect(await get(`http://${honest}/`, [honest], { bytes: 100_000 })).toMatchObject({
      end: { detail: 'more than 100000 bytes, the limit' },
      content: null,
    });
    const exact = await serve((_, answer) => void answer.end('x'.repeat(100)));
    expect((await get(`http://${exact}/`, [exact], { bytes: 100 })).end).toMatchObject({ code: 'fetched' });
    expect((await get(`http://${exact}/`, [exact], { bytes: 99 })).end).toMatchObject({
      code: 'not_fetched',
    });
  });

  it('stops at the limit of time: no answer, or a body that drips', async () => {
    const host = await serve((request, answer) => {
      if (request.url === '/silent') return;
      answer.write('a');
      const drip = setInterval(() => answer.write('a'), 20);
      answer.on('close', () => clearInterval(drip));
    });
    for (const path of ['/silent', '/slow']) {
      const { end } = await get(`http://${host}${path}`, [host], { seconds: 0.3 });
      expect(end).toEqual({
        code: 'not_fetched',
        detail: 'no whole answer in 0.3 s',
        again: { origin: `http://${host}`, seconds: null },
      });
    }
  });

  it('tells a status, an answer without bytes, one cut short and a host that is not there', async () => {
    const host = await serve((request, answer) => {
      if (request.url === '/empty') answer.end();
      else if (request.url === '/cut') {
        answer.setHeader('content-length', 1000).write('the beginning');
        setTimeout(() => answer.destroy(), 20);
      } else answer.writeHead(404).end('not here');
    });
    expect((await get(`http://${host}/`, [host])).end).toEqual({
      code: 'not_fetched',
      detail: 'status 404',
      again: null,
    });
    expect((await get(`http://${host}/empty`, [host])).end).toMatchObject({
      detail: 'an answer without bytes',
    });
    expect((await get(`http://${host}/cut`, [host])).end).toMatchObject({ code: 'not_fetched' });
    const gone = await get('http://127.0.0.1:9/', ['127.0.0.1:9']);
    expect(gone.end).toMatchObject({ code: 'not_fetched' });
  });

  it('does not take a name and password along', async () => {
    const host = await serve((_, answer) => void answer.end(text));
    const { end } = await get(`http://me:secret@${host}/`, [host]);
    expect(end).toMatchObject({ detail: 'the address holds a user name or password', again: null });
  });
});

describe('the way to a host', () => {
  const limits = { bytes: 1000, seconds: 20 };
  const target = () => join(temporaryFolder(), 'target');

  it('does not lead to this machine or a private network, however the address is written', async () => {
    let asked = 0;
    const host = await serve((_, answer) => {
      asked++;
      answer.end(text);
    });
    const port = host.split(':')[1];
    for (const name of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']) {
      const hosts = hostsOf([`${name}:${port}`]);
      const end = await fetchFile(`http://${name}:${port}/`, target(), { ...limits, hosts });
      expect(end).toMatchObject({ code: 'private_address' });
    }
    const named = await fetchFile(`http://localhost:${port}/`, target(), {
      ...limits,
      hosts: hostsOf([`localhost:${port}`]),
    });
    expect(named).toEqual({ code: 'private_address', host: `localhost:${port}` });
    expect(asked).toBe(0);
  });

  it('is looked up when the connection is made, so that a name cannot change its mind', async () => {
    const asked: (string | undefined)[] = [];
    const host = await serve((request, answer) => {
      asked.push(request.headers.host);
      if (request.url === '/begin') answer.writeHead(302, { location: '/end' }).end();
      else answer.end(text);
    });
    const port = host.split(':')[1];
    const name = `bank.example:${port}`;
    const at = (address: string) => [{ address, family: 4 }];
    const hosts = hostsOf([name]);
    let looked = 0;
    const rebound = await fetchFile(
      `http://${name}/`,
      target(),
      { ...limits, hosts },
      { resolve: async () => at(looked++ === 0 ? '127.0.0.1' : '8.8.8.8') },
    );
    expect(rebound).toEqual({ code: 'private_address', host: name });
    expect([looked, asked.length]).toEqual([1, 0]);
    const allowed = await fetchFile(
      `http://${name}/begin`,
      target(),
      { ...limits, hosts, allowPrivate: true },
      { resolve: async () => at(looked++ > 0 ? '127.0.0.1' : '8.8.8.8') },
    );
    expect(allowed).toMatchObject({ code: 'fetched', address: `http://${name}/end` });
    // Every connection has asked anew, and the host hears the name that was meant.
    expect([looked, asked]).toEqual([3, [name, name]]);
  });

  it('does not lead to a private address by a redirection, even where the host is allowed', async () => {
    const host = await serve((_, answer) => {
      answer.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    });
    const { end } = await get(`http://${host}/`, [host]);
    expect(end).toEqual({ code: 'host_not_allowed', host: '169.254.169.254' });
    const name = `bank.example:${host.split(':')[1]}`;
    const seen = await fetchFile(
      'http://169.254.169.254/latest/meta-data/',
      target(),
      { ...limits, hosts: hostsOf([name, '169.254.169.254']) },
      { resolve: async () => [{ address: '8.8.8.8', family: 4 }] },
    );
    expect(seen).toEqual({ code: 'private_address', host: '169.254.169.254' });
  });

  it('tells who asks, and that nothing packed is wanted', async () => {
    const asked: unknown[] = [];
    const host = await serve((request, answer) => {
      asked.push(request.headers['user-agent'], request.headers['accept-encoding']);
      answer.end(text);
    });
    await get(`http://${host}/`, [host]);
    expect(asked).toEqual([agentOf(undefined), 'identity']);
    expect(agentOf('ana@example.org')).toMatch(/^titrate\/\d+\.\d+\.\d+ \(.*; contact: ana@example\.org\)$/);
  });

  it('ends where it is told to', async () => {
    const stop = new AbortController();
    const host = await serve((_, answer) => {
      answer.write('a');
      stop.abort();
    });
    const fetching = fetchFile(
      `http://${host}/`,
      target(),
      { ...limits, hosts: hostsOf([host]), allowPrivate: true },
      { signal: stop.signal },
    );
    await expect(fetching).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives its turn back at every end', async () => {
    const host = await serve((request, answer) => {
      if (request.url === '/cut') answer.destroy();
      else if (request.url === '/leads') answer.writeHead(301, { location: '/gone' }).end();
      else answer.writeHead(404).end();
    });
    let inside = 0;
    const visited: string[] = [];
    const gate: Gate = async (url) => {
      visited.push(url.pathname);
      expect(++inside).toBe(1);
      return { code: 'pass', leave: () => void inside-- };
    };
    for (const path of ['/cut', '/leads', '/gone']) {
      const all = { ...limits, hosts: hostsOf([host]), allowPrivate: true };
      await fetchFile(`http://${host}${path}`, target(), all, { gate });
    }
    expect(inside).toBe(0);
    expect(visited).toEqual(['/cut', '/leads', '/gone', '/gone']);
  });

  it('tells a disk that fails from a host that does', async () => {
    const host = await serve((_, answer) => void answer.end(text));
    const nowhere = join(temporaryFolder(), 'no', 'folder', 'target');
    const all = { ...limits, hosts: hostsOf([host]), allowPrivate: true };
    await expect(fetchFile(`http://${host}/`, nowhere, all)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

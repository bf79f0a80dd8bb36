import { describe, expect, it } from 'vitest';
import { hostsOf } from '../../src/io/hosts.ts';
import { readRobots, rulesOf } from '../../src/io/robots.ts';
import { serve } from '../support/web.ts';

const read = (host: string, hosts = [host]) =>
  readRobots(`http://${host}`, { hosts: hostsOf(hosts), allowPrivate: true }, { agent: 'titrate/1' });

const site = 'https://council.example/robots.txt';
const allows = (text: string, path: string) => {
  const rules = rulesOf(site, text);
  return rules.code === 'rules' && rules.allows(new URL(path, site));
};

describe('the rules of a host', () => {
  it.each([
    ['', '/a.pdf', true],
    ['User-agent: *\nDisallow: /', '/a.pdf', false],
    ['User-agent: *\nDisallow: /private/', '/public/a.pdf', true],
    ['User-agent: *\nDisallow: /\nAllow: /docs/', '/docs/a.pdf', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: titrate\nDisallow:', '/a.pdf', true],
    ['User-agent: Titrate\nDisallow: /', '/a.pdf', false],
    ['User-agent: otherbot\nDisallow: /', '/a.pdf', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/a.pdf', false],
    ['User-agent: *\nDisallow: /a%20b', '/a b.pdf', false],
    ['<!doctype html><p>not found</p>', '/a.pdf', true],
    ['\u0000\u0001 rubbish : : :\nDisallow', '/a.pdf', true],
  ])('%j lets %s be asked for: %s', (text, path, allowed) => {
    expect(allows(text, path)).toBe(allowed);
  });

  it('say how long to pause, for all or for us', () => {
    expect(rulesOf(site, 'User-agent: *\nCrawl-delay: 7')).toMatchObject({ delaySeconds: 7 });
    expect(
      rulesOf(site, 'User-agent: *\nCrawl-delay: 7\n\nUser-agent: titrate\nCrawl-delay: 2'),
    ).toMatchObject({
      delaySeconds: 2,
    });
    expect(rulesOf(site, 'User-agent: *\nCrawl-delay: -7')).toMatchObject({ delaySeconds: 0 });
    expect(rulesOf(site, 'User-agent: *\nCrawl-delay: often')).toMatchObject({ delaySeconds: 0 });
  });

  it.each([
    [404, 'rules'],
    [403, 'rules'],
    [410, 'rules'],
    [429, 'closed'],
    [500, 'closed'],
    [503, 'closed'],
  ])('after a status of %i are %s', async (status, code) => {
    const host = await serve((_, answer) => {
      answer.writeHead(status).end('User-agent: *\nDisallow: /');
    });
    const rules = await read(host);
    expect(rules.code).toBe(code);
    if (rules.code === 'rules') expect(rules.allows(new URL(`http://${host}/a`))).toBe(true);
  });

  it('are closed where the host cannot be reached, or leads to one that is not allowed', async () => {
    expect(await read('127.0.0.1:9')).toMatchObject({ code: 'closed' });
    const host = await serve((_, answer) => {
      answer.writeHead(302, { location: 'http://other.example/robots.txt' }).end();
    });
    expect(await read(host)).toEqual({
      code: 'closed',
      detail: 'its robots.txt cannot be read: it leads to other.example, which is not allowed',
    });
  });

  it('are read as far as they must be, and no further', async () => {
    const host = await serve((_, answer) => {
      answer.write('User-agent: *\nDisallow: /secret\n');
      const pour = () => {
        while (answer.write(`# ${'x'.repeat(60_000)}\n`));
      };
      answer.on('drain', pour);
      pour();
    });
    const rules = await read(host);
    expect(rules.code === 'rules' && rules.allows(new URL(`http://${host}/secret`))).toBe(false);
    expect(rules.code === 'rules' && rules.allows(new URL(`http://${host}/open`))).toBe(true);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, titrate } from '../support/cli.ts';
import { start } from '../support/command.ts';
import { put, temporaryFolder } from '../support/tiny.ts';
import { serve } from '../support/web.ts';

/** A new study whose list names these addresses. */
async function studyOf(...addresses: readonly string[]) {
  const study = join(temporaryFolder(), 'study');
  expect((await titrate(['init', study])).code).toBe(0);
  const rows = addresses.map((address, index) => `Consejo,regional_body,Acta ${index},2012,es,${address}`);
  put(study, { 'corpus/sources.csv': `institution,voice,title,date,language,address\n${rows.join('\n')}\n` });
  return study;
}

describe('titrate fetch', () => {
  it('without a host says where it would go, and goes nowhere', async () => {
    let asked = 0;
    const host = await serve((_, answer) => {
      asked++;
      answer.end();
    });
    const study = await studyOf(`http://${host}/a.pdf`, `http://${host}/b.pdf`, 'ftp://x.example/');
    const shown = await titrate(['fetch', study, '--allow-private']);
    expect(shown.code).toBe(2);
    expect(shown.stdout).toBe(`  ${host}    2\n`);
    expect(shown.stderr).toContain('row 4, column address: expected an http(s) address');
    expect(shown.stderr).toContain('nothing was asked for, since no host is allowed');
    expect(shown.stderr).toContain('--all-listed-hosts');
    expect(asked).toBe(0);
  });

  it('lists the hosts of the bundled list in a new study, and fetches nothing into a synthetic one', async () => {
    const study = join(temporaryFolder(), 'study');
    const made = await titrate(['init', study, '--sources']);
    expect(made.stdout).toContain(`titrate fetch ${study}`);
    expect(readFileSync(join(study, 'corpus', 'sources.csv'))).toEqual(
      readFileSync(join(root, 'corpus', 'sources.csv')),
    );
    const shown = await titrate(['fetch', study]);
    expect(shown.stdout).toMatch(/^ {2}web\.archive\.org +\d+ as second try\n/);
    const refused = await titrate(['fetch', root, '--all-listed-hosts']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('expected a study of real documents, got a synthetic one');
  });

  it('takes in what can be had, says what cannot, and the documents are part of the study', async () => {
    const host = await serve((request, answer) => {
      if (request.url === '/a') answer.setHeader('content-type', 'text/plain').end('La economía solidaria.');
      else answer.writeHead(404).end();
    });
    const study = await studyOf(`http://${host}/a`, `http://${host}/b.pdf`);
    const args = ['fetch', study, '--all-listed-hosts', '--allow-private', '--strict'];
    const done = await titrate([...args, '--contact', 'ana@example.org']);
    expect(done.code).toBe(3);
    expect(done.stdout).toContain('added     documents/regional_body/Consejo/2012-acta-0.txt');
    expect(done.stdout).toContain(
      `http://${host}/b.pdf: could not be fetched (status 404): check the address`,
    );
    expect(done.stdout).toContain('2 sources, 1 added, 1 failed');
    expect((await titrate(['check', study])).code).toBe(0);
    expect(readdirSync(join(study, 'corpus')).toSorted()).toEqual([
      'documents',
      'fetched.csv',
      'manifest.csv',
      'sources.csv',
    ]);
  });

  it('refuses hosts in a private network unless told otherwise, and a contact that is no header', async () => {
    const host = await serve((_, answer) => void answer.end('text'));
    const study = await studyOf(`http://${host}/a`);
    const refused = await titrate(['fetch', study, '--allow-host', host]);
    expect(refused.code).toBe(0);
    expect(refused.stdout).toContain(`${host} is in a private network`);
    const odd = await titrate(['fetch', study, '--allow-host', host, '--contact', 'a\r\nX-Evil: 1']);
    expect(odd).toMatchObject({ code: 2, stdout: '' });
    expect(odd.stderr).toContain('--contact: expected a mail address or a page');
  });

  it('says how to come by a list where there is none', async () => {
    const study = join(temporaryFolder(), 'study');
    await titrate(['init', study]);
    const none = await titrate(['fetch', study]);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('expected a list of sources, got nothing there');
  });

  it('leaves nothing half done on Ctrl-C', async () => {
    const host = await serve((request, answer) => {
      if (request.url === '/robots.txt') answer.writeHead(404).end();
      else if (request.url === '/a') answer.end('La economía solidaria.');
      else answer.write('%PDF-1.4 the beginning');
    });
    const study = await studyOf(`http://${host}/a`, `http://${host}/b.pdf`);
    const command = start(['fetch', study, '--all-listed-hosts', '--allow-private']);
    await command.says('came');
    command.process.kill('SIGINT');
    const ended = await command.ended;
    expect(ended.code).toBe(130);
    expect(ended.stderr).toContain('stopped');
    expect(readFileSync(join(study, 'corpus', 'manifest.csv'), 'utf8')).toContain('2012-acta-0.txt');
    expect(readdirSync(join(study, '.titrate'))).toEqual(['fetched']);
    expect((await titrate(['check', study])).code).toBe(0);
  });
});

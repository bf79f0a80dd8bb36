import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ready, startHost } from '../fleet/host.ts';
import { titrate } from '../support/cli.ts';
import { ranStudy } from '../support/ran.ts';
import { redisServer, startRedis } from '../support/redis.ts';
import { put, tables, temporaryFolder, tinyStudy } from '../support/tiny.ts';
import { serve } from '../support/web.ts';

const speech = `1. La economía solidaria es una alternativa al capitalismo: otra economía es posible.

2. Las cooperativas permiten la erradicación de la pobreza y la inclusión social.

3. Las cooperativas son parte de otra economía, la economía solidaria, frente al modelo neoliberal.
`;

/** A folder with new documents beside a study of invented texts. */
function inbox(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  put(folder, files);
  return folder;
}

function manifestOf(study: string): string {
  return readFileSync(join(study, 'corpus', 'manifest.csv'), 'utf8');
}

describe('adding documents', () => {
  it('copies a file, adds its row, reads only it, and says how it stands and what changed', async () => {
    const study = await ranStudy();
    const before = manifestOf(study);
    const folder = inbox({ 'discurso.txt': speech });
    const options = ['--institution', 'Consejo 1', '--voice', 'regional_body', '--date', '2012-05-03'];
    const added = await titrate([
      ...['add', join(folder, 'discurso.txt'), '--study', study, ...options],
      ...['--language', 'es', '--title', 'Un "discurso", nuevo'],
    ]);
    expect(added.code).toBe(0);
    const file = 'documents/regional_body/Consejo_1/discurso.txt';
    expect(readFileSync(join(study, 'corpus', file), 'utf8')).toBe(speech);
    expect(manifestOf(study)).toBe(
      `${before}${file},"Un ""discurso"", nuevo",Consejo 1,regional_body,,2012-05-03,es\n`,
    );
    expect(added.stdout).toContain(`${file}  Consejo 1 · 2012-05-03 · 3 passages about the object`);
    expect(added.stdout).toContain(
      'beside 3 earlier documents of Consejo 1: too few to call anything unusual',
    );
    expect(added.stdout).toMatch(/New paradigm +67 % \(2 passages\), percentile 100 of 3 documents/);
    expect(added.stdout).toMatch(/nearest +documents\/.+\.txt · .+ · distance 0\.\d\d/);
    expect(added.stdout).toMatch(/H1 +NEP\/DIL +.+ times diluted \(.+\) -> .+ times diluted/);
    expect(added.stdout).toContain('verdict  inconclusive, as before');
    const report = /report {3}(.+)/.exec(added.stdout)?.[1] ?? '';
    expect(existsSync(report)).toBe(true);
    // What it did is what a run would have done.
    const after = tables(study);
    await titrate(['run', study, '--quiet', '--state', join(study, 'other-state')]);
    expect(tables(study)).toEqual(after);
  });

  it('takes metadata from a manifest, then options, then the name, and gives JSON', async () => {
    const study = tinyStudy();
    const folder = inbox({
      'rows.csv': 'file;institution;date\none.txt;Red 1;2011\n',
      'one.txt': speech,
      'Red-2_minutes_2013-02-01_es.txt': `${speech}\n4. Fin.\n`,
    });
    const { code, stdout } = await titrate([
      ...['add', join(folder, 'Red-2_minutes_2013-02-01_es.txt'), '--manifest', join(folder, 'rows.csv')],
      ...['--voice', 'civil_society', '--study', study, '--json'],
    ]);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.added.map(({ file }: { file: string }) => file)).toEqual([
      'documents/civil_society/Red_1/one.txt',
      'documents/civil_society/Red_2/Red-2_minutes_2013-02-01_es.txt',
    ]);
    expect(answer.documents[0]).toMatchObject({
      institution: 'Red 1',
      date: '2011',
      earlier: 3,
      compared: 3,
    });
    expect(answer.documents[1]).toMatchObject({ institution: 'Red 2', date: '2013-02-01', earlier: 3 });
    expect(answer.documents[0].nearest).toHaveLength(3);
    expect(answer.findings[0]).toMatchObject({
      hypothesis: 'H1',
      numerator: 'NEP',
      before: { verdict: 'INCONCLUSIVE' },
      after: { verdict: 'INCONCLUSIVE' },
    });
    expect(answer.findings[0].before.dilution.value).not.toBe(answer.findings[0].after.dilution.value);
    expect(manifestOf(study)).toContain(
      'minutes_2013-02-01_es.txt,,Red 2,civil_society,minutes,2013-02-01,es\n',
    );
  });

  it('refuses what is in the corpus already, and then does nothing', async () => {
    const study = tinyStudy(4);
    const old = readFileSync(join(study, 'corpus', 'documents', 'red-00.txt'));
    const folder = inbox({ 'new.txt': speech, 'again.txt': speech });
    writeFileSync(join(folder, 'old.txt'), old);
    const before = manifestOf(study);
    const refused = await titrate([
      ...['add', join(folder, 'new.txt'), join(folder, 'old.txt'), join(folder, 'again.txt')],
      ...['--study', study, '--voice', 'civil_society'],
    ]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(
      'old.txt  expected a document that is not in the corpus, got the bytes of documents/red-00.txt: leave it out',
    );
    expect(refused.stderr).toMatch(/again\.txt {2}expected .+ got the bytes of .+new\.txt: leave it out/);
    expect(manifestOf(study)).toBe(before);
    expect(readdirSync(join(study, 'corpus', 'documents'))).toHaveLength(4);
    expect(existsSync(join(study, 'reports'))).toBe(false);
    expect(readdirSync(join(study, 'corpus'))).not.toContain('.manifest.csv.lock');
  });

  it('lists everything wrong with what it is given, and then does nothing', async () => {
    const study = tinyStudy(2);
    const folder = inbox({
      'empty.txt': '',
      'rows.csv': 'file,institution,date,colour\nempty.txt,Red,2009-02-30,red\n',
    });
    const wrong = await titrate([
      ...['add', join(folder, 'none.txt'), folder, '--manifest', join(folder, 'rows.csv'), '--study', study],
      ...['--voice', 'nobody', '--language', 'english'],
    ]);
    expect(wrong.code).toBe(2);
    for (const said of [
      '--voice: expected one of civil_society',
      '--language: expected',
      'none.txt: could not be read (ENOENT)',
      'it is no regular file',
      'empty.txt: has no bytes',
      'column date of the manifest: expected a date that exists, got "2009-02-30"',
      'expected a known column name, got "colour"',
    ]) {
      expect(wrong.stderr).toContain(said);
    }
    expect((await titrate(['add', '--study', study])).stderr).toContain('expected files or --manifest');
    expect(readdirSync(join(study, 'corpus', 'documents'))).toHaveLength(2);
  });

  it('adds to a bare manifest in its own style, and refuses what it has no column for', async () => {
    const folder = temporaryFolder();
    put(folder, {
      'texts/old.txt': speech,
      'list.csv': 'FILE;Institution;voice\r\ntexts/old.txt;Red 1;civil_society',
      'in/new.txt': `${speech} Fin.`,
    });
    const add = (...more: string[]) =>
      titrate(['add', join(folder, 'in', 'new.txt'), '--study', join(folder, 'list.csv'), ...more]);
    const refused = await add('--institution', 'Red 1', '--date', '2011');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('expected a column `date` for "2011"');
    expect(readdirSync(folder).toSorted()).toEqual(['documents', 'in', 'list.csv', 'texts']);
    expect(existsSync(join(folder, 'documents', 'new.txt'))).toBe(false);
    const done = await add('--institution', 'Red 1', '--voice', 'civil_society');
    expect(done.code).toBe(0);
    expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toBe(
      'FILE;Institution;voice\r\ntexts/old.txt;Red 1;civil_society\r\ndocuments/civil_society/Red_1/new.txt;Red 1;civil_society\r\n',
    );
    expect(done.stdout).toContain('beside 1 earlier document of Red 1');
  });

  it('shows a document that cannot be read, and the code for it under --strict', async () => {
    const study = tinyStudy(4);
    const folder = inbox({ 'scan.pdf': '%PDF-1.4 nothing' });
    const { code, stdout } = await titrate(['add', join(folder, 'scan.pdf'), '--study', study, '--strict']);
    expect(code).toBe(3);
    expect(stdout).toContain('documents/scan.pdf  is not in the numbers');
    expect(stdout).toContain('no reader could open it');
  });

  it('does nothing to a study whose manifest somebody else is adding to', async () => {
    const study = tinyStudy(2);
    put(study, { 'corpus/.manifest.csv.lock': '' });
    const folder = inbox({ 'new.txt': speech });
    const refused = await titrate(['add', join(folder, 'new.txt'), '--study', study]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('got a lock: wait for the other command to end, or delete this file');
    expect(existsSync(join(study, 'corpus', '.manifest.csv.lock'))).toBe(true);
  });

  it('lists an address, whose host has to be named, and keeps what it fetched', async () => {
    const study = tinyStudy(4);
    let asked = 0;
    const host = await serve((_, answer) => {
      asked++;
      answer.setHeader('content-type', 'text/plain; charset=utf-8').end(speech);
    });
    const address = `http://${host}/docs/Red-1_speech_2011_es.txt`;
    const add = (...more: string[]) => titrate(['add', address, '--study', study, ...more]);
    const refused = await add();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`leads to \`${host}\`, and nothing may be fetched from there`);
    const done = await add('--allow-private', '--allow-host', host, '--voice', 'civil_society');
    expect(done.code).toBe(0);
    expect(done.stdout).toContain(`${address}  Red 1 · 2011`);
    expect(manifestOf(study)).toContain(`\n${address},,Red 1,civil_society,speech,2011,es\n`);
    const first = tables(study);
    expect(first['documents.csv']).toContain(address);
    expect((await titrate(['run', study, '--quiet'])).code).toBe(0);
    expect(tables(study)).toEqual(first);
    expect(asked).toBe(1);
    const twice = await add('--allow-private', '--allow-host', host);
    expect(twice.stderr).toContain('expected a document that is not in the corpus');
    await titrate(['run', study, '--quiet', '--allow-private', '--allow-host', host, '--refetch']);
    expect(asked).toBe(2);

    rmSync(join(study, '.titrate', 'fetched'), { recursive: true });
    const without = await titrate(['run', study]);
    expect(without.code).toBe(0);
    expect(without.stdout).toMatch(/1 of 5 documents is not in these numbers: .*host not allowed/);
    expect((await titrate(['check', study, '--allow-private', '--allow-host', host])).code).toBe(0);
    expect(asked).toBe(3);
  });
});

describe.skipIf(redisServer === null)('adding documents on a fleet', () => {
  it('says the same as here', async () => {
    const redis = await startRedis();
    const root = temporaryFolder();
    const [here, there] = ['here', 'there'].map((name) => {
      cpSync(tinyStudy(), join(root, name, 'tiny'), { recursive: true });
      return join(root, name, 'tiny');
    });
    const folder = inbox({ 'discurso.txt': speech });
    const add = (study = '', ...more: string[]) =>
      titrate([
        ...['add', join(folder, 'discurso.txt'), '--study', study, '--json', '--institution', 'Red 1'],
        ...['--voice', 'civil_society', ...more],
      ]);
    const worker = startHost({ url: redis.url, root });
    try {
      await ready(worker);
      const done = await add(there, '--redis', redis.url, '--root', root);
      expect(done.code, done.stderr).toBe(0);
      const { report: _, ...said } = JSON.parse(done.stdout);
      const { report: __, ...expected } = JSON.parse((await add(here)).stdout);
      expect(said).toEqual(expected);
    } finally {
      await worker.stop();
      await redis.stop();
    }
  });
});

import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ready, startHost } from '../fleet/host.ts';
import { titrate } from '../support/cli.ts';
import { type Command, start } from '../support/command.ts';
import { ranStudy } from '../support/ran.ts';
import { redisServer, startRedis } from '../support/redis.ts';
import { put, tables, temporaryFolder, tinyStudy } from '../support/tiny.ts';

const speech = 'La economía solidaria es una alternativa al capitalismo: otra economía es posible.\n';

/** Starts watching a study that has been run, and waits until it does. */
async function watching(study: string, ...more: readonly string[]): Promise<Command> {
  const command = start(['watch', study, '--settle', '0.3', ...more]);
  onTestFinished(() => void command.process.kill('SIGKILL'));
  await command.says('watching ');
  return command;
}

/** What each batch came to, as one line of JSON each. */
function batches({ stdout }: Command): readonly { report: string; documents: { file: string }[] }[] {
  return stdout()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    globSync('**/*', { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

function files(batch: { documents: { file: string }[] } | undefined): readonly string[] {
  return batch?.documents.map(({ file }) => file) ?? [];
}

describe('watching a study', () => {
  it('analyses what appears, changes or goes, batch by batch, and leaves earlier results alone', async () => {
    const study = await ranStudy();
    const earlier = { ...hashes(join(study, 'reports')), ...hashes(join(study, '.titrate', 'artefacts')) };
    const command = await watching(study, '--json');
    const added = 'documents/regional_body/Consejo_1/uno.txt';

    put(study, { [`corpus/${added}`]: speech, 'corpus/documents/.hidden.txt': 'no' });
    await command.says(/^\{.*uno\.txt.*\}$/m);
    expect(files(batches(command)[0])).toEqual([added]);
    expect(batches(command)[0]?.documents[0]).toMatchObject({ institution: 'Consejo 1', earlier: 3 });

    put(study, { 'corpus/documents/.dos.partial': `${speech}\nDos.\n` });
    renameSync(
      join(study, 'corpus', 'documents', '.dos.partial'),
      join(study, 'corpus', 'documents', 'dos.txt'),
    );
    await command.says(/^\{.*dos\.txt.*\}$/m);
    expect(files(batches(command)[1])).toEqual(['documents/dos.txt']);

    rmSync(join(study, 'corpus', added));
    await command.says(`gone      ${added}`);
    await command.says(/(^\{.*\}\n){3}/m);
    expect(files(batches(command)[2])).toEqual([]);

    command.process.kill('SIGINT');
    expect((await command.ended).code).toBe(0);
    expect(readdirSync(join(study, 'reports')).filter((name) => !name.startsWith('.'))).toHaveLength(4);
    for (const [path, hash] of Object.entries(earlier)) {
      expect(createHash('sha256').update(readFileSync(path)).digest('hex'), path).toBe(hash);
    }
    const last = tables(study);
    await titrate(['run', study, '--quiet', '--state', join(study, 'other-state')]);
    expect(tables(study)).toEqual(last);
  });

  it('begins with what has come since the last run, and outlives a manifest that is damaged for a while', async () => {
    const study = await ranStudy(4);
    put(study, { 'corpus/documents/tarde.txt': speech });
    const command = await watching(study);
    await command.says('documents/tarde.txt  no institution');
    const manifest = readFileSync(join(study, 'corpus', 'manifest.csv'), 'utf8');
    put(study, { 'corpus/manifest.csv': `${manifest}documents/tarde.txt,"never closed` });
    await command.says('check its quotation marks');
    put(study, {
      'corpus/manifest.csv': `${manifest}documents/tarde.txt,Tarde,Red 1,civil_society,law,2013,es\n`,
    });
    await command.says(/report {3}[\s\S]*report {3}/);
    command.process.kill('SIGINT');
    expect((await command.ended).code).toBe(0);
    expect(tables(study)['documents.csv']).toContain('Tarde,Red 1');
  });

  it('reads a study that has never been run, once there is something in it', async () => {
    const study = join(temporaryFolder(), 'study');
    await titrate(['init', study]);
    const command = await watching(study, '--quiet');
    put(study, { 'corpus/documents/civil_society/Red/uno.txt': speech });
    await command.says('report.html');
    command.process.kill('SIGTERM');
    expect((await command.ended).code).toBe(0);
    expect(tables(study)['documents.csv']).toContain('uno.txt');
  });
});

describe.skipIf(redisServer === null)('watching a study for a fleet', () => {
  it('asks for a run a batch', async () => {
    const redis = await startRedis();
    const study = tinyStudy(4);
    const root = join(study, '..');
    const host = startHost({ url: redis.url, root });
    onTestFinished(async () => {
      await host.stop();
      await redis.stop();
    });
    await ready(host);
    expect(await titrate(['run', study, '--quiet'])).toMatchObject({ code: 0 });
    const command = await watching(study, '--json', '--redis', redis.url, '--root', root);
    put(study, { 'corpus/documents/uno.txt': speech });
    await command.says(/^\{.*uno\.txt.*\}$/m);
    put(study, { 'corpus/documents/dos.txt': `${speech} Dos.` });
    await command.says(/^\{.*dos\.txt.*\}$/m);
    expect(batches(command).map(files)).toEqual([['documents/uno.txt'], ['documents/dos.txt']]);
    command.process.kill('SIGINT');
    expect((await command.ended).code).toBe(0);
  });
});

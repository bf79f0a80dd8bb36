import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ready, startHost } from '../fleet/host.ts';
import { titrate } from '../support/cli.ts';
import { redisServer, startRedis } from '../support/redis.ts';
import { tables, tinyStudy } from '../support/tiny.ts';
import { serve } from '../support/web.ts';

describe('a host that is none', () => {
  it('is refused before anything is done', async () => {
    for (const args of [['run'], ['check'], ['add', 'x.pdf', '--study'], ['watch']]) {
      const refused = await titrate([...args, tinyStudy(2), '--allow-host', 'https://red.example/']);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('--allow-host: expected the name of a host such as www.example.org');
    }
  });
});

describe.skipIf(redisServer === null)('addresses on a fleet', () => {
  it('are fetched by whoever asks for the run, or by a worker that may, and by nobody else', async () => {
    let asked = 0;
    const host = await serve((_, answer) => {
      asked++;
      answer.end('La economía solidaria es otra economía.');
    });
    const redis = await startRedis();
    const study = tinyStudy(4);
    const root = join(study, '..');
    appendFileSync(
      join(study, 'corpus', 'manifest.csv'),
      `http://${host}/a.txt,A,Red 1,civil_society,law,2011,es\n`,
    );
    const worker = startHost({ url: redis.url, root });
    onTestFinished(async () => {
      await worker.stop();
      await redis.stop();
    });
    await ready(worker);
    const run = (...more: string[]) =>
      titrate(['run', study, '--quiet', '--redis', redis.url, '--root', root, ...more]);
    expect((await run()).code).toBe(0);
    expect(tables(study)['documents.csv']).toContain('failed,host_not_allowed');
    expect(asked).toBe(0);

    expect((await run('--allow-private', '--allow-host', host)).code).toBe(0);
    expect(asked).toBe(1);
    const fetched = tables(study);
    expect(fetched['documents.csv']).toContain(`http://${host}/a.txt,ok`);

    rmSync(join(study, '.titrate'), { recursive: true });
    await worker.stop();
    const trusted = startHost({
      url: redis.url,
      root,
      environment: { TITRATE_ALLOW_HOSTS: `x.example ${host}`, TITRATE_ALLOW_PRIVATE: '1' },
    });
    onTestFinished(() => trusted.stop());
    await ready(trusted);
    expect((await run()).code).toBe(0);
    expect(asked).toBe(2);
    expect(tables(study)).toEqual(fetched);
  });
});

import { readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ends, start } from '../support/command.ts';
import { freePort } from '../support/redis.ts';
import { temporaryFolder, tinyStudy } from '../support/tiny.ts';

const username = 'fleet-user';
const password = 'Kennwort-XYZZY-4711';

describe('a fleet that is not there', () => {
  const nowhere = (port: number) => `redis://${username}:${password}@127.0.0.1:${port}`;

  it('is told of at once, without user and password', async () => {
    const study = tinyStudy(2);
    const port = await freePort();
    const environment = { TITRATE_REDIS: nowhere(port), TITRATE_ROOT: realpathSync(tmpdir()) };
    const answers = await Promise.all(
      [
        ['run', study, '--redis'],
        ['attach', study],
        ['queue'],
        ['status', '--redis'],
        ['worker', '--only', 'tag'],
      ].map((args) => ends(args, environment)),
    );
    for (const { code, stdout, stderr } of answers) {
      expect(stderr).toContain(`expected a Redis server that takes us in at redis://127.0.0.1:${port}`);
      expect(stderr).toContain('ECONNREFUSED');
      expect(stderr).not.toMatch(/XYZZY|fleet-user|\n {4}at /);
      expect([code, stdout]).toEqual([2, '']);
    }
  });

  it('is told of where address, root or study are wrong', async () => {
    const study = tinyStudy(2);
    const [root, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const redis = nowhere(1);
    const asked: readonly (readonly [args: string[], expected: string])[] = [
      [
        ['run', study, '--redis', `http://${username}:${password}@host`, '--root', root],
        '--redis: expected an address',
      ],
      [['run', study, '--redis', redis], '--root: expected the folder that all hosts share'],
      [
        ['run', study, '--redis', redis, '--root', join(elsewhere, 'no')],
        '--root: expected a folder, got nothing',
      ],
      [
        ['run', study, '--redis', '--root', root],
        '--redis: expected the address of a Redis server, got none',
      ],
      [['worker', '--redis', redis, '--root', root, '--concurrency', '0'], '--concurrency: expected a whole'],
      [
        ['worker', '--redis', redis, '--root', root, '--metrics-port', 'x'],
        '--metrics-port: expected a whole',
      ],
      [['worker', '--redis', redis, '--root', root, '--only', 'parse'], '--only: expected some of ingest'],
    ];
    const answers = await Promise.all(asked.map(([args]) => ends(args, { TITRATE_REDIS: '' })));
    for (const [place, { code, stderr }] of answers.entries()) {
      expect(stderr).toContain(asked[place]?.[1]);
      expect(stderr).not.toMatch(/\n {4}at /);
      expect(code).toBe(2);
    }
    // Of a password on the command line a person hears, but never reads it.
    expect(answers[1]?.stderr).toContain('the password in --redis can be read by others');
    expect(answers.map(({ stderr }) => stderr).join()).not.toContain('XYZZY');
    const shown = start(['queue', '--redis', redis]);
    await shown.says('can be read by others');
    const line = readFileSync(`/proc/${shown.process.pid}/cmdline`, 'utf8');
    shown.process.kill('SIGKILL');
    expect(line).toMatch(/^titrate/);
    expect(line).not.toContain('XYZZY');
  });
});

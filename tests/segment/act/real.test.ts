import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/extract.ts';
import { silentZones } from '../../../src/model/passage.ts';
import { sha256 } from '../../../src/model/units.ts';
import { segment } from '../../../src/segment/segment.ts';
import { type Gold, truthOf, zoneScores } from '../../support/gold.ts';
import { real } from '../../support/requires.ts';

const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'gold-zones.json');
const golds: readonly Gold[] = JSON.parse(readFileSync(fixture, 'utf8'));

describe.skipIf(real === null)('real documents marked by hand', { timeout: 120_000 }, () => {
  const read = (real === null ? [] : golds).map(async ({ file, sha256: expected, marks, date, agenda }) => {
    const bytes = new Uint8Array(readFileSync(join(real ?? '', file)));
    const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
    expect([file, hash]).toEqual([file, expected]);
    const { value } = await extract(bytes, { file, hash, characters: 50_000_000 });
    if (value === null) throw new Error(`expected a document in ${file}, got none`);
    const { passages, act } = segment(value, { language: null });
    return { file, date, agenda, act, ...truthOf(passages, marks), marks: marks.length };
  });

  it('come out in their zones: nine passages in ten, and what is silenced is rightly so', async () => {
    const documents = await Promise.all(read);
    const rows = documents.flatMap((document) => document.rows);
    const scores = zoneScores(rows.map(({ passage, zone }) => ({ found: passage.zone, zone })));
    const right = rows.filter(({ passage, zone }) => passage.zone === zone).length;
    expect(right / rows.length).toBeGreaterThanOrEqual(0.9);
    for (const [zone, score] of scores) {
      if (score.found >= 10 && zone !== 'body')
        expect([zone, score.right / score.found >= 0.9]).toEqual([zone, true]);
    }
    for (const { passage, zone } of rows)
      if (silentZones.has(passage.zone)) expect(silentZones.has(zone)).toBe(true);
    for (const { marks, lost } of documents) expect(lost / marks).toBeLessThanOrEqual(0.2);
  });

  it('give their speakers, dates and agendas', async () => {
    for (const { file, rows, act, date, agenda } of await Promise.all(read)) {
      const heard = rows.filter(({ passage }) => passage.speaker !== null);
      const right = heard.filter(({ passage, role }) => passage.speaker?.role === role);
      expect([file, right.length >= 0.8 * heard.length]).toEqual([file, true]);
      expect([file, act.date, act.agenda.length]).toEqual([file, date, agenda]);
    }
  });
});

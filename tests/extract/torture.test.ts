import { describe, expect, it } from 'vitest';
import { real } from '../support/requires.ts';
import { isRead, passwords, torture } from './torture.ts';

describe.skipIf(real === null)('98 hard PDFs', { timeout: 300_000 }, () => {
  it('end no process, and are read at least as often as by the better engine alone', async () => {
    const all = await torture(real ?? '', true);
    expect(all).toHaveLength(98);
    expect(all.filter(({ titrate }) => 'killed' in titrate)).toEqual([]);
    const read = (engine: 'titrate' | 'pdfium' | 'pdf-parse') =>
      all.filter((ordeal) => isRead(ordeal[engine])).map(({ name }) => name);
    expect(read('titrate').length).toBeGreaterThanOrEqual(
      Math.max(read('pdfium').length, read('pdf-parse').length),
    );
    const lost = [...read('pdfium'), ...read('pdf-parse')].filter((name) => !read('titrate').includes(name));
    expect(lost).toEqual([]);
    for (const { name, titrate } of all.filter(({ name }) => name in passwords)) {
      expect({ name, titrate }).toMatchObject({ titrate: { codes: expect.any(Array) } });
      expect('codes' in titrate && titrate.codes.join()).not.toMatch(/encrypted|password_wrong/);
    }
  });
});

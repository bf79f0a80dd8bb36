import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFileName } from '../../src/io/source-name.ts';

const name = (
  title: string | null,
  date: string | null = null,
  address = 'http://a.example/x/Acta%20final.pdf',
) => sourceFileName({ title, date, address }, 'pdf');

describe('the name of a source on disk', () => {
  it.each([
    ['Declaración de Río', '2012-06', '2012-06-declaracion-de-rio.pdf'],
    ['../../etc/passwd', null, 'etc-passwd.pdf'],
    ['con', null, 'document.pdf'],
    ['Ünïcödé ﬁne print', null, 'unicode-fine-print.pdf'],
    [null, '2001', '2001-acta-final.pdf'],
    ['会议记录', '2001', '2001-acta-final.pdf'],
  ])('of %j, %j is %s', (title, date, expected) => {
    expect(name(title, date)).toBe(expected);
  });

  it('is never empty', () => {
    expect(name('…', null, 'http://a.example/')).toBe('document.pdf');
  });

  it('is safe on every system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        expect(name(title)).toMatch(/^[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?\.pdf$/);
      }),
    );
  });
});

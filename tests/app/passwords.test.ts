import { describe, expect, it } from 'vitest';
import { passwordOf, proofOf } from '../../src/app/passwords.ts';
import { sha256 } from '../../src/model/units.ts';

describe('the password of a file', () => {
  const passwords = {
    'documents/*.pdf': 'of the folder',
    'documents/acta [1].pdf': 'of one',
    'minutes-*': 'of the name',
    '**/deep/**': 'of the depth',
    'documents/a\u0301.docx': 'composed',
  };
  it.each([
    ['documents/acta [1].pdf', 'of one'],
    ['documents/other.pdf', 'of the folder'],
    ['documents/sub/other.pdf', null],
    ['anywhere/minutes-3.txt', 'of the name'],
    ['anywhere/minutes/3.txt', null],
    ['a/deep/b/c.pdf', 'of the depth'],
    ['documents/\u00e1.docx', 'composed'],
    ['other.pdf', null],
  ])('%s: %s', (file, expected) => {
    expect(passwordOf(passwords, file)).toBe(expected);
  });

  it('is the one under the path itself, whatever glob stands before it', () => {
    expect(passwordOf({ '*': 'a', 'x.pdf': 'b' }, 'x.pdf')).toBe('b');
    expect(passwordOf({ '*': 'a', 'x*': 'b' }, 'x.pdf')).toBe('a');
    expect(passwordOf({}, 'x.pdf')).toBeNull();
  });

  it('is shown to be the same by a proof that differs from file to file', () => {
    const [one, two] = ['1', '2'].map((digit) => sha256(digit.repeat(64))) as [never, never];
    expect(proofOf('x', one)).toBe(proofOf('x', one));
    expect(new Set([proofOf('x', one), proofOf('x', two), proofOf('y', one)]).size).toBe(3);
    expect(proofOf('secret', one)).not.toContain('secret');
  });
});

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../src/text/pseudonym.ts';

const key = Buffer.alloc(32, 7);

describe('a pseudonym', () => {
  it('is the first 40 bits of the keyed hash in signs that nobody mistakes', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const made = pseudonymOf(key)(name);
        expect(made).toMatch(/^person [0-9A-HJKMNP-TV-Z]{8}$/);
        // Read back by Node's own base 32, whose digits are others.
        const digits = [...made.slice(7)].map((sign) =>
          '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(sign).toString(32),
        );
        const hash = createHmac('sha256', key).update(name).digest('hex');
        expect(Number.parseInt(digits.join(''), 32)).toBe(Number.parseInt(hash.slice(0, 10), 16));
      }),
    );
  });

  it('is the same for the same name and key, and another for another', () => {
    const pseudonym = pseudonymOf(key);
    expect(pseudonym('ana garcia')).toBe(pseudonymOf(Buffer.alloc(32, 7))('ana garcia'));
    const others = [
      pseudonym('ana garcia'),
      pseudonym('ana garcía'),
      pseudonymOf(Buffer.alloc(32))('ana garcia'),
    ];
    expect(new Set(others).size).toBe(3);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withItem } from '../../src/io/yaml.ts';

const text = `# a theme
theme: t   # its name
terms:
  en:
    # written by hand
    - { pattern: "a b", why: 'because', yes: ["x y"] } # first

    - pattern: c   # in a block
      why: "of this: and that"
      near:
        of: [d]
        within: sentence
      # left for later
      evidence: here
  es:
    - { pattern: ñ }
more: [1,   2]
`;
const list = ['terms', 'en'];

describe('one item of a YAML list', () => {
  it('changes in braces and leaves the rest of its line', () => {
    const made = withItem(text, { list, at: 0, value: { pattern: 'a "b"', why: 'because', no: ['z'] } });
    expect(made).toBe(
      text.replace(
        `{ pattern: "a b", why: 'because', yes: ["x y"] } # first`,
        `{ pattern: "a \\"b\\"", why: 'because', no: [z] } # first`,
      ),
    );
  });

  it('changes in a block and keeps the comments in it', () => {
    const value = {
      pattern: 'c',
      why: 'so',
      near: { of: ['d', 'e'], within: 3 },
      evidence: 'here',
      status: 'x',
    };
    const made = withItem(text, { list, at: 1, value }) ?? '';
    expect(made).toContain('- pattern: c   # in a block\n      why: so\n');
    expect(made).toContain('# left for later\n      evidence: here\n      status: x\n');
    expect(parse(made).terms.en[1]).toEqual(value);
    expect(made.startsWith(text.slice(0, text.indexOf('- pattern')))).toBe(true);
  });

  it('comes to the end of a list, makes a list, and goes', () => {
    const added = withItem(text, { list, at: 2, value: { pattern: 'new' } }) ?? '';
    expect(added).toBe(text.replace('evidence: here\n', 'evidence: here\n    - { pattern: new }\n'));
    expect(withItem(added, { list, at: 2, value: null })).toBe(text);
    const made = withItem(text, { list: ['terms', 'pt'], at: 0, value: { pattern: 'p' } });
    expect(made).toBe(
      text.replace('    - { pattern: ñ }\n', '    - { pattern: ñ }\n  pt:\n    - { pattern: p }\n'),
    );
  });

  it('is refused where it is written otherwise', () => {
    const value = { pattern: 'a' };
    expect(withItem('terms: { en: [{ pattern: b }] }\n', { list, at: 1, value })).toBeNull();
    expect(withItem('x: &x { pattern: b }\nterms:\n  en:\n    - *x\n', { list, at: 0, value })).toBeNull();
    expect(withItem('terms:\n  en:\n    - pattern: b\n', { list, at: 0, value: null })).toBeNull();
    expect(withItem('terms: 3\n', { list, at: 0, value })).toBeNull();
  });

  it('says what was asked and nothing else, whatever the words', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('yes', 'null', '- a', 'a: b', '#', '1', '{', '*x', '&y', 'ñ: "'),
    );
    const entry = fc.record(
      { pattern: word, why: word, yes: fc.array(word, { maxLength: 3 }) },
      { requiredKeys: ['pattern'] },
    );
    fc.assert(
      fc.property(entry, fc.constantFrom(0, 1, 2), (value, at) => {
        const asked = { ...value };
        const made = withItem(text, { list, at, value: asked });
        if (made === null) throw new Error('expected a text');
        const wanted = parse(text);
        wanted.terms.en.splice(at, 1, asked);
        expect(parse(made)).toEqual(wanted);
        const lines = made.split('\n');
        const kept = text.split('\n').filter((line) => line.trimStart().startsWith('#'));
        expect(kept.every((line) => lines.includes(line))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

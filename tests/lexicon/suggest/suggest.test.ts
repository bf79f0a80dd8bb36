import { describe, expect, it } from 'vitest';
import { type SuggestSettings, suggest } from '../../../src/lexicon/suggest/suggest.ts';
import { foundIn, isTarget } from './make.ts';

const settings: SuggestSettings = {
  isTarget,
  functionWords: new Set(['de', 'la', 'una', 'con', 'las']),
  window: 3,
  least: 3,
  leastDocuments: 2,
  limit: 5,
  lines: 2,
  show: (found) => found,
};

/** Passages with the target always speak of exclusion; those without of the assembly; a synonym stands where terms do. */
const passages = Array.from({ length: 12 }, (_, number) => [
  foundIn(number, `coop 😀 contra pobreza extrema; vive la Exclusión social en barrio${number}`, 0),
  foundIn(number, 'la asamblea de la coop aprobó cuentas', 1),
  foundIn(number, 'coop combate hambre cada noche', 2),
  foundIn(number, 'coop combate miseria cada noche', 3),
]).flat();

describe('suggest', () => {
  const { candidates, target, rest } = suggest(passages, settings);
  const of = (method: string) => candidates.filter((candidate) => candidate.method === method);

  it('puts forward what stands out where the target is, not what hits hold, and not what others hold', () => {
    expect(of('keyness').map(({ words }) => words)).toContain('exclusión social');
    for (const { words, score, target: inside, documents } of of('keyness')) {
      expect(words).not.toMatch(/pobreza|hambre|asamblea|barrio/);
      expect(score).toBeGreaterThan(0);
      expect(inside).toBeGreaterThanOrEqual(3);
      expect(documents).toBe(12);
    }
    // coop contra pobreza extrema vive la exclusión social en barrio; coop combate hambre cada noche.
    expect([target, rest]).toEqual([12 * (10 + 5), 12 * (7 + 5)]);
  });

  it('puts forward what stands beside hits', () => {
    expect(of('collocate').map(({ words }) => words)).toEqual(expect.arrayContaining(['contra']));
    expect(of('collocate').every(({ effect }) => (effect ?? 0) > 0)).toBe(true);
  });

  it('puts forward the synonym that stands where a term does, and names the term', () => {
    const [first] = of('neighbour');
    expect(first).toMatchObject({ words: 'miseria', effect: null });
    expect(first?.near).toMatch(/^a\/x\.es\./);
    expect(first?.score).toBeGreaterThan(0.5);
  });

  it('shows every candidate in lines that say what they say, as many as asked for', () => {
    for (const { words, lines } of candidates) {
      expect(lines.length).toBe(2);
      for (const { hit, left, right, file, passage } of lines) {
        expect(hit.toLowerCase()).toBe(words);
        const found = passages.find((one) => one.file === file && one.passage.id === passage);
        expect(found?.passage.text).toContain(left + hit + right);
      }
    }
  });

  it('finds the words where they have moved, and puts forward nothing that is hidden', () => {
    const hiding = (word: string) =>
      suggest(passages, {
        ...settings,
        show: (found) => ({
          ...found,
          passage: { ...found.passage, text: found.passage.text.replace(word, 'P-1234') },
        }),
      });
    const moved = hiding('😀');
    expect(moved.candidates.map(({ words, score }) => [words, score])).toEqual(
      candidates.map(({ words, score }) => [words, score]),
    );
    for (const { words, lines } of moved.candidates) {
      for (const { hit, left } of lines) {
        expect(hit.toLowerCase()).toBe(words);
        expect(left).not.toContain('😀');
      }
    }
    const gone = hiding('miseria').candidates;
    expect(gone.length).toBeGreaterThan(0);
    expect(JSON.stringify(gone)).not.toContain('miseria');
  });

  it('shows uses in other words before repeats of one sentence', () => {
    const more = [...passages, foundIn(40, 'coop marcha hoy contra toda hambre')];
    const found = suggest(more, { ...settings, limit: 50, lines: 4 }).candidates;
    const contra = found.find(({ words, method }) => words === 'contra' && method === 'collocate');
    expect(contra?.lines.map(({ file }) => file)).toEqual(['0.txt', '40.txt', '1.txt', '2.txt']);
  });

  it('has nothing to say of nothing, and keeps to its limits', () => {
    expect(suggest([], settings).candidates).toEqual([]);
    expect(suggest([foundIn(1, 'coop y nada')], settings).candidates).toEqual([]);
    expect(suggest(passages, { ...settings, limit: 1 }).candidates.length).toBeLessThanOrEqual(3);
    expect(suggest(passages, { ...settings, leastDocuments: 13 }).candidates).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconLanguages } from '../../src/model/passage.ts';
import { stemmers } from '../../src/tag/stems.ts';
import { fold } from '../../src/text/fold.ts';

describe('the stemmers', () => {
  it.each([
    ['en', 'alleviate alleviates alleviated alleviating alleviation'],
    ['en', 'marginalized marginalization'],
    ['es', 'transformar transforma transformó transformación transformaciones transformadora'],
    ['es', 'desocupado desocupados desocupadas desocupación'],
    ['es', 'vulnerable vulnerables vulnerabilidad'],
    ['pt', 'transformar transforma transformação transformações transformadora'],
    ['pt', 'vulnerável vulneráveis vulnerabilidade'],
    ['pt', 'desempregado desempregados desempregada desempregadas'],
  ] as const)('give one stem to the forms of a word (%s): %s', (language, forms) => {
    expect([...new Set(forms.split(' ').map((form) => stemmers[language](form)))]).toHaveLength(1);
  });

  it.each([
    ['es', 'pobre', 'pobló'],
    ['es', 'inclusión', 'iniciar'],
    ['pt', 'renda', 'rede'],
    ['en', 'poverty', 'power'],
  ] as const)('keep different words apart (%s): %s, %s', (language, one, other) => {
    expect(stemmers[language](one)).not.toBe(stemmers[language](other));
  });

  it('take a word without its accents, as scans print it, for the word', () => {
    const words = {
      es: ['erradicación', 'inclusión', 'vivían', 'economía', 'tecnologías', 'género', 'autogestión'],
      pt: [
        'erradicação',
        'inclusão',
        'ações',
        'vulnerável',
        'vulneráveis',
        'assistência',
        'solidária',
        'miséria',
      ],
      en: ['cooperative'],
    };
    for (const language of lexiconLanguages) {
      for (const word of words[language]) {
        const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
        expect([word, stemmers[language](bare)]).toEqual([word, stemmers[language](word)]);
        expect(stemmers[language](bare.toUpperCase())).toBe(stemmers[language](word));
      }
    }
  });

  it('bear any word, and depend on nothing but how it compares', () => {
    const written = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'aeioçñãáéíóúbcdlmnrstqugz'), maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...lexiconLanguages), written, (language, word) => {
        const folded = fold(word, { case: false, accents: false });
        const stem = stemmers[language](word);
        expect(stem).toBe(stemmers[language](folded));
        expect(fold(stem, { case: false, accents: false }).length).toBeLessThanOrEqual(folded.length + 1);
      }),
    );
  });

  it('leave noise of any length alone', () => {
    const noise = 'cion'.repeat(100_000);
    for (const language of lexiconLanguages) expect(stemmers[language](noise)).toHaveLength(noise.length);
  });

  it('load without a word on any stream, a variable, or a global of their own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'titrate-test-'));
    try {
      writeFileSync(join(folder, '.env'), 'TITRATE_TRAP=caught\n');
      const module = JSON.stringify(join(import.meta.dirname, '..', '..', 'src', 'tag', 'stems.ts'));
      const script = `
        const known = new Set(Reflect.ownKeys(globalThis));
        const size = Reflect.ownKeys(String.prototype).length;
        await import(${module});
        const added = Reflect.ownKeys(globalThis).filter((key) => !known.has(key)).map(String);
        if (Reflect.ownKeys(String.prototype).length !== size) added.push('String.prototype');
        if (process.env.TITRATE_TRAP !== undefined) added.push('.env');
        if (added.length > 0) process.stdout.write(added.join());`;
      const all = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
      });
      expect(all).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

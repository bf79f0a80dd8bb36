import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/model/passage.ts';
import { languagesOf } from '../../src/segment/language.ts';
import {
  declarationSources,
  type Labelled as LabelledSentence,
  labelledSentences,
  lengthClasses,
  realSources,
} from '../support/labelled.ts';
import { real } from '../support/requires.ts';
import { labelOf, madeUp } from '../support/sentences.ts';

const spanish = madeUp.es.long[0];
const portuguese = madeUp.pt.long[0];
const english = madeUp.en.long[0];
const french = madeUp.fr.long[0];

type Labelled = { readonly text: string; readonly label: Language };
const keys = ['es', 'pt', 'en', 'gl', 'ca', 'fr', 'it'] as const;
const sentences = (kind: 'long' | 'short'): readonly Labelled[] =>
  keys.flatMap((key) => madeUp[key][kind].map((text) => ({ text, label: labelOf(key) })));
const texts = (items: readonly Labelled[]) => items.map(({ text }) => text);
const labels = (items: readonly Labelled[]) => items.map(({ label }) => label);

describe('languagesOf', () => {
  it('tells a longer sentence alone, whatever the manifest says', () => {
    for (const known of [null, ...languages])
      for (const { text, label } of sentences('long'))
        expect([text, known, languagesOf([text], known)]).toEqual([text, known, [label]]);
  });

  it('tells a short sentence alone', () => {
    for (const { text, label } of sentences('short'))
      expect([text, languagesOf([text], null)]).toEqual([text, [label]]);
  });

  it('tells sentences all in capitals, with accents and without', () => {
    const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
    for (const { text, label } of sentences('long').filter(({ label: of }) => of !== 'other'))
      expect(languagesOf([text.toUpperCase(), bare(text).toUpperCase()], null)).toEqual([label, label]);
    expect(languagesOf(['ATA DA REUNIÃO DOS ESTADOS ASSOCIADOS E DO CONSELHO'], null)).toEqual(['pt']);
    expect(languagesOf(['ACTA DE LA REUNION DE LOS ESTADOS ASOCIADOS Y DEL CONSEJO'], null)).toEqual(['es']);
  });

  it('reads decomposed accents as composed ones', () => {
    for (const { text, label } of [...sentences('long'), ...sentences('short')])
      expect(languagesOf([text.normalize('NFD')], null)).toEqual([label]);
  });

  it('gives texts too short to tell the language of the document', () => {
    expect(languagesOf(['Total', spanish, spanish, 'Introduction'], null)).toEqual(['es', 'es', 'es', 'es']);
    expect(languagesOf(['Total general', 'Agenda'], 'pt')).toEqual(['pt', 'pt']);
  });

  it('leaves the language of the manifest only on strong evidence', () => {
    expect(languagesOf([english, portuguese, spanish, french], 'es')).toEqual(['en', 'pt', 'es', 'other']);
    expect(languagesOf(['Cooperativa Agraria Central, Montevideo', 'Director General'], 'pt')).toEqual([
      'pt',
      'pt',
    ]);
    expect(languagesOf(['Software libre', 'Marketing', 'Presupuesto'], 'es')).toEqual(['es', 'es', 'es']);
  });

  it('takes a manifest that says nothing as no manifest', () => {
    expect(languagesOf([english, 'Total'], 'und')).toEqual(['en', 'en']);
  });

  it('knows a document in another language', () => {
    expect(languagesOf([french, 'Total', french, english], 'other')).toEqual([
      'other',
      'other',
      'other',
      'en',
    ]);
  });

  it('says und where there is no letter, or nothing to tell by', () => {
    expect(languagesOf(['2010 — 2014', '', '…'], 'es')).toEqual(['und', 'und', 'und']);
    expect(languagesOf(['Rosario Peralta', 'X', 'https://example.org/a?b=c'], null)).toEqual([
      'und',
      'und',
      'und',
    ]);
    expect(languagesOf([], null)).toEqual([]);
  });

  it('takes from names, addresses, numbers and code no other language', () => {
    const names = Array.from({ length: 12 }, (_, i) => `Juan Pérez ${i}, María Gómez`).join('; ');
    const hostile = [
      names,
      'Presentes: Wolfgang Müller, Giuseppe Rossi, Jean-Pierre Dupont, John Smith, Xosé Castro',
      'LUIS ALBERTO FERREIRA - JOÃO DA SILVA - MARGARET WHITE - GIOVANNI CONTI',
      'https://www.example.org/the/house/of/the/people?and=the&of=that contact@example.com www.example.net/for/you',
      'if (this_is == that) { return the_value; } else { for_each(item_of, list_to); }',
      '1.250 kg 33 km 17 ha 12,5 % US$ 300 N° 4',
    ];
    for (const known of ['es', 'pt', 'en'] as const)
      expect(languagesOf(hostile, known)).toEqual(hostile.map(() => known));
  });

  it('takes a letter that counts a list or is a bullet for no word', () => {
    const present = [
      'o Members Present: Anna Hill, Mark Stone',
      'a) Members Present: Anna Hill',
      'e. Chair: Mark Stone',
    ];
    expect(languagesOf([english, ...present], 'en')).toEqual(['en', 'en', 'en', 'en']);
  });

  it('follows a document that changes language at every passage, told or not', () => {
    const both = [...sentences('long'), ...sentences('short')].filter(({ label }) => label !== 'other');
    const long = sentences('long').filter(
      ({ text }) => !(madeUp.gl.long as readonly string[]).includes(text),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.constantFrom(...both), { minLength: 1, maxLength: 30 }),
          fc.array(fc.constantFrom(...long), { minLength: 1, maxLength: 30 }),
        ),
        fc.constantFrom(null, ...languages),
        (items, known) => {
          expect(languagesOf(texts(items), known)).toEqual(labels(items));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes Galician for another language in a document of Spanish', () => {
    const [first = '', second = ''] = madeUp.gl.long;
    expect(languagesOf([spanish, first, spanish, spanish, second, spanish], 'es')).toEqual([
      ...['es', 'other', 'es', 'es', 'other', 'es'],
    ]);
  });

  it('gives what has no words of its own the language of both passages beside it', () => {
    const part = (text: string) => [text, 'Anexo II', text, '3.1 Total', text];
    expect(languagesOf([...part(spanish), ...part(portuguese), ...part(english)], null)).toEqual([
      ...part('es').map(() => 'es'),
      ...part('pt').map(() => 'pt'),
      ...part('en').map(() => 'en'),
    ]);
  });

  it('tells other scripts, and languages that it has no table for, from es, pt and en', () => {
    const other = [
      'Кооператив вчера решил, что новые члены будут платить только половину взноса в первый год.',
      '合作社昨天决定新社员在第一年只需缴纳一半的会费并参加每月的会议',
      'قررت التعاونية أمس أن يدفع الأعضاء الجدد نصف الرسوم فقط خلال السنة الأولى',
      'Die Genossenschaft hat gestern beschlossen, dass neue Mitglieder im ersten Jahr nur die Hälfte des Beitrags zahlen.',
      'De coöperatie heeft gisteren besloten dat nieuwe leden in het eerste jaar slechts de helft van de bijdrage betalen.',
    ];
    for (const text of other) expect([text, languagesOf([text], null)]).toEqual([text, ['other']]);
  });

  it('says und of a text exactly where it has no letter, once the document is told', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 8 }),
        fc.constantFrom('es' as const, 'pt' as const, 'en' as const, 'other' as const),
        (found, known) => {
          const told = languagesOf(found, known);
          expect(told).toHaveLength(found.length);
          found.forEach((text, i) => {
            if (!/\p{L}/u.test(text)) expect(told[i]).toBe('und');
            else expect(told[i]).not.toBe('und');
          });
        },
      ),
    );
  });

  it('is not moved by texts without letters between the passages', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences('short')), { maxLength: 12 }), (items) => {
        const spread = items.flatMap(({ text }) => ['— 12 —', text]);
        expect(languagesOf(spread, null).filter((_, i) => i % 2 === 1)).toEqual(
          languagesOf(texts(items), null),
        );
      }),
    );
  });

  it('reads texts of any size, without spaces or with nothing but one word', () => {
    const vast = [
      spanish.repeat(5000),
      'ñ'.repeat(200_000),
      'a '.repeat(100_000),
      '@'.repeat(100_000),
      '漢'.repeat(50_000),
    ];
    expect(languagesOf(vast, 'es').slice(0, 1)).toEqual(['es']);
    expect(languagesOf(vast, null).at(-1)).toBe('other');
  });
});

/** The bars of the length classes, for every language of the sentences alone; es and pt are never mixed up. */
function holdBars(found: readonly LabelledSentence[], least: number): void {
  for (const length of lengthClasses.filter(({ bar }) => bar > 0))
    for (const label of ['es', 'pt', 'en', 'other'] as const) {
      const told = found
        .filter((item) => item.label === label && item.words >= length.least && item.words <= length.most)
        .map(({ text }) => languagesOf([text], null)[0]);
      expect(told.length).toBeGreaterThanOrEqual(least);
      const right = told.filter((one) => one === label).length;
      expect([label, length.name, right / told.length >= length.bar]).toEqual([label, length.name, true]);
      if (label === 'es') expect(told).not.toContain('pt');
      if (label === 'pt') expect(told).not.toContain('es');
    }
}

describe('languagesOf on the declaration of human rights', () => {
  it('holds the bars, each sentence alone', async () => {
    const sources = declarationSources().filter(({ parallel }) => parallel);
    holdBars(await labelledSentences(sources, 150), 20);
  });
});

describe.skipIf(real === null)('languagesOf on real documents', { timeout: 120_000 }, () => {
  it('holds the bars on parallel texts, each sentence alone', async () => {
    const sources = realSources(real ?? '').filter(({ parallel }) => parallel);
    holdBars(await labelledSentences(sources, 150), 50);
  });

  it('follows a debate whose sentences stand in es and pt by turns', async () => {
    const debate = await labelledSentences(
      realSources(real ?? '').filter(({ source, label }) => source === 'debate' && label !== 'en'),
      100,
    );
    const spanish = debate.filter(({ label }) => label === 'es');
    const portuguese = debate.filter(({ label }) => label === 'pt');
    const turns = spanish.flatMap((item, i) => [item, ...portuguese.slice(i, i + 1)]);
    for (const known of [null, 'es', 'pt'] as const) {
      const told = languagesOf(texts(turns), known);
      const wrong = turns.filter(({ label }, i) => told[i] !== label);
      expect(wrong.length / turns.length).toBeLessThanOrEqual(0.01);
    }
  });
});

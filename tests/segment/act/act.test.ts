import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAct } from '../../../src/segment/act/act.ts';
import { codePointLength, sliceCodePoints } from '../../../src/text/codepoints.ts';
import { passagesOf, trueActs } from '../../support/acts.ts';

describe('reading an act', () => {
  for (const truth of trueActs) {
    it(`finds every zone, speaker, fact and person of the ${truth.name}`, () => {
      const { passages, act } = readAct(truth.passages);
      const shown = passages.map(({ zone, speaker, text }) => `${zone} ${speaker?.role ?? '-'} | ${text}`);
      expect(shown).toEqual(
        truth.passages.map(({ text }, i) => `${truth.zones[i]} ${truth.speakers[i] ?? '-'} | ${text}`),
      );
      const { people, ...facts } = truth.act;
      const agenda = act.agenda.map((title) => title.toLowerCase());
      expect({ ...act, agenda }).toMatchObject({
        ...facts,
        agenda: (facts.agenda ?? []).map((title) => title.toLowerCase()),
      });
      const named = new Set(act.persons.map(({ name }) => name));
      for (const one of people) expect([one, named.has(one)]).toEqual([one, true]);
    });
  }

  it('names each person where the text does, to the code point', () => {
    for (const { passages } of trueActs) {
      const texts = new Map(passages.map(({ id, text }) => [id, text]));
      for (const { name, passage, start, end } of readAct(passages).act.persons)
        expect(sliceCodePoints(texts.get(passage) ?? '', start, end)).toBe(name);
    }
  });

  it('counts persons and quotations in code points behind characters beyond the basic plane', () => {
    const texts = [
      '# Acta N.º 3/2010',
      '# ASISTENTES',
      '😀😀 Clara Montiel (Valdoria)',
      '# ORDEN DEL DÍA',
      '- 1. Apertura',
    ];
    const said = '😀 nota. La delegación de Ostrania dijo que el río baja.';
    const { passages, act } = readAct(passagesOf([...texts, said], 'es'));
    const [person] = act.persons;
    expect(sliceCodePoints(texts[2] ?? '', person?.start ?? 0, person?.end ?? 0)).toBe('Clara Montiel');
    const [quote] = passages.at(-1)?.quotations ?? [];
    expect(sliceCodePoints(said, quote?.start ?? 0, quote?.end ?? 0)).toBe('el río baja');
  });

  it('leaves prose that only mentions acts, meetings and people as body, without speaker', () => {
    const prose = [
      '# La economía popular en el sur',
      'La feria presente en cada barrio decide lo que se siembra, y el acta de nacimiento de la idea es vieja.',
      'Visto desde el río, el pueblo parece dormido. Artículo de prensa y decreto van juntos en la memoria.',
      '# Objetivos',
      'Los objetivos de la gente son pocos.',
    ];
    const { passages, act } = readAct(passagesOf(prose, 'es'));
    expect(passages.map(({ zone, speaker }) => [zone, speaker])).toEqual(prose.map(() => ['body', null]));
    expect(act).toEqual({
      kind: null,
      body: null,
      number: null,
      place: null,
      date: null,
      agenda: [],
      persons: [],
    });
  });

  it('keeps footnotes, and changes nothing but zone, speaker and quotations', () => {
    const [note, ...rest] = passagesOf(
      ['1 Véase el acta.', '# VISTO', 'El Tratado', '# DECIDE', 'Artículo 1.- Crear'],
      'es',
    );
    if (note === undefined) throw new Error('expected a passage, got none');
    const given = [{ ...note, zone: 'footnote' as const }, ...rest];
    const { passages } = readAct(given);
    expect(passages.map(({ zone }) => zone)).toEqual([
      'footnote',
      'recital',
      'recital',
      'operative',
      'operative',
    ]);
    expect(passages.map((one) => ({ ...one, zone: '', speaker: null, quotations: [] }))).toEqual(
      given.map((one) => ({ ...one, zone: '', speaker: null, quotations: [] })),
    );
  });

  it('takes any passages in any order, with every span inside its text', () => {
    const lines = trueActs.flatMap(({ passages }) => passages.map(({ text }) => text));
    const noise = fc.string({ unit: 'grapheme', maxLength: 60 });
    const texts = fc.array(fc.oneof(fc.constantFrom(...lines), noise), { maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.constantFrom('es', 'pt', 'en', 'und' as const), (some, language) => {
        const given = passagesOf(some, language as 'es');
        const { passages, act } = readAct(given);
        expect(passages.map(({ text }) => text)).toEqual(given.map(({ text }) => text));
        const spans = [
          ...passages.flatMap(({ text, quotations }) => quotations.map((one) => ({ ...one, text }))),
          ...act.persons.map((one) => ({
            ...one,
            text: given.find(({ id }) => id === one.passage)?.text ?? '',
          })),
        ];
        for (const { start, end, text } of spans) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(codePointLength(text));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('silences no article that orders more than its publication, and names who signs it', () => {
    const lines = [
      '# Decreto 12/2004',
      'VISTO la Ley Nº 3, y',
      '# CONSIDERANDO:',
      'Que hace falta.',
      '# EL PRESIDENTE DE OSTRANIA DECRETA:',
    ];
    const orders =
      '**Art. 1º -** Créase un fondo. Art. 2º — Comuníquese, publíquese y archívese. — ARRIETA. — Ana M. Soto.';
    const closes = 'Art. 2º — Comuníquese, publíquese y archívese. — ARRIETA. — Ana M. Soto.';
    const zoneOf = (last: string) => readAct(passagesOf([...lines, last], 'es')).passages.at(-1)?.zone;
    expect(zoneOf(orders)).toBe('operative');
    expect(zoneOf(closes)).toBe('signature');
    const { persons } = readAct(passagesOf([...lines, closes], 'es')).act;
    expect(persons.map(({ name }) => name)).toEqual(['ARRIETA', 'Ana M. Soto']);
  });

  it('reads nothing from nothing', () => {
    expect(readAct([]).passages).toEqual([]);
  });
});

describe('texts with accents apart', () => {
  it('are read as those with composed ones, with places in the text as it is', () => {
    for (const { passages, language } of trueActs) {
      const apart = passages.map(({ text, form }) => ({ form, text: text.normalize('NFD') }));
      const given = passagesOf(
        apart.map(({ text }) => text),
        language,
      ).map((one, i) => ({ ...one, form: apart[i]?.form ?? one.form }));
      const read = readAct(given);
      expect(read.passages.map(({ zone }) => zone)).toEqual(
        readAct(passages).passages.map(({ zone }) => zone),
      );
      const texts = new Map(given.map(({ id, text }) => [id, text]));
      for (const { name, passage, start, end } of read.act.persons)
        expect(sliceCodePoints(texts.get(passage) ?? '', start, end)).toBe(name.normalize('NFD'));
    }
  });
});

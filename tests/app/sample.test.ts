import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCodings } from '../../src/app/coded.ts';
import { adjudicationSheets, takeIn } from '../../src/app/codings.ts';
import { correctionsOf } from '../../src/app/corrections.ts';
import { observed } from '../../src/app/observed.ts';
import { drawSample } from '../../src/app/sample.ts';
import type { SampleRequest, SampleSource } from '../../src/app/sampling.ts';
import type { StudyInput } from '../../src/app/study.ts';
import { openDatabase } from '../../src/io/database.ts';
import type { CodingAct, Sample } from '../../src/model/coding.ts';
import type { Lexicon, LexiconSource } from '../../src/model/lexicon.ts';
import type { StudyDatabase } from '../../src/model/ports.ts';
import { offset, sha256 } from '../../src/model/units.ts';
import { textDigest } from '../../src/validate/read.ts';
import { made, type Written } from '../io/make.ts';
import { measured } from '../support/codings.ts';
import { dilution, plainStudy } from '../support/study.ts';
import { temporaryFolder } from '../support/tiny.ts';

const object = { words: 'cooperativas', theme: 'objects', layer: 'object' as const };
const paradigm = { words: 'otra economía', theme: 'paradigm' };
const poverty = { words: 'pobreza', theme: 'poverty' };
const place = (number: number) =>
  ` Nota ${'abcdefghij'.charAt(number % 10)}${'klmnopqrst'.charAt(Math.floor(number / 10))}.`;

const passagesOf = (document: number): readonly Written[] => [
  { text: `Las cooperativas son otra economía.${place(document)}`, marks: [object, paradigm] },
  { text: `Las cooperativas alivian la pobreza.${place(document)}`, marks: [object, poverty] },
  {
    text: `Las cooperativas, otra economía, y la pobreza.${place(document)}`,
    marks: [object, paradigm, poverty],
  },
  {
    text: `Las cooperativas se reúnen con Ana Pérez en la Liga del Sur el 3 de mayo de 2009.${place(document)}`,
    marks: [object],
  },
  {
    text: `La lluvia cae sobre la pobreza.${place(document)}`,
    marks: [{ ...poverty, blocked: 'no_object' }],
  },
  { text: `El acta se lee.${place(document)}` },
];

const lexicon: Lexicon = {
  hash: sha256('a'.repeat(64)),
  terms: [],
  measured,
  actors: [{ id: 'liga', name: 'Liga del Sur', country: null, parent: null, aliases: ['LDS'] }],
  overlap: 'layer',
  speech: {},
};

/** A study of so many documents, half of them on either side; every fifth is of a donor, who is not compared. */
function source(documents = 20, earlier: readonly Sample[] = []): SampleSource {
  const database = openDatabase(join(temporaryFolder(), 'study.sqlite'));
  onTestFinished(() => database.close());
  const rows = Array.from({ length: documents }, (_, at) => {
    const voice = at % 5 === 4 ? 'donor' : at % 2 === 0 ? 'civil_society' : 'regional_body';
    const institution = at % 2 === 0 ? 'Red Uno' : 'Liga del Sur';
    const { keys, receipt, results, row } = made(`documents/${at}.txt`, passagesOf(at), {
      voice,
      institution,
      date: '2009',
    });
    const passages = results.passages.passages;
    const meeting = passages[3];
    if (meeting === undefined) throw new Error('expected a fourth passage');
    const start = meeting.text.indexOf('Ana Pérez');
    const person = {
      name: 'Ana Pérez',
      of: null,
      passage: meeting.id,
      start: offset(start),
      end: offset(start + 9),
    };
    const act = { ...results.passages.act, persons: [person] };
    database.index(keys, receipt, { ...results, passages: { ...results.passages, act } });
    return row;
  });
  database.setCorpus(rows);
  return {
    study: { file: plainStudy, lexicon, claims: [dilution] },
    codebook: { themes: [], categories: {} } as unknown as LexiconSource,
    database,
    earlier,
    now: new Date('2026-01-01T00:00:00Z'),
  };
}

const request: SampleRequest = {
  sample: 'sample-1',
  extends: null,
  budget: { perSide: 20 },
  coders: ['ana', 'ben'],
  codes: [],
  seed: 7,
};

describe('drawSample', () => {
  it('draws from every stratum of the compared sides, with the chance that it says', () => {
    const { sample } = drawSample(request, source());
    const { design, keys } = sample;
    expect(design.strata).toHaveLength(10);
    expect(design.strata.reduce((sum, { size }) => sum + size, 0)).toBe(16 * 6);
    for (const { side, pattern, size, drawn } of design.strata) {
      const own = keys.filter((key) => key.side === side && key.pattern === pattern);
      expect(own).toHaveLength(drawn);
      expect(drawn).toBeGreaterThanOrEqual(2);
      for (const { probability } of own) expect(probability).toBe(drawn / size);
    }
    expect(keys).toHaveLength(40);
    expect(new Set(keys.map(({ passage }) => passage)).size).toBe(40);
    // Chances weigh what was drawn to all that there is.
    expect(keys.reduce((sum, { probability }) => sum + 1 / probability, 0)).toBeCloseTo(16 * 6, 9);
  });

  it('shows coders texts alone: no name, institution, date, file, side or pattern', () => {
    const { sample, sheets } = drawSample(request, source());
    for (const sheet of sheets) {
      const written = JSON.stringify(sheet.rows);
      expect(written).not.toMatch(/Liga|Pérez|2009|mayo|documents|civil|regional|claimed|probability/);
      expect(sheet.rows.some(({ text }) => text.includes('[PERSON 1] en la [INSTITUTION] el [DATE]'))).toBe(
        true,
      );
      const order = sample.keys
        .filter(({ item }) => sheet.rows.some((row) => row.item === item))
        .map(({ item }) => item);
      expect(sheet.rows.map(({ item }) => item)).not.toEqual(order);
      expect(sheet.rows.map(({ item }) => item)).not.toEqual(order.toSorted());
    }
  });

  it('draws the same with the same seed, and something else with another', () => {
    const passages = (seed: number) =>
      drawSample({ ...request, seed }, source()).sample.keys.map(({ passage }) => passage);
    expect(passages(7)).toEqual(passages(7));
    expect(passages(8)).not.toEqual(passages(7));
    expect(drawSample(request, source())).toEqual(drawSample(request, source()));
  });

  it('takes everything of a corpus that is smaller than what is asked', () => {
    const { sample } = drawSample({ ...request, budget: null }, source(4));
    expect(sample.keys).toHaveLength(24);
    expect(sample.keys.every(({ probability }) => probability === 1)).toBe(true);
  });

  it('adds to a sample without drawing anything twice', () => {
    const first = drawSample(request, source()).sample;
    const more = { ...request, sample: 'sample-2', extends: 'sample-1', budget: { perSide: 30 } };
    const second = drawSample(more, source(20, [first])).sample;
    const both = [...first.keys, ...second.keys];
    expect(both).toHaveLength(60);
    expect(new Set(both.map(({ passage }) => passage)).size).toBe(60);
    expect(new Set(both.map(({ item }) => item)).size).toBe(60);
    expect(() => drawSample({ ...more, extends: 'sample-9' }, source(20, [first]))).toThrow(
      /--extend: expected a sample of this study \(sample-1\), got "sample-9"/,
    );
    expect(() => drawSample({ ...more, sample: 'sample-3' }, source(20, [first, second]))).toThrow(
      /nothing extends yet/,
    );
    expect(() => drawSample(more, source(21, [first]))).toThrow(
      /expected the corpus and lexicons that sample-1 was drawn with/,
    );
  });

  it('says that there is nothing to draw', () => {
    expect(() => drawSample(request, source(0))).toThrow(
      /expected passages on the sides that are compared, got none/,
    );
  });
});

describe('loadCodings', () => {
  const load = (of: SampleSource, samples: readonly Sample[], log: readonly CodingAct[]) =>
    loadCodings({ ...of.study, codings: { samples, log } }, of.database);

  function coded(of: SampleSource, sample: Sample, change: Partial<CodingAct> = {}): readonly CodingAct[] {
    return sample.keys.flatMap(({ item, passage, pattern, coders }) =>
      coders.map((coder): CodingAct => {
        const codes = pattern === 'neither' ? { SSE: '0' } : { SSE: '1', NEP: '1', ADD: '0', PE: '0' };
        const at = of.now.toISOString();
        const who = { origin: 'human', role: 'coder', coder } as const;
        return {
          at,
          act: 'code',
          ...who,
          sample: 'sample-1',
          item,
          passage,
          codes,
          from: 'a.csv',
          ...change,
        };
      }),
    );
  }

  it('gives final codes beside what the lexicon says, whose weights make up the corpus', () => {
    const of = source();
    const { sample } = drawSample(request, of);
    const { passages, measured: found, problems } = load(of, [sample], coded(of, sample));
    expect(problems).toEqual([]);
    expect(passages).toHaveLength(40);
    expect(found).toHaveLength(40);
    expect(passages.reduce((sum, { probability }) => sum + 1 / probability, 0)).toBeCloseTo(96, 9);
    for (const { pattern, predicted, truth } of passages) {
      expect(predicted['NEP']).toBe(pattern === 'claimed' || pattern === 'both' ? 1 : 0);
      expect(truth['NEP']).toBe(pattern === 'neither' ? 0 : 1);
    }
  });

  it('says which codings are of passages that are gone, and that the corpus is another', () => {
    const { sample } = drawSample(request, source());
    const smaller = source(10);
    const { passages, problems } = load(smaller, [sample], coded(smaller, sample));
    const gone = problems.filter(({ code }) => code === 'coded_passage_gone');
    expect(gone.length + passages.length).toBe(40);
    expect(gone.length).toBeGreaterThan(0);
    expect(problems.map(({ code }) => code)).toContain('population_changed');
  });

  it('takes no simulation for people in a study of real documents, and says so in a made-up one', () => {
    const of = source();
    const { sample } = drawSample(request, of);
    const log = coded(of, sample, { origin: 'simulated' });
    expect(load(of, [sample], log).passages).toEqual([]);
    expect(load(of, [sample], coded(of, sample, { origin: 'machine' })).passages).toEqual([]);
    const file = { ...plainStudy, synthetic: { statement: 'made up' } };
    const made = load({ ...of, study: { ...of.study, file } }, [sample], log);
    expect(made.passages).toHaveLength(40);
    expect(made.problems).toEqual([{ code: 'codings_simulated', file: 'codings/sample-1', items: 40 }]);
    const context = { study: of.study, samples: [sample], revise: false, now: of.now };
    expect(() => takeIn([], [], { ...context, origin: 'simulated' })).toThrow(
      /expected human or machine in a study of real documents/,
    );
  });

  it('is nothing without samples', () => {
    const of = source(4);
    expect(load(of, [], [])).toMatchObject({
      passages: [],
      undecidable: [],
      codes: [],
      strata: [],
      problems: [],
      judged: [],
      measured: [],
      open: new Map(),
    });
  });

  const deciding = (of: SampleSource, samples: readonly Sample[]) => ({ ...of, samples, pseudonym: null });

  it('gives whoever decides the words that coders had, of a sample drawn while sheets had names or pseudonyms', () => {
    const of = source();
    const { sample } = drawSample({ ...request, budget: null }, of);
    const [meeting] = sample.keys.filter(({ pattern }) => pattern === 'anchor');
    const decided = (said: string | null) => {
      const text = said?.replace(
        '.',
        `. ${place(Number(/(\d+)\.txt$/.exec(meeting?.file ?? '')?.[1])).trim()}`,
      );
      const keys = sample.keys.map((key) =>
        key.item === meeting?.item && text !== undefined ? { ...key, text: textDigest(text) } : key,
      );
      const drawn = { ...sample, keys };
      const log = coded(of, drawn).map((act) =>
        act.item === meeting?.item ? { ...act, codes: { ...act.codes, NEP: '?' } } : act,
      );
      const pseudonym = said?.includes('person X') ? () => 'person X' : null;
      const [sheet] = adjudicationSheets('carla', log, ['human'], { ...deciding(of, [drawn]), pseudonym });
      return sheet?.rows[0]?.text;
    };
    const words = (person: string) =>
      `Las cooperativas se reúnen con ${person} en la [INSTITUTION] el [DATE].`;
    expect(decided(null)).toContain(words('[PERSON 1]'));
    expect(decided(words('Ana Pérez'))).toContain(words('Ana Pérez'));
    expect(decided(words('person X'))).toContain(words('person X'));
    // Of what fits nothing that was ever shown, nobody's name is shown.
    expect(decided(words('Eva Gómez'))).toContain(words('[PERSON 1]'));
  });

  it('corrects with what nobody can decide left out, and counted in either way by whose it is', () => {
    const of = source();
    const { sample } = drawSample(request, of);
    const own = sample.keys.filter(({ pattern }) => pattern === 'claimed');
    const unsure = (['source', 'policy'] as const).flatMap(
      (side) => own.find((key) => key.side === side) ?? [],
    );
    const decided = unsure.map(
      ({ item, passage }): CodingAct => ({
        at: of.now.toISOString(),
        act: 'code',
        origin: 'human',
        role: 'adjudicator',
        coder: 'carla',
        sample: 'sample-1',
        item,
        passage,
        codes: { SSE: '1', NEP: '?', ADD: '0', PE: '0' },
        from: 'a.csv',
      }),
    );
    const log = [...coded(of, sample), ...decided];
    const study = { ...of.study, codings: { samples: [sample], log } } as unknown as StudyInput;
    const database = of.database as StudyDatabase;
    const rows = [...observed(plainStudy, database)];
    const { corrections } = correctionsOf(study, rows, database);
    const undecidable = corrections?.undecidable;
    expect(undecidable?.count(['NEP', 'PE'])).toBe(2);
    expect(undecidable?.count(['PE', 'ADD'])).toBe(0);
    const total = (from: typeof corrections, voice: string) =>
      rows
        .filter((row) => row.voice === voice)
        .reduce(
          (sum, row) => sum + (from?.presence(row.document, row.language, 'NEP') ?? row.presence['NEP'] ?? 0),
          0,
        );
    for (const [side, voice] of [
      ['source', 'civil_society'],
      ['policy', 'regional_body'],
    ] as const) {
      const left = sample.keys.filter((key) => key.side === side && key.pattern === 'claimed');
      const size =
        sample.design.strata.find((one) => one.side === side && one.pattern === 'claimed')?.size ?? 0;
      const as = (isHeld: boolean) =>
        total(undecidable?.as((code, at) => code === 'NEP' && at.voice === voice && isHeld) ?? null, voice);
      // Of the stratum every coded passage has it: left out all of it does, counted in all but the share of one.
      expect(total(corrections, voice)).toBeCloseTo(as(true), 9);
      expect(as(true) - as(false)).toBeCloseTo(size / left.length, 9);
    }
  });

  it('gives whoever decides what coders differ on, in the same blind words', () => {
    const of = source();
    const { sample, sheets } = drawSample(request, of);
    const [first] = sample.keys.filter(({ pattern }) => pattern === 'claimed');
    const log = coded(of, sample).map((act) =>
      act.item === first?.item && act.coder === 'ben'
        ? { ...act, codes: { ...act.codes, NEP: '?' }, note: 'hm' }
        : act,
    );
    const [sheet, ...others] = adjudicationSheets('carla', log, ['human'], deciding(of, [sample]));
    expect(others).toEqual([]);
    expect(sheet?.rows.map(({ item }) => item)).toEqual([first?.item]);
    expect(sheet?.rows[0]?.said).toBe('ana: SSE 1, NEP 1, ADD 0, PE 0\nben: SSE 1, NEP ?, ADD 0, PE 0 (hm)');
    const shown = sheets.flatMap(({ rows }) => rows).find(({ item }) => item === first?.item);
    expect(sheet?.rows[0]?.text).toBe(shown?.text);
    expect(adjudicationSheets('carla', [], ['human'], deciding(of, [sample]))).toEqual([]);
  });
});

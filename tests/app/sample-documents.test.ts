import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadDocuments } from '../../src/app/coded-documents.ts';
import { takeIn } from '../../src/app/codings.ts';
import { documentCorrections } from '../../src/app/document-corrections.ts';
import { drawSample } from '../../src/app/sample.ts';
import { drawDocuments, type WholeSource } from '../../src/app/sample-documents.ts';
import { openDatabase } from '../../src/io/database.ts';
import type { CodingAct, CodingSheet, Sample, SheetRow } from '../../src/model/coding.ts';
import type { Lexicon, LexiconSource } from '../../src/model/lexicon.ts';
import { sha256 } from '../../src/model/units.ts';
import { latestChain } from '../../src/validate/coded.ts';
import { made, type Written } from '../io/make.ts';
import { measured } from '../support/codings.ts';
import { dilution, plainStudy } from '../support/study.ts';
import { temporaryFolder } from '../support/tiny.ts';

const lexicon: Lexicon = {
  hash: sha256('a'.repeat(64)),
  terms: [],
  measured,
  actors: [],
  overlap: 'layer',
  speech: {},
};
const passagesOf = (at: number): readonly Written[] =>
  Array.from({ length: 2 + (at % 3) }, (_, place) => ({
    text: `Texto ${'abcdefghijklmnopqrstuvwxyz'.charAt(at)} de la Liga, parte ${'uvwxyz'.charAt(place)}.`,
  }));

/** So many documents, the last two of a body of the main projects; every third defines what it speaks of. */
function source(
  documents = 20,
  earlier: readonly Sample[] = [],
  voiceOfProjects = 'regional_body',
): WholeSource {
  const database = openDatabase(join(temporaryFolder(), 'study.sqlite'));
  onTestFinished(() => database.close());
  const rows = Array.from({ length: documents }, (_, at) => {
    const isProject = at >= documents - 2;
    const voice = isProject ? voiceOfProjects : at % 2 === 0 ? 'civil_society' : 'regional_body';
    const institution = isProject ? 'COSIPLAN' : at % 2 === 0 ? 'Red Uno' : 'Liga';
    const { keys, receipt, results, row } = made(`documents/${at}.txt`, passagesOf(at), {
      voice,
      institution,
    });
    const totals = results.tags.totals.map((one) => ({ ...one, presence: { DEF: at % 3 === 0 ? 1 : 0 } }));
    database.index(keys, receipt, { ...results, tags: { ...results.tags, totals } });
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

const request = {
  sample: 'sample-1',
  extends: null,
  budget: { perSide: 6 },
  coders: ['ana', 'ben'],
  seed: 7,
};

/** A sheet as it comes back: every row coded by its item. */
function returned(
  sheet: CodingSheet,
  codesOf: (item: string) => Readonly<Record<string, string>>,
): { readonly file: string; readonly rows: readonly SheetRow[] } {
  return {
    file: `${sheet.coder}.csv`,
    rows: sheet.rows.map(({ item, text }, at) => ({
      row: at + 2,
      cells: {
        item,
        text,
        note: '',
        coder: sheet.coder,
        role: sheet.role,
        sample: sheet.sample,
        ...Object.fromEntries(
          Object.entries(codesOf(item)).map(([code, value]) => [code.toLowerCase(), value]),
        ),
      },
    })),
  };
}

const wholes = ({ keys }: Sample) => Map.groupBy(keys, ({ document }) => document);

describe('drawDocuments', () => {
  it('draws whole documents from every stratum with the chance that it says', () => {
    const { sample } = drawDocuments(request, source());
    const { design } = sample;
    expect(design).toMatchObject({ unit: 'documents', object: 'SSE' });
    expect(design.columns.map(({ code }) => code)).toEqual(['SSE', 'H2B_SUBSTANTIVE', 'DEF']);
    expect(design.strata.reduce((sum, { size }) => sum + size, 0)).toBe(20);
    expect(design.strata.map(({ pattern }) => pattern)).toContain('anchor');
    const drawn = [...wholes(sample).values()];
    for (const { side, pattern, size, drawn: many } of design.strata) {
      const own = drawn.filter(([key]) => key?.side === side && key.pattern === pattern);
      expect(own).toHaveLength(many);
      for (const keys of own) for (const { probability } of keys) expect(probability).toBe(many / size);
    }
    expect(drawn.reduce((sum, [key]) => sum + 1 / (key?.probability ?? 0), 0)).toBeCloseTo(20, 9);
  });

  it('gives a coder all passages of a document, one after the other, and documents in no order', () => {
    const { sample, sheets } = drawDocuments(request, source());
    const texts = new Map(sheets.flatMap(({ rows }) => rows.map(({ item, text }) => [item, text])));
    for (const [, keys] of wholes(sample)) {
      expect(new Set(keys.map(({ coders }) => coders.join())).size).toBe(1);
      const ordered = keys.toSorted((a, b) => (a.item < b.item ? -1 : 1));
      expect(ordered.map(({ item }) => texts.get(item)?.at(-2))).toEqual([...'uvwxyz'].slice(0, keys.length));
    }
    for (const { rows, coder } of sheets) {
      const documents = rows.map(({ item }) => item.slice(0, 6));
      const changes = documents.filter((one, at) => one !== documents[at - 1]).length;
      expect(changes).toBe(new Set(documents).size);
      expect(rows).toHaveLength(sample.keys.filter(({ coders }) => coders.includes(coder)).length);
      expect(JSON.stringify(rows)).not.toMatch(/Liga|documents|regional|DEF/);
    }
    expect(sheets[0]?.instructions[0]?.lines.join(' ')).toContain('You get whole documents');
    expect(sheets[0]?.columns.find(({ code }) => code === 'H2B_SUBSTANTIVE')?.hint).toMatch(
      /a target, a budget/,
    );
  });

  it('draws the same with the same seed, adds to itself alone, and leaves samples of passages alone', () => {
    expect(drawDocuments(request, source())).toEqual(drawDocuments(request, source()));
    const first = drawDocuments(request, source()).sample;
    const more = { ...request, sample: 'sample-2', extends: 'sample-1', budget: { perSide: 9 } };
    const second = drawDocuments(more, source(20, [first])).sample;
    const both = [...wholes(first).keys(), ...wholes(second).keys()];
    expect(new Set(both).size).toBe(both.length);
    expect(both.length).toBe(second.design.strata.reduce((sum, { drawn }) => sum + drawn, 0));
    expect(latestChain([first, second], [], 'documents')).toEqual([first, second]);
    expect(latestChain([first, second], [])).toEqual([]);
    const passages = { ...request, codes: [], extends: 'sample-1', sample: 'sample-3' };
    expect(() => drawSample(passages, source(20, [first]))).toThrow(
      /expected a sample of this study \(none\)/,
    );
  });

  it('says that nothing is asked of documents, or that there are none', () => {
    const of = source();
    const claims = [{ ...dilution, hypotheses: dilution.hypotheses.filter(({ id }) => id === 'H1') }];
    expect(() => drawDocuments(request, { ...of, study: { ...of.study, claims } })).toThrow(
      /--documents: expected a hypothesis about documents/,
    );
    expect(() => drawDocuments(request, source(0))).toThrow(/expected documents on the sides/);
  });
});

describe('documents that came back coded', () => {
  const truth = { SSE: '1', H2B_SUBSTANTIVE: '0', DEF: '0' };

  function coded(of: WholeSource, codesOf: (item: string) => Readonly<Record<string, string>>) {
    const { sample, sheets } = drawDocuments({ ...request, budget: { perSide: 8 } }, of);
    const context = {
      study: of.study,
      samples: [sample],
      origin: 'human',
      revise: false,
      now: of.now,
    } as const;
    const { acts, refused } = takeIn(
      sheets.map((sheet) => returned(sheet, codesOf)),
      [],
      context,
    );
    expect(refused).toEqual([]);
    return { sample, sheets, context, study: { ...of.study, codings: { samples: [sample], log: acts } } };
  }

  it('are of a kind where one of their passages is', () => {
    const of = source();
    const { sample, study } = coded(of, (item) => ({ ...truth, DEF: item.endsWith('-0002') ? '1' : '0' }));
    const { documents, problems } = loadDocuments(study, of.database);
    expect(problems).toEqual([]);
    expect(documents).toHaveLength(wholes(sample).size);
    for (const one of documents) expect(one.truth).toMatchObject({ SSE: 1, DEF: 1, H2B_SUBSTANTIVE: 0 });
    const { corrections } = documentCorrections(study, of.database);
    const [first] = documents;
    if (first === undefined || corrections === null) throw new Error('expected documents');
    expect(corrections.said(first.document, 'DEF')).toEqual({
      truth: 1,
      about: 1,
      probability: first.probability,
    });
    expect(corrections.covers('DEF') && corrections.covers('H2B_SUBSTANTIVE')).toBe(true);
    expect(corrections.covers('NEP')).toBe(false);
    const both = ['civil_society', 'regional_body'].map(
      (voice) => corrections.coded([voice], 'DEF').passages,
    );
    expect(both[0] ?? 0).toBeGreaterThan(0);
    expect((both[0] ?? 0) + (both[1] ?? 0)).toBe(documents.length);
    expect(corrections.coded(['COSIPLAN'], 'H2B_SUBSTANTIVE')).toMatchObject({ passages: 2, isAll: true });
  });

  it('lower the chances of the others where one has a gap, and are refused like any where a row was edited', () => {
    const of = source();
    const { sample, sheets, context, study } = coded(of, () => truth);
    const whole = loadDocuments(study, of.database).documents;
    const gap =
      sample.keys.find(({ pattern, side }) => pattern === 'neither' && side === 'source')?.item ?? '';
    const log = study.codings.log.filter(({ item }) => item !== gap);
    const left = loadDocuments({ ...study, codings: { samples: [sample], log } }, of.database);
    expect(left.documents).toHaveLength(whole.length - 1);
    expect(left.problems).toMatchObject([{ code: 'codings_incomplete', items: 1 }]);
    const weigh = (some: typeof whole) => some.reduce((sum, { probability }) => sum + 1 / probability, 0);
    expect(weigh(left.documents)).toBeCloseTo(weigh(whole), 9);
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error('expected a sheet');
    const edited = returned(
      { ...sheet, rows: sheet.rows.map((row) => ({ ...row, text: `${row.text} mas` })) },
      () => truth,
    );
    const intake = takeIn([edited], [], context);
    expect(intake.acts).toEqual([]);
    expect(intake.refused[0]).toMatch(/text: expected the text of item/);
  });

  it('correct nothing while a stratum has none, or in a corpus that has changed, and nothing of institutions that could not be drawn', () => {
    const of = source();
    const { sample, study } = coded(of, () => truth);
    const silent = new Set(
      sample.keys.filter(({ pattern }) => pattern === 'claimed').map(({ item }) => item),
    );
    const log: readonly CodingAct[] = study.codings.log.filter(({ item }) => !silent.has(item));
    const partial = documentCorrections({ ...study, codings: { samples: [sample], log } }, of.database);
    expect(partial.corrections).toBeNull();
    expect(partial.problems.map(({ code }) => code)).toContain('stratum_uncoded');
    // Two documents more than were drawn from: nothing of them could be coded.
    const more = documentCorrections(study, source(22).database);
    expect(more.problems.map(({ code }) => code)).toContain('population_changed');
    expect(more.corrections).toBeNull();
    const apart = source(20, [], 'donor');
    const found = documentCorrections(coded(apart, () => truth).study, apart.database).corrections;
    expect(found?.covers('DEF')).toBe(true);
    expect(found?.covers('H2B_SUBSTANTIVE')).toBe(false);
  });
});

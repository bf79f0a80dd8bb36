import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reading } from '../../bench/support/tagged.ts';
import { code, codingFiles } from '../../sample/code.ts';
import { loadCodings } from '../../src/app/coded.ts';
import { loadDocuments } from '../../src/app/coded-documents.ts';
import { correctionsOf } from '../../src/app/corrections.ts';
import { observed } from '../../src/app/observed.ts';
import { refresh } from '../../src/app/refresh.ts';
import { plantedObservations } from '../../src/app/truth.ts';
import { assess } from '../../src/assess/assess.ts';
import { planted } from '../../src/assess/planted.ts';
import { embeddedEngine } from '../../src/compose/engines.ts';
import { type Opened, openForWork } from '../../src/compose/open.ts';
import { isBalance } from '../../src/model/finding.ts';
import type { Found } from '../../src/model/ports.ts';
import type { IngestRow } from '../../src/model/results.ts';
import { readTruth, root, type Truth, voiceOf } from './corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrate-coded-sample-'));
const committed = join(root, 'codings');
let opened: Opened;
let ingest: readonly IngestRow[];

beforeAll(async () => {
  await code(root, join(folder, 'codings'), join(folder, 'state'));
  opened = await openForWork(root, { state: join(folder, 'state') }, embeddedEngine());
  ingest = await refresh(opened.input, await opened.corpus(), opened.ports, () => {});
}, 180_000);
afterAll(async () => {
  await opened.ports.queue.close();
  opened.ports.database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the simulated codings of the bundled sample', () => {
  it('are those that the sample, the lexicons, the claims and the reading of text make as they are now', () => {
    const stale = codingFiles.filter(
      (file) =>
        !existsSync(join(committed, file)) ||
        !readFileSync(join(committed, file)).equals(readFileSync(join(folder, 'codings', file))),
    );
    expect(
      stale.map((file) => `codings/${file} is stale: run \`npm run sample\` and commit what it writes`),
    ).toEqual([]);
  });

  it('are marked as simulated, every line of them, and were frozen before there was one', () => {
    const { codings, freezing } = opened.input;
    expect(codings.log.length).toBeGreaterThan(800);
    for (const { origin, coder } of codings.log)
      expect([origin, coder.split('-')[0]]).toEqual(['simulated', 'simulated']);
    expect(freezing).toMatchObject({ state: 'frozen', codings: 0 });
  });

  it('fit the corpus: nothing but that they are simulated is to be said of them', () => {
    const { passages, problems } = loadCodings(opened.input, opened.ports.database);
    expect(passages).toHaveLength(800);
    expect(problems).toEqual([{ code: 'codings_simulated', file: 'codings/sample-1', items: 800 }]);
  });

  it('hold all documents of both sides whole, without a gap, and correct H7 by them', () => {
    const { input, ports } = opened;
    const { documents, problems } = loadDocuments(input, ports.database);
    expect(documents).toHaveLength(60);
    expect(problems.map(({ code: what }) => what)).toEqual(['codings_simulated']);
    for (const { truth, probability } of documents) {
      expect([truth['SSE'], probability]).toEqual([1, 1]);
    }
    const carried = documents.filter(({ file }) => file.includes('_programme_'));
    expect(carried.every(({ truth }) => truth['H2B_SUBSTANTIVE'] === 1)).toBe(true);
    const observations = observed(input.file, ports.database);
    const { corrections } = correctionsOf(input, observations, ports.database);
    const [h7] = input.claims
      .flatMap((claim) => assess(observations, claim, input.file, corrections))
      .filter(({ hypothesis }) => hypothesis === 'H7');
    expect(h7?.corrected).toBe(true);
    // All were coded: what people say is all that is left.
    const of = (voice: string) => documents.filter(({ file }) => voiceOf(file) === voice);
    const defined = (voice: string) => of(voice).filter(({ truth }) => truth['DEF'] === 1).length;
    const sides = h7?.kind === 'contrast' ? h7.sides : [];
    expect(
      sides.map(({ institutions }) => institutions.reduce((sum, { numerator }) => sum + numerator, 0)),
    ).toEqual([defined('civil_society'), defined('regional_body')]);
  });

  it('correct an estimate that is visibly too high, by an interval that holds what was planted', () => {
    const { input, ports } = opened;
    const observations = observed(input.file, ports.database);
    const { corrections } = correctionsOf(input, observations, ports.database);
    const [claim] = input.claims;
    if (claim === undefined) throw new Error('expected a claim');
    const findings = assess(observations, claim, input.file, corrections);
    const truth = plantedObservations(
      input.truth ?? [],
      ingest,
      input.lexicon.measured,
      input.file.settings.period_years,
    );
    const rows = planted(truth, findings, claim, input.file);
    const balances = findings.filter(isBalance);
    expect(rows).toHaveLength(2);
    for (const [at, row] of rows.entries()) {
      const { estimate, corrected } = balances[at] ?? {};
      expect(corrected).toBe(true);
      expect((row.uncorrected ?? 0) - (row.planted ?? 0)).toBeGreaterThan(Math.log(1.3));
      expect(estimate?.lower).toBeLessThan(row.planted ?? 0);
      expect(estimate?.upper).toBeGreaterThan(row.planted ?? 0);
      expect(Math.abs((row.recovered ?? 0) - (row.planted ?? 0))).toBeLessThan(
        (row.uncorrected ?? 0) - (row.planted ?? 0),
      );
    }
    expect(balances[0]?.verdict).toBe('SUPPORTED_SUBSTANTIAL');
  });
});

describe('the fields of the profile that simulated coders were asked about', () => {
  it('are told by the same counts that mentions and final codes come to by hand', () => {
    const { input, ports } = opened;
    const { fields } = correctionsOf(input, observed(input.file, ports.database), ports.database);
    expect(fields.map(({ field, isSimulated }) => [field, isSimulated])).toEqual([
      ['implementing', true],
      ['funding', true],
    ]);
    const doing = new Map<string, string[]>();
    for (const { mention } of ports.database.mentions()) {
      if (mention.role !== 'implementing') continue;
      doing.set(mention.passage, [...(doing.get(mention.passage) ?? []), mention.category ?? '']);
    }
    const isSocial = (category: string) => category === 'actors/social_ministries';
    const isEconomic = (category: string) => /^actors\/(economic|sector)_ministries$/.test(category);
    const kinds = [
      ['H3_A', isSocial],
      ['H3_B', (category: string) => !isSocial(category)],
      ['H3W_B', isEconomic],
    ] as const;
    let [both, either] = [0, 0];
    for (const { passage, probability, truth } of loadCodings(input, ports.database).passages) {
      for (const [code, isOf] of kinds) {
        const [program, people] = [(doing.get(passage) ?? []).some(isOf), truth[code] === 1];
        both += program && people ? 1 / probability : 0;
        either += (Number(program) + Number(people)) / probability;
      }
    }
    expect(fields[0]?.f1).toBeCloseTo((2 * both) / either, 9);
  });

  it('decide whether hypotheses that rest on them are tested', () => {
    const { input, ports } = opened;
    const observations = observed(input.file, ports.database);
    const { corrections, fields } = correctionsOf(input, observations, ports.database);
    const findings = input.claims.flatMap((claim) => assess(observations, claim, input.file, corrections));
    for (const [id, field] of [
      ['H3', 'implementing'],
      ['H5', 'funding'],
    ]) {
      const lower = fields.find((one) => one.field === field)?.interval?.lower ?? 0;
      const gate = findings
        .find(({ hypothesis }) => hypothesis === id)
        ?.gates.find((one) => one.gate === 'extraction');
      expect(gate?.passed).toBe(lower >= 0.7);
      expect(gate?.found).toContain('simulated coders');
    }
  });
});

describe('what a run reads of the bundled sample', () => {
  const voices = ['civil_society', 'regional_body'] as const;
  const kinds = ['minutes', 'programme', 'article', 'declaration', 'decision'] as const;
  const rowsOf = Map.groupBy(readTruth(), ({ file }) => file);
  const rowOf = ({ file, passage }: Found): Truth | undefined => {
    const own = rowsOf.get(file) ?? [];
    return (
      own.find(({ start }) => passage.text.startsWith(start.trimEnd())) ??
      own.find(({ start }) => passage.text.startsWith(start.slice(0, 40)))
    );
  };
  const foundOf = (voice: string) =>
    [...opened.ports.database.passages()].filter(({ file }) => voiceOf(file) === voice);

  it('loses about the shares of frames to the voice of others that the bench takes', () => {
    for (const voice of voices) {
      for (const kind of kinds) {
        const said = foundOf(voice).filter(
          (found) => found.file.includes(`_${kind}_`) && rowOf(found)?.expressed === 'term',
        );
        if (said.length === 0) continue;
        const lost = said.filter(({ tags }) => tags.some(({ blocked }) => blocked === 'attributed'));
        const share = lost.length / said.length;
        expect(Math.abs(share - reading.attributed[voice][kind]), `${voice} ${kind} ${share}`).toBeLessThan(
          0.12,
        );
      }
    }
  });

  it('has about as many passages without truth, and about the object, as the bench takes', () => {
    for (const voice of voices) {
      const found = foundOf(voice);
      const documents = new Set(found.map(({ file }) => file)).size;
      const extra = found.filter((one) => rowOf(one) === undefined);
      const named = extra.filter(({ tags }) =>
        tags.some(({ blocked, category }) => blocked === null && category.startsWith('objects/')),
      );
      expect(Math.abs(extra.length / documents - reading.extra[voice]), voice).toBeLessThan(1.5);
      expect(Math.abs(named.length / documents - reading.named[voice]), voice).toBeLessThan(0.1);
    }
  });
});

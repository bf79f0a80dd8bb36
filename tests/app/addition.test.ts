import { describe, expect, it } from 'vitest';
import { addition } from '../../src/app/addition.ts';
import { additionLines } from '../../src/app/addition-lines.ts';
import type { MeasuredCategory } from '../../src/model/lexicon.ts';
import type { Observation } from '../../src/model/profile.ts';
import type { IngestRow } from '../../src/model/results.ts';
import { sha256 } from '../../src/model/units.ts';
import { balances } from '../support/balances.ts';
import { observation } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

const category = (code: string, ...categories: string[]): MeasuredCategory => ({
  code,
  label: `Frame ${code}`,
  definition: code,
  categories,
});
const measured = [
  category('NEP', 't/new'),
  category('PE', 't/poor'),
  category('DIL', 't/poor', 't/add'),
  category('SSE', 't/object'),
];

/** Documents of two institutions a side; the first ones are few enough to leave the gates shut. */
function corpus(documents: number): readonly Observation[] {
  return Array.from({ length: documents }, (_, number) => {
    const movement = number % 2 === 0;
    const NEP = movement ? 6 + (number % 3) : 1 + (number % 2);
    const PE = movement ? 2 : 5 + (number % 3);
    return observation({
      file: `documents/${String(number).padStart(2, '0')}.txt`,
      institution: `${movement ? 'Red' : 'Consejo'} ${1 + ((number % 4) >> 1)}`,
      voice: movement ? 'civil_society' : 'regional_body',
      objectPassages: 10,
      presence: { NEP, PE, DIL: PE, SSE: 10 },
    });
  });
}

function added(
  observations: readonly Observation[],
  files: readonly string[],
  failed: readonly string[] = [],
) {
  const rows = [
    ...observations.map(({ file }) => ({ file, status: 'ok', problems: [] })),
    ...failed.map((file) => ({ file, status: 'failed', problems: [{ code: 'no_text', file }] })),
  ] as unknown as readonly IngestRow[];
  const database = {
    corpus: () => rows,
    eachTotals: () => observations.map((one) => ({ totals: one, source: one })),
  };
  const lexicon = {
    measured,
    terms: [],
    actors: [],
    overlap: 'layer' as const,
    speech: {},
    hash: sha256('0'.repeat(64)),
  };
  return addition({ file: plainStudy, claims: [dilution], lexicon }, database, (row) =>
    [...files, ...failed].includes(row.file),
  );
}

describe('what new documents came to', () => {
  it('is what the assessment says of the corpus without them and with them', () => {
    const all = corpus(24);
    const files = ['documents/22.txt', 'documents/23.txt'];
    const { findings, documents } = added(all, files);
    const without = balances(all.slice(0, 22), dilution, plainStudy);
    const withThem = balances(all, dilution, plainStudy);
    expect(findings.map(({ before }) => before.dilution)).toEqual(without.map((one) => one.dilution));
    expect(findings.map(({ after }) => after.dilution)).toEqual(withThem.map((one) => one.dilution));
    expect(documents.map(({ file, earlier }) => [file, earlier])).toEqual([
      ['documents/22.txt', 5],
      ['documents/23.txt', 5],
    ]);
  });

  it('names gates that came out otherwise', () => {
    const all = corpus(12);
    const { findings } = added(all, [
      'documents/08.txt',
      'documents/09.txt',
      'documents/10.txt',
      'documents/11.txt',
    ]);
    expect(findings[0]).toMatchObject({
      before: { verdict: 'NOT_TESTABLE' },
      after: { verdict: 'INCONCLUSIVE' },
    });
    expect(findings[0]?.gates).toContainEqual({ gate: 'documents', before: false, after: true });
  });

  it('shows new documents that are not in the numbers', () => {
    const { missing, documents } = added(corpus(4), [], ['documents/scan.pdf']);
    expect(documents).toEqual([]);
    expect(missing).toEqual([
      { file: 'documents/scan.pdf', problems: [{ code: 'no_text', file: 'documents/scan.pdf' }] },
    ]);
  });

  it('reads well', async () => {
    const files = ['documents/22.txt', 'documents/99.txt'];
    const odd = observation({
      file: 'documents/99.txt',
      institution: 'Consejo 1',
      voice: 'regional_body',
      objectPassages: 4,
      presence: { NEP: 4, SSE: 4 },
    });
    const lines = additionLines(
      added([...corpus(24), odd], files, ['documents/scan.pdf']),
      measured,
      (text) => text,
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/addition.txt');
    expect(lines.join('\n')).not.toMatch(/undefined|null|NaN/);
  });
});

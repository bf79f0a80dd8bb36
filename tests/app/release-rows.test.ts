import { describe, expect, it } from 'vitest';
import { releasedRows } from '../../src/app/release-rows.ts';
import { offset, passageId } from '../../src/model/units.ts';
import { buildResults } from '../support/results.ts';

const rows = buildResults().ingest.map((row) =>
  row.act === null
    ? row
    : {
        ...row,
        act: {
          ...row.act,
          body: 'Junta',
          place: 'Sala Ana Quispe',
          agenda: ['Informe de Ana QUISPE', 'Cierre'],
        },
      },
);
const person = {
  name: 'Quispe, Ana',
  of: null,
  passage: passageId(`${'0'.repeat(16)}-${'0'.repeat(12)}`),
  start: offset(0),
  end: offset(0),
};
const database = { persons: () => [person] };

describe('rows of the corpus that leave a study', () => {
  it('have pseudonyms in what documents say of themselves', () => {
    const released = releasedRows(rows, database, (name) => `<${name.length}>`);
    const acts = released.flatMap(({ act }) => act ?? []);
    expect(acts.length).toBeGreaterThan(2);
    for (const act of acts) {
      expect(act).toMatchObject({ body: 'Junta', place: 'Sala <10>', agenda: ['Informe de <10>', 'Cierre'] });
    }
  });

  it('are as they were where names are shown, or nobody is named', () => {
    expect(releasedRows(rows, database, null)).toEqual(rows);
    const nobody = rows.map((row) => ({ ...row, act: row.act === null ? null : { ...row.act, persons: 0 } }));
    expect(releasedRows(nobody, database, () => 'x')).toEqual(nobody);
  });
});

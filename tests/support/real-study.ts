import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

type Row = Readonly<Record<string, string>>;
const columns = ['file', 'title', 'institution', 'voice', 'date', 'language'] as const;
/** Documents of one voice that are taken from each of the two studies. */
const most = 5;
/** The institution whose one document has printed pages. */
export const party = 'A party';

/** A few texts of a movement and of two presidencies, a wiki and laws, and a party's plan of government in print. */
function documents(folder: string): readonly Row[] {
  const rows = ['movement-and-state', 'sse-texts'].flatMap((name) => {
    const at = join(folder, 'studies', name);
    const listed: Row[] = parse(readFileSync(join(at, 'manifest.csv')), { columns: true, bom: true });
    const seen = new Map<string, number>();
    return listed.flatMap(({ file = '', voice = '', ...row }) => {
      seen.set(voice, (seen.get(voice) ?? 0) + 1);
      return (seen.get(voice) ?? 0) > most ? [] : [{ ...row, voice, file: resolve(at, file) }];
    });
  });
  const plan = {
    file: join(folder, 'data/policy/Seguimiento-Planes-de-Gobierno-Peru/Plan-de-Gobierno-Keiko.pdf'),
    title: 'A plan of government',
    institution: party,
    voice: 'party',
    date: '2016',
    language: 'es',
  };
  return [...rows, plan];
}

/** Makes a study of a few real documents, which stay where they are, below the folder that TITRATE_REAL names. */
export function makeReal(study: string, folder: string): void {
  mkdirSync(join(study, 'corpus'), { recursive: true });
  const contrast = '{ source: [civil_society], policy: [national_government, party] }';
  writeFileSync(join(study, 'study.yaml'), `title: Real documents\ncontrast: ${contrast}\n`);
  const rows = stringify([...documents(folder)], { header: true, columns: [...columns] });
  writeFileSync(join(study, 'corpus', 'manifest.csv'), rows);
}

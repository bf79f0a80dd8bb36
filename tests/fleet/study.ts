import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const frames = [
  'La economía solidaria es una alternativa al capitalismo: otra economía es posible, con reciprocidad y autogestión frente al modelo neoliberal.',
  'Las cooperativas permiten la erradicación de la pobreza y la inclusión social de las familias en situación de vulnerabilidad de la región.',
  'La reunión de las cooperativas aprobó el acta de la sesión anterior y fijó la fecha de la próxima en la ciudad sede.',
];

/** The document that takes long to read, so that faults can strike in the middle of it. */
export const slowFile = 'documents/lento.html';

/** How a study for faults is made. */
export type Size = {
  readonly documents: number;
  /** Elements of markup in the slow document: about one second of reading for 8000. */
  readonly elements: number;
};

/** Writes a study of invented texts and one document that takes long to read. */
export function faultStudy(folder: string, { documents, elements }: Size): void {
  mkdirSync(join(folder, 'corpus', 'documents'), { recursive: true });
  writeFileSync(join(folder, 'study.yaml'), 'title: Study for faults\n');
  const rows = ['file,title,institution,voice,kind,date,language'];
  for (let number = 0; number < documents; number++) {
    const movement = number % 2 === 0;
    const file = `documents/texto-${String(number).padStart(4, '0')}.txt`;
    const main = frames[movement ? 0 : 1];
    const paragraphs = [main, main, frames[movement ? 1 : 0], main, ...frames.slice(number % 3)];
    writeFileSync(
      join(folder, 'corpus', file),
      paragraphs.map((text, place) => `${place + 1}. ${text} Documento ${number}.`).join('\n\n'),
    );
    rows.push(
      `${file},Texto ${number},${movement ? 'Red' : 'Consejo'} ${1 + (number % 5)},${movement ? 'civil_society' : 'regional_body'},declaration,${2010 + (number % 4)}-05,es`,
    );
  }
  // Much markup and little text: slow to read, quick to tag and to report.
  const markup = Array.from(
    { length: elements },
    (_, n) => `<div class="c${n % 7}"><span><b id="b${n}"></b></span></div>`,
  );
  const text = frames.map((frame) => `<p>${frame} ${frame}</p>`).join('');
  writeFileSync(
    join(folder, 'corpus', slowFile),
    `<!doctype html><html lang="es"><head><title>Lento</title></head><body><main><h1>Lento</h1>${text}${text}${markup.join('')}</main></body></html>`,
  );
  rows.push(`${slowFile},Lento,Red 1,civil_society,declaration,2011-05,es`);
  writeFileSync(join(folder, 'corpus', 'manifest.csv'), `${rows.join('\n')}\n`);
}

/** Names of the reports below a folder; what is being written does not count. */
export function reportsOf(output: string): readonly string[] {
  return readdirSync(output).filter((name) => !name.startsWith('.') && name !== 'README.md');
}

/** Every table of a report by name. */
export function tablesOf(report: string): Readonly<Record<string, string>> {
  const folder = join(report, 'tables');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Documents that a report lacks, or has in another state than it should, and those that it has twice. */
export function accountOf(
  found: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
): { readonly lost: number; readonly doubled: number } {
  const rowsOf = (tables: Readonly<Record<string, string>>): readonly Record<string, string>[] =>
    parse(tables['documents.csv'] ?? '', { columns: true, bom: true });
  const states = new Map(rowsOf(found).map((row) => [row['file'], row['status']]));
  const wanted = rowsOf(expected);
  return {
    lost: wanted.filter((row) => states.get(row['file'] ?? '') !== row['status']).length,
    doubled: rowsOf(found).length - states.size,
  };
}

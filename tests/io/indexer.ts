import { openDatabase } from '../../src/io/database.ts';
import { made } from './make.ts';

/** Opens an index and writes documents into it until it is killed, or as many as it is told. */
const [path = '', name = '', count = 'Infinity'] = process.argv.slice(2);
const database = openDatabase(path);
for (let number = 0; number < Number(count); number++) {
  const document = made(
    `${name}-${number % 40}.txt`,
    Array.from({ length: 30 }, (_, place) => ({
      text: `pasaje ${place} de ${name} vuelta ${number} con marco`,
      marks: [{ words: 'marco', theme: 'paradigm' }],
    })),
    {},
    `tagging ${number}`,
  );
  // Other text for the same bytes, as a new segmenter would give.
  const keys = { ...document.keys, passages: document.keys.tags };
  database.index(keys, document.receipt, document.results);
  if (number === 0 || number === 45) process.stdout.write('.');
}
database.close();

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const voices = ['civil_society', 'regional_body'] as const;
const frames = [
  'The social and solidarity economy is a transformative alternative to the dominant economic model',
  'The social and solidarity economy fights poverty and creates jobs for vulnerable groups',
  'The social and solidarity economy complements the market and the public sector',
  'The committee met in the town hall and took note of the agenda',
] as const;

/** Writes a study of so many one-line texts, no two alike, by twenty institutions; gives its manifest. */
export function tinyStudy(folder: string, documents: number): string {
  const lines = ['file,title,institution,voice,kind,date,language'];
  for (let number = 0; number < documents; number++) {
    const shelf = String(Math.floor(number / 1000));
    if (number % 1000 === 0) mkdirSync(join(folder, 'texts', shelf), { recursive: true });
    const file = join('texts', shelf, `${number}.txt`);
    writeFileSync(join(folder, file), `${frames[number % frames.length]}, says document ${number}.\n`);
    const institution = number % 20;
    const voice = voices[institution % voices.length];
    lines.push(
      `${file},Document ${number},Institution ${institution},${voice},statement,${2000 + (number % 25)}-01-01,en`,
    );
  }
  const manifest = join(folder, 'manifest.csv');
  writeFileSync(manifest, `${lines.join('\n')}\n`);
  return manifest;
}

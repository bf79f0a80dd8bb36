import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReferenceKey, referenceLine } from '../src/report/methods/references.ts';

/** What each document cites, in the order of keys; the methods appendix of a run draws on the same list. */
export const citedBy = {
  'method.md': [
    'bell2002',
    'benjamini1995',
    'berger1982',
    'cameron2008',
    'chung2013',
    'cliff1993',
    'dunning1993',
    'egami2023',
    'fisher1935',
    'hanley1983',
    'hill1973',
    'holm1979',
    'kendall1975',
    'kish1965',
    'mann1945',
    'mantel1959',
    'monroe2008',
    'satterthwaite1946',
    'schuirmann1987',
    'scott1974',
    'sen1968',
    'simonsohn2020',
    'simpson1949',
    'tukey1958',
    'wagner2002',
    'webb2023',
    'welch1947',
    'wilson1927',
  ],
  'validation.md': [
    'cicchetti1990',
    'clopper1934',
    'cohen1960',
    'egami2023',
    'gwet2008',
    'kish1965',
    'krippendorff2011',
    'neyman1934',
    'wilson1927',
    'wright2012',
  ],
} as const satisfies Readonly<Record<string, readonly ReferenceKey[]>>;

const begin = '<!-- references: written by npm run docs -->';
const end = '<!-- end of references -->';

/** A document of this folder with its list of references as the program has them. */
export function withReferences(file: keyof typeof citedBy): string {
  const written = readFileSync(join(import.meta.dirname, file), 'utf8');
  const [before, ...rest] = written.split(begin);
  const after = rest.join(begin).split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/${file}: expected \`${begin}\` and \`${end}\`, found none`);
  return `${before}${begin}\n\n${citedBy[file].map(referenceLine).join('\n')}\n\n${end}${after}`;
}

import type { MethodsRecord } from '../../model/methods.ts';
import type { ReportFile, Results } from '../../model/results.ts';
import { plain } from '../inert.ts';
import { bibtex, type OwnEntry } from './bibtex.ts';
import { exploratoryMethods, robustnessMethods } from './choices.ts';
import { citing } from './citing.ts';
import { codingMethods, correctionMethods } from './coding.ts';
import { corpusMethods } from './corpus.ts';
import { claimMethods, inferenceMethods, verdictTable } from './inference.ts';
import { profileMethods } from './profile.ts';
import { provenanceMethods } from './provenance.ts';
import { lexiconMethods, readingMethods } from './reading.ts';
import { referenceLine } from './references.ts';

/**
 * The methods appendix of a run: `methods.md` for whoever writes an article, `references.bib` beside it. It tells what this
 * run did and cites only what it used; but for the name of the run, the same for the same inputs.
 */
export function methods(results: Results, record: MethodsRecord): readonly ReportFile[] {
  const sources = citing();
  const { study, run, claims } = results;
  const own = entries(results);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Corpus', corpusMethods(results)],
    ['Reading', readingMethods(results)],
    ['Lexicon', lexiconMethods(results, record.termsRead, sources)],
    ['Coding by people', codingMethods(results, record, sources)],
    ['Correction', correctionMethods(results, record, sources)],
    ['Inference', inferenceMethods(results, sources)],
    ['Claims and decisions', [...claimMethods(results), '', ...verdictTable(results)]],
    ['Robustness', robustnessMethods(results, sources)],
    ['Profile of institutions', profileMethods(results, sources)],
    ['Exploration: time and words', exploratoryMethods(results, sources)],
    ['Provenance', provenanceMethods(results)],
  ];
  const lines = [
    `# Methods: ${plain(study.title)}`,
    '',
    `Written by Titrate ${plain(run.engines['titrate'] ?? '')} from the record of one run [@titrate]. What the methods are in general stands in \`docs/method.md\` of the program; here stands what was done.${claims.length === 0 ? '' : ` The claims come from ${claims.map(({ id }) => `[@claim-${keyOf(id)}]`).join(', ')}.`}`,
    ...(study.synthetic === undefined
      ? []
      : ['', `**Made-up documents.** ${plain(study.synthetic.statement)}`]),
    ...sections.flatMap(([title, body]) => ['', `## ${title}`, '', ...body]),
    '',
    '## References',
    '',
    ...sources.cited().map(referenceLine),
    '',
    'The same as BibTeX, with the claims and the program, in `references.bib`.',
  ];
  return [
    { path: 'methods.md', content: `${lines.join('\n')}\n` },
    { path: 'references.bib', content: bibtex(sources.cited(), own) },
  ];
}

/** The program and the sources of the claims, which are in no list of references. */
function entries({ run, claims }: Results): readonly OwnEntry[] {
  return [
    {
      key: 'titrate',
      fields: {
        title: 'Titrate',
        note: `Computer program, version ${run.engines['titrate'] ?? 'not known'}`,
      },
    },
    ...claims.map(({ id, title, source }) => ({
      key: `claim-${keyOf(id)}`,
      fields: { title, note: source },
    })),
  ];
}

/** A claim's id as part of a key. */
function keyOf(id: string): string {
  return id.replaceAll('_', '-');
}

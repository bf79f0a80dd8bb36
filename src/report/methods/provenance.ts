import { createHash } from 'node:crypto';
import { freezeWords } from '../../model/freeze.ts';
import type { Results } from '../../model/results.ts';
import { compareText } from '../../text/compare.ts';
import { grid, plain } from '../inert.ts';
import { counted } from '../numbers.ts';

/** Versions and hashes of all that the numbers depend on, and how to get them again. */
export function provenanceMethods({ run, ingest }: Results): readonly string[] {
  const settings = flat(run.settings, '').toSorted(([one], [other]) => compareText(one, other));
  const program = run.engines['titrate'] ?? 'not known';
  const unhashed = run.inputs.filter(({ sha256 }) => sha256 === null).length;
  return [
    `Run \`${run.run}\` of the study ${plain(run.study)}.`,
    '',
    `${capital(plain(freezeWords(run.freezing)))}.`,
    '',
    run.reproducible
      ? 'No limit of time or memory stopped a document: the same bytes, lexicon, claims, settings and engines give the same tables to the byte.'
      : `**Not exactly reproducible.** A limit of time or memory stopped ${run.limited.map(plain).join(', ')}.`,
    '',
    ...grid(
      ['engine', 'version'],
      Object.entries(run.engines).map(([name, version]) => [name, version]),
    ),
    '',
    ...grid(
      ['what', 'SHA-256'],
      [
        ['lexicon', run.lexicon],
        ...Object.entries(run.claims).map(([id, hash]) => [`claim ${id}`, hash]),
        ...Object.entries(run.stages).map(([stage, hash]) => [`code of the stage ${stage}`, hash]),
        [`inputs (${counted(run.inputs.length, 'file')}, names and hashes)`, inputsDigest(run.inputs)],
      ],
    ),
    '',
    ...grid(['setting', 'value'], settings),
    '',
    `To get these numbers again: install version ${plain(program)} of Titrate, which brings Node ${plain(run.engines['node'] ?? 'not known')}; put the ${counted(ingest.length, 'file')} whose hashes are in \`run.json\` into the study with its manifest, lexicons, claims and codings; then \`titrate run\` and \`titrate report --methods\`. Every number leads through \`tables/findings.csv\` and \`tables/evidence.csv\` to passages with their pages.${unhashed === 0 ? '' : ` ${counted(unhashed, 'file')} could not be read, and so without a hash.`}`,
  ];
}

/** One digest of all files: their names and hashes, sorted. */
function inputsDigest(inputs: Results['run']['inputs']): string {
  const lines = inputs.map(({ file, sha256 }) => `${sha256 ?? '-'}  ${file}`).toSorted(compareText);
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Settings by their path: `ocr.dpi`. */
function flat(value: object, above: string): (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
    typeof one === 'object' && one !== null
      ? flat(one, `${above}${name}.`)
      : [[`${above}${name}`, String(one)] as const],
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

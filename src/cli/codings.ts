import { basename, join, relative } from 'node:path';
import { type Command, Option } from 'commander';
import type { Returned } from '../app/codings.ts';
import { counted } from '../app/overview.ts';
import { openStudy } from '../io/study.ts';
import { type Origin, origins, slug } from '../model/coding.ts';
import { InputError } from '../model/input.ts';
import { openRun } from './open-run.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { exitCodes, harmless, say, tell } from './talk.ts';

type CodingFlags = StudyFlags & {
  readonly study: string;
  readonly origin: Origin;
  readonly revise?: true;
  readonly rest?: true;
  readonly by?: string;
};

/** Refused rows that are told one by one: a sheet in the wrong encoding has them all. */
const shownRefusals = 40;

/** `titrate codings`: what comes back from coders. */
export function addCodings(program: Command): void {
  studyOptions(
    program
      .command('codings')
      .summary('take coding sheets back, or write sheets of what coders differ on')
      .description(
        '`import` takes sheets back (XLSX or CSV, whole or half done, of any number of coders) into codings/codings.jsonl, one line an act, only ever added to. A row whose id or text has changed, with an unknown code, or that is there twice is refused with its reason, and then nothing is taken unless --rest is given. The same sheet twice adds nothing. `adjudicate` writes a sheet of the passages on which coders differ or could not tell, for whoever decides; it comes back by `import` too.',
      )
      .argument('<action>', 'import or adjudicate')
      .argument('[files...]', 'sheets to import')
      .option('--study <path>', 'folder or manifest', '.'),
  )
    .addOption(
      new Option('--origin <origin>', 'whose codings these are; kept with each of them')
        .choices(origins)
        .default('human'),
    )
    .option('--rest', 'take the rows that are right, where others are refused')
    .option('--revise', 'let codes replace earlier ones of the same coder, which stay in the log')
    .option('--by <name>', 'who decides, with adjudicate')
    .action(async (action: string, files: readonly string[], flags: CodingFlags) => {
      if (action === 'import') process.exitCode = await take(files, flags);
      else if (action === 'adjudicate') process.exitCode = await adjudicate(flags);
      else throw new InputError([`codings: expected import or adjudicate, got "${action}"`]);
    });
}

async function take(files: readonly string[], flags: CodingFlags): Promise<number> {
  if (files.length === 0) throw new InputError(['codings import: expected sheets, got none']);
  const [{ takeIn }, { openCodings }, { readSheetRows }] = await Promise.all([
    import('../app/codings.ts'),
    import('../compose/codings.ts'),
    import('../io/sheets.ts'),
  ]);
  const place = await openStudy(flags.study, optionsOf(flags));
  const { study, add } = await openCodings(place);
  const { samples } = study.codings;
  if (samples.length === 0) {
    throw new InputError([
      `${flags.study}  expected a sample to take codings of, got none: \`titrate sample\` first`,
    ]);
  }
  const sheets: Returned[] = [];
  for (const path of files) sheets.push({ file: basename(path), rows: await readSheetRows(path) });
  const { origin, revise = false, rest = false } = flags;
  let refused: readonly string[] = [];
  let [known, empty] = [0, 0];
  const added = await add((log) => {
    const intake = takeIn(sheets, log, { study, samples, origin, revise, now: new Date() });
    ({ refused, known, empty } = intake);
    return refused.length > 0 && !rest ? [] : intake.acts;
  });
  for (const line of refused.slice(0, shownRefusals)) tell(`  ${harmless(line)}`);
  if (refused.length > shownRefusals) tell(`  and ${counted(refused.length - shownRefusals, 'row')} more`);
  if (refused.length > 0 && !rest) {
    tell(`  nothing was taken: correct ${counted(refused.length, 'row')}, or take the others with --rest`);
    return exitCodes.input;
  }
  const parts = [
    `${counted(added.length, 'row')} taken (${origin})`,
    ...(known > 0 ? [`${known} known already`] : []),
    ...(empty > 0 ? [`${empty} not coded yet`] : []),
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
  ];
  say(`  ${parts.join(', ')}`);
  return exitCodes.done;
}

async function adjudicate(flags: CodingFlags): Promise<number> {
  const { by } = flags;
  if (by === undefined || !slug.safeParse(by).success) {
    throw new InputError([
      `--by: expected the name of whoever decides, of lower-case letters, digits, - and _, got ${by === undefined ? 'nothing' : `"${by}"`}`,
    ]);
  }
  const [{ adjudicationSheets, trusted }, { openCodings }, { writeSheet }] = await Promise.all([
    import('../app/codings.ts'),
    import('../compose/codings.ts'),
    import('../io/sheets.ts'),
  ]);
  const place = await openStudy(flags.study, optionsOf(flags));
  const { study, pseudonym } = await openCodings(place);
  const { samples, log } = study.codings;
  const database = openRun(place.state, flags.study);
  try {
    const source = { study, samples, database, pseudonym, codebook: place.lexicon };
    const sheets = adjudicationSheets(by, log, trusted(study), source);
    for (const sheet of sheets) {
      const [made = ''] = await writeSheet(join(place.codings, sheet.sample, 'sheets'), sheet);
      say(
        `  ${sheet.sample}  ${counted(sheet.rows.length, 'passage')} to decide  ${relative(process.cwd(), made)}`,
      );
    }
    if (sheets.length === 0) say('  nothing to decide: coders agree on all that is coded');
    return exitCodes.done;
  } finally {
    database.close();
  }
}

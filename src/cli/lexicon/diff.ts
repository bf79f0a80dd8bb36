import type { Command } from 'commander';
import { diffLexicons, type HitChange } from '../../app/diff.ts';
import { counted } from '../../app/overview.ts';
import { pseudonymsOf } from '../../app/pseudonyms.ts';
import { pseudonymKey } from '../../io/pseudonym-key.ts';
import { openLexicon, openStudy } from '../../io/study.ts';
import { openRun } from '../open-run.ts';
import { optionsOf, type StudyFlags } from '../place.ts';
import { table } from '../table.ts';
import { exitCodes, faint, harmless, say, strong } from '../talk.ts';
import { countOf } from './choices.ts';
import { kwicLine } from './kwic-line.ts';

type DiffFlags = StudyFlags & { readonly study?: string; readonly limit: string; readonly json?: true };

/** `titrate lexicon diff`: what two lexicons differ in. */
export function addDiff(lexicon: Command): void {
  lexicon
    .command('diff')
    .summary('tell which terms and hits one lexicon has and another has not')
    .description(
      'Compares the terms of two lexicons. With --study, the passages of a study that has been run are tagged with both, without reading a document again, and the hits that count gained and lost are told by category, with lines.',
    )
    .argument('<before>', 'study, or folder of lexicons')
    .argument('<after>', 'study, or folder of lexicons')
    .option('--study <path>', 'study whose passages are tagged with both')
    .option('--state <folder>', 'where its database is (default: .titrate/ in the study)')
    .option('--limit <number>', 'lines a category at most', '5')
    .option('--json', 'print all of it as JSON')
    .action(async (before: string, after: string, flags: DiffFlags) => {
      const limit = countOf('--limit', flags.limit);
      const [old, now] = [await openLexicon(before), await openLexicon(after)];
      if (flags.study === undefined) {
        show(diffLexicons(old, now, null), flags);
        return;
      }
      const place = await openStudy(flags.study, optionsOf(flags));
      const database = openRun(place.state, flags.study);
      try {
        const pseudonym = flags.json
          ? pseudonymsOf(place.file.privacy, () => pseudonymKey(place.pseudonymKey))
          : null;
        const study = { object: place.file.object, passages: database.passages(), limit, pseudonym };
        const { overlap } = place.file.settings;
        show(diffLexicons({ ...old, overlap }, { ...now, overlap }, study), flags);
      } finally {
        database.close();
      }
    });
}

function show({ terms, hits }: ReturnType<typeof diffLexicons>, { json }: DiffFlags): void {
  process.exitCode = exitCodes.done;
  if (json) {
    say(JSON.stringify({ terms, hits }, null, 2));
    return;
  }
  say(`  ${counted(terms.length, 'term')} differ${terms.length === 1 ? 's' : ''}`);
  const rows = terms.map(({ change, category, language, pattern, changed }) => [
    change,
    category,
    language,
    harmless([pattern, ...(changed.length === 0 ? [] : [`(${changed.join(', ')})`])].join('  ')),
  ]);
  for (const line of table(['change', 'category', 'in', 'pattern'], rows)) say(`    ${line}`);
  for (const change of hits ?? []) showHits(change);
  if (hits?.length === 0) say('  no hit is gained or lost');
}

function showHits({ category, gained, lost, passagesGained, passagesLost, lines }: HitChange): void {
  say(`\n  ${strong(category)}  hits +${gained} -${lost}, passages +${passagesGained} -${passagesLost}`);
  for (const { change, ...line } of lines) say(`    ${change === 'gained' ? '+' : '-'} ${kwicLine(line)}`);
  if (gained + lost > lines.length) say(faint(`    and ${gained + lost - lines.length} more`));
}

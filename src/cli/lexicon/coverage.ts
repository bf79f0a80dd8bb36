import type { Command } from 'commander';
import { type Coverage, coverLexicon } from '../../app/coverage.ts';
import { prepareLexicon } from '../../app/lexicon.ts';
import { counted } from '../../app/overview.ts';
import { lexiconFolder, openStudy } from '../../io/study.ts';
import { readTermReadings } from '../../io/term-readings.ts';
import { openRun } from '../open-run.ts';
import { studyOptions } from '../options.ts';
import { optionsOf, type StudyFlags } from '../place.ts';
import { table } from '../table.ts';
import { exitCodes, harmless, say, strong } from '../talk.ts';
import { countOf } from './choices.ts';

/** `titrate lexicon coverage`: which terms a corpus has, and where. */
export function addCoverage(lexicon: Command): void {
  studyOptions(
    lexicon
      .command('coverage')
      .summary('tell which terms are found, where, and which never')
      .description(
        'Counts, for a study that has been run, the hits of every theme by language, institution and zone, the share that its ten most frequent terms have, and the terms without any. Hits are those that count; blocked ones stand beside them.',
      )
      .argument('[study]', 'folder or manifest', '.')
      .option('--limit <number>', 'terms listed at most', '20')
      .option('--json', 'print all of it as JSON'),
  ).action(async (path: string, flags: StudyFlags & { limit: string; json?: true }) => {
    const limit = countOf('--limit', flags.limit);
    const place = await openStudy(path, optionsOf(flags));
    const database = openRun(place.state, path);
    try {
      const readings = await readTermReadings(lexiconFolder(path));
      const found = coverLexicon(prepareLexicon(place.lexicon, place.file, place.claims), database, readings);
      if (flags.json) say(JSON.stringify(found, null, 2));
      else show(found, limit);
      process.exitCode = exitCodes.done;
    } finally {
      database.close();
    }
  });
}

function show({ themes, terms }: Coverage, limit: number): void {
  const rows = themes.map(({ theme, hits, topTen, terms: all, unseen, languages, institutions, zones }) => [
    theme,
    String(hits),
    topTen === null ? '' : `${Math.round(topTen * 100)} %`,
    `${unseen}/${all}`,
    first(languages, 3),
    first(zones, 3),
    first(institutions, 3),
  ]);
  const header = ['theme', 'hits', 'top ten', 'unseen', 'languages', 'zones', 'institutions'];
  for (const line of table(header, rows)) say(`  ${line}`);
  const seen = terms.filter(({ hits }) => hits > 0);
  say(`\n  ${strong('most frequent terms')}`);
  const shown = seen.slice(0, limit);
  for (const line of table(['category', 'in', 'pattern', 'hits', 'blocked'], shown.map(rowOf)))
    say(`    ${line}`);
  const unseen = terms.filter(({ hits }) => hits === 0);
  say(`\n  ${strong(`${counted(unseen.length, 'term')} without a hit that counts`)}`);
  for (const line of table(
    ['category', 'in', 'pattern', 'hits', 'blocked'],
    unseen.slice(0, limit).map(rowOf),
  ))
    say(`    ${line}`);
  if (unseen.length > limit) say(`    and ${unseen.length - limit} more: --limit or --json shows them`);
}

function rowOf({ category, language, pattern, hits, blocked }: Coverage['terms'][number]): readonly string[] {
  return [category, language, harmless(pattern), String(hits), String(blocked)];
}

function first(counts: Readonly<Record<string, number>>, most: number): string {
  const all = Object.entries(counts);
  const named = all
    .slice(0, most)
    .map(([name, hits]) => `${harmless(name === '' ? 'unknown' : name)} ${hits}`);
  return [...named, ...(all.length > most ? [`${all.length - most} more`] : [])].join(', ');
}

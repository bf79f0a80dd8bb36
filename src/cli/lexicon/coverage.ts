import type { Command } from 'commander';
import { type Coverage, coverLexicon } from '../../app/coverage.ts';
import { counted } from '../../app/overview.ts';
import { lexiconOf } from '../../compose/lexicon.ts';
import { lexiconFolder, openStudy } from '../../io/study.ts';
import { readTermReadings } from '../../io/term-readings.ts';
import { lexiconLanguages } from '../../model/passage.ts';
import { openRun } from '../open-run.ts';
import { studyOptions } from '../options.ts';
import { optionsOf, type StudyFlags } from '../place.ts';
import { table } from '../table.ts';
import { exitCodes, harmless, say, strong, tell } from '../talk.ts';
import { countOf } from './choices.ts';

/** Names told of each theme. */
const namesShown = 3;

type Term = Coverage['terms'][number];

/** `titrate lexicon coverage`: which terms a corpus has, and where. */
export function addCoverage(lexicon: Command): void {
  studyOptions(
    lexicon
      .command('coverage')
      .summary('tell which terms are found, where, and which never')
      .description(
        'Counts, for a study that has been run, the hits of every theme by language, institution and zone, the share that its ten most frequent terms have, and the terms without any. Hits are those that count; blocked ones stand beside them. Where `measured.csv` of the lexicon has what people read, it also tells in how many of those passages a term was right, with the 95 % interval of Wilson, and what share of its frame it finds.',
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
      const found = coverLexicon(await lexiconOf(place), database, readings);
      if (flags.json) say(JSON.stringify(found, null, 2));
      else show(found, limit);
      process.exitCode = exitCodes.done;
    } finally {
      database.close();
    }
  });
}

function show({ themes, terms, stale }: Coverage, limit: number): void {
  const rows = themes.map(({ theme, hits, topTen, terms: all, unseen, languages }) => [
    theme,
    String(hits),
    topTen === null ? '' : `${Math.round(topTen * 100)} %`,
    `${unseen} of ${all}`,
    ...lexiconLanguages.map((language) => String(languages[language] ?? 0)),
  ]);
  const header = ['theme', 'hits', 'top ten', 'never found', ...lexiconLanguages];
  for (const line of table(header, rows)) say(`  ${line}`);
  say(`\n  ${strong('where')}`);
  for (const { theme, zones, institutions } of themes.filter(({ hits }) => hits > 0)) {
    say(`    ${theme}`);
    say(`      zones         ${first(zones)}`);
    say(`      institutions  ${first(institutions)}`);
  }
  list('most frequent terms', terms.filter(({ hits }) => hits > 0).slice(0, limit), 0);
  const doubted = terms
    .filter(({ readings }) => readings.some(({ precision }) => precision !== null && precision < usable))
    .toSorted((a, b) => wrong(b) - wrong(a));
  list(
    'terms that were wrong more often than right where people read',
    doubted.slice(0, limit),
    doubted.length,
  );
  const unseen = terms.filter(({ hits }) => hits === 0);
  // What is measured comes first: a frame that is never found is worth more than an actor.
  const ordered = [
    ...unseen.filter(({ layer }) => layer === 'frame'),
    ...unseen.filter(({ layer }) => layer !== 'frame'),
  ];
  list(`${counted(unseen.length, 'term')} without a hit that counts`, ordered.slice(0, limit), unseen.length);
  if (stale.length > 0)
    tell(
      `\n  measured.csv has ${counted(stale.length, 'term')} that the lexicon no longer has so: measure again`,
    );
}

/** Below this precision a term is more often wrong than right. */
const usable = 0.5;

function wrong({ readings }: Term): number {
  return readings.reduce((all, { passages, right }) => all + passages - right, 0);
}

function list(title: string, terms: readonly Term[], total: number): void {
  if (terms.length === 0) return;
  say(`\n  ${strong(title)}`);
  const isRead = terms.some(({ readings }) => readings.length > 0);
  const rows = terms.map((term) => [
    ...[term.category, term.language, harmless(term.pattern), String(term.hits), String(term.blocked)],
    ...(isRead ? readingCells(term) : []),
  ]);
  const header = [
    'category',
    'in',
    'pattern',
    'hits',
    'blocked',
    ...(isRead ? ['right', '95 %', 'recall'] : []),
  ];
  for (const line of table(header, rows)) say(`    ${line}`);
  if (total > terms.length) say(`    and ${total - terms.length} more: --limit or --json shows them`);
}

function readingCells({ readings }: Term): readonly string[] {
  const [one] = readings;
  if (one === undefined) return ['', '', ''];
  const recall = one.recall === null ? '' : `${Math.round(one.recall * 100)} % of ${one.frame}`;
  const { interval } = one;
  const range = interval === null ? '' : `${percent(interval.lower)} to ${percent(interval.upper)} %`;
  return [`${one.right} of ${one.passages}`, range, recall];
}

function percent(share: number): number {
  return Math.round(share * 100);
}

function first(counts: Readonly<Record<string, number>>): string {
  const all = Object.entries(counts);
  const named = all
    .slice(0, namesShown)
    .map(([name, hits]) => `${harmless(name === '' ? 'unknown' : name)} ${hits}`);
  return [...named, ...(all.length > namesShown ? [`${all.length - namesShown} more`] : [])].join(', ');
}

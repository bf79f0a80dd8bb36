import type { Command } from 'commander';
import { counted } from '../app/overview.ts';
import { pseudonymsOf } from '../app/pseudonyms.ts';
import { pseudonymKey } from '../io/pseudonym-key.ts';
import { openStudy } from '../io/study.ts';
import { InputError } from '../model/input.ts';
import { languages } from '../model/passage.ts';
import type { Concordance } from '../model/ports.ts';
import { openRun } from './open-run.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { exitCodes, faint, say, strong, tell } from './talk.ts';

type SearchFlags = StudyFlags & {
  readonly study: string;
  readonly frame?: string;
  readonly institution?: string;
  readonly voice?: string;
  readonly language?: string;
  readonly limit: string;
  readonly json?: true;
};

/** `titrate search`: concordance lines with document and page. */
export function addSearch(program: Command): void {
  studyOptions(
    program
      .command('search')
      .summary('print concordance lines (KWIC) with document and page')
      .description(
        'Prints where words or a frame occur, one line a hit, with document and page. Words are found as a phrase, without regard to case and accents; a last word may end in *. Without words, the hits of the frame are printed.',
      )
      .argument('[words]', 'words to look for, as a phrase')
      .option('--study <path>', 'folder or manifest', '.')
      .option('--frame <frame>', 'only passages with this frame, such as new_economic_paradigm')
      .option('--institution <name>', 'only documents of this institution')
      .option('--voice <voice>', 'only documents of this voice')
      .option('--language <language>', 'only passages in this language: en, es, pt')
      .option('--limit <number>', 'lines at most', '20')
      .option('--json', 'print the lines as JSON'),
  ).action(async (words: string | undefined, flags: SearchFlags) => {
    const {
      state,
      lexicon,
      voices,
      file,
      pseudonymKey: key,
    } = await openStudy(flags.study, optionsOf(flags));
    const frames = lexicon.themes.map(({ theme }) => theme.theme);
    const { frame = null, institution = null, voice = null, language = null } = flags;
    requireKnown('--frame', frame, frames);
    requireKnown('--voice', voice, [...voices]);
    requireKnown('--language', language, languages);
    const database = openRun(state, flags.study);
    try {
      if (words === undefined && flags.frame === undefined) {
        throw new InputError(['search: expected words or --frame, got neither']);
      }
      const limit = Number(flags.limit);
      if (!Number.isInteger(limit) || limit < 1) {
        throw new InputError([`--limit: expected a whole number from 1, got "${flags.limit}"`]);
      }
      const query = { words: words ?? null, frame, institution, voice, language, limit };
      // Lines on a terminal are read where the documents lie; JSON goes on to who knows where.
      const pseudonyms = flags.json ? pseudonymsOf(file.privacy, () => pseudonymKey(key)) : null;
      const { lines, total } = database.search(query, pseudonyms ?? undefined);
      if (flags.json) say(JSON.stringify({ total, lines }, null, 2));
      else {
        for (const line of lines) say(shown(line));
        tell(`\n  ${counted(lines.length, 'line')} from ${counted(total, 'passage')}`);
      }
      process.exitCode = exitCodes.done;
    } finally {
      database.close();
    }
  });
}

/** A name that does not exist would look like words that nobody says. */
function requireKnown(option: string, name: string | null, names: readonly string[]): void {
  if (name === null || names.includes(name)) return;
  throw new InputError([`${option}: expected one of ${names.join(', ')}, got "${name}"`]);
}

function shown({ file, page, left, hit, right }: Concordance): string {
  const width = 44;
  const before = left.replace(/\s+/g, ' ').slice(-width).padStart(width);
  const after = right.replace(/\s+/g, ' ').slice(0, width);
  return `${before}${strong(hit)}${after.padEnd(width)}  ${faint(`${file}, p. ${page}`)}`;
}

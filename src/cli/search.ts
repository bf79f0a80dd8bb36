import type { Command } from 'commander';
import { counted } from '../app/overview.ts';
import { pseudonymsOf } from '../app/pseudonyms.ts';
import { termsAsked } from '../app/terms-asked.ts';
import { lexiconOf } from '../compose/lexicon.ts';
import { pseudonymKey } from '../io/pseudonym-key.ts';
import { openStudy, type Study } from '../io/study.ts';
import { check, InputError } from '../model/input.ts';
import { languages, zones } from '../model/passage.ts';
import { type Concordance, searchSorts } from '../model/search.ts';
import { PartialDate } from '../model/study.ts';
import { polarities } from '../model/tag.ts';
import { countOf, oneOf } from './lexicon/choices.ts';
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
  readonly term?: string;
  readonly zone?: string;
  readonly polarity?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort: string;
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
        'Prints where words or a frame occur, one line a hit, with document and page. Words are found as a phrase, without regard to case and accents; a last word may end in *. Without words, the hits of the frame or term are printed. Sorting covers the first 10,000 hits.',
      )
      .argument('[words]', 'words to look for, as a phrase')
      .option('--study <path>', 'folder or manifest', '.')
      .option('--frame <frame>', 'only passages with this frame, such as new_economic_paradigm')
      .option('--institution <name>', 'only documents of this institution')
      .option('--voice <voice>', 'only documents of this voice')
      .option('--language <language>', 'only passages in this language: en, es, pt')
      .option('--term <term>', 'only passages with this term, by its pattern or id')
      .option('--zone <zone>', 'only passages in this part of a document, such as recital')
      .option('--polarity <polarity>', `only passages where a frame is ${polarities.join(', ')}`)
      .option('--from <date>', 'only documents from this year, month or day on')
      .option('--to <date>', 'only documents up to this year, month or day')
      .option('--sort <order>', `order of the lines: ${searchSorts.join(', ')}`, 'document')
      .option('--limit <number>', 'lines at most', '20')
      .option('--json', 'print the lines as JSON'),
  ).action(async (words: string | undefined, flags: SearchFlags) => {
    const study = await openStudy(flags.study, optionsOf(flags));
    const { state, lexicon, voices, file, pseudonymKey: key } = study;
    const frames = lexicon.themes.map(({ theme }) => theme.theme);
    const { frame = null, term = null, institution = null, from = null, to = null } = flags;
    if (frame !== null) oneOf('--frame', frame, frames);
    const narrowed = {
      institution,
      voice: flags.voice === undefined ? null : oneOf('--voice', flags.voice, [...voices]),
      language: flags.language === undefined ? null : oneOf('--language', flags.language, languages),
      zone: flags.zone === undefined ? null : oneOf('--zone', flags.zone, zones),
      polarity: flags.polarity === undefined ? null : oneOf('--polarity', flags.polarity, polarities),
      from: from === null ? null : dateOf('--from', from),
      to: to === null ? null : dateOf('--to', to),
      sort: oneOf('--sort', flags.sort, searchSorts),
    };
    const database = openRun(state, flags.study);
    try {
      if (words === undefined && frame === null && term === null) {
        throw new InputError(['search: expected words, --frame or --term, got none']);
      }
      const limit = countOf('--limit', flags.limit);
      const terms = term === null ? frameTerms(frame) : await termsOf(study, frame, term);
      const query = { words: words ?? null, terms, ...narrowed, after: null, limit };
      // Lines on a terminal are read where the documents lie; JSON goes on to who knows where.
      const pseudonyms = flags.json ? pseudonymsOf(file.privacy, () => pseudonymKey(key)) : null;
      const { lines, more, left, ...found } = await database.search(query, pseudonyms ?? undefined);
      const total = more ? (await database.countHits(query)).passages : found.total;
      if (flags.json) say(JSON.stringify({ total, lines }, null, 2));
      else {
        for (const line of lines) say(shown(line));
        tell(`\n  ${counted(lines.length, 'line')} from ${counted(total, 'passage')}`);
        if (left > 0) {
          tell('  sorted are the first 10,000 hits in the order of documents');
          tell(`  ${counted(left, 'passage')} beyond them: --sort document shows all`);
        }
      }
      process.exitCode = exitCodes.done;
    } finally {
      database.close();
    }
  });
}

/** Terms of a theme by how their ids begin. */
function frameTerms(frame: string | null): readonly string[] | null {
  return frame === null ? null : [`${frame}/`];
}

async function termsOf(study: Study, frame: string | null, term: string): Promise<readonly string[] | null> {
  const { terms, measured } = await lexiconOf(study);
  return termsAsked({ frame, term }, { terms, categories: measured }, (place) => `--${place}`);
}

function dateOf(option: string, written: string): string {
  const { value, faults } = check(PartialDate, written);
  if (faults === null) return value;
  throw new InputError(faults.map(({ expected }) => `${option}: expected ${expected}, got "${written}"`));
}

function shown({ file, page, left, hit, right }: Concordance): string {
  const width = 44;
  const before = left.replace(/\s+/g, ' ').slice(-width).padStart(width);
  const after = right.replace(/\s+/g, ' ').slice(0, width);
  return `${before}${strong(hit)}${after.padEnd(width)}  ${faint(`${file}, p. ${page}`)}`;
}

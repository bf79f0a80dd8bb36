import type { Command } from 'commander';
import { pseudonymsOf } from '../../app/pseudonyms.ts';
import { type Candidate, type Suggestions, suggestTerms } from '../../app/suggest.ts';
import { lexiconOf } from '../../compose/lexicon.ts';
import { pseudonymKey } from '../../io/pseudonym-key.ts';
import { openStudy } from '../../io/study.ts';
import { lexiconLanguages } from '../../model/passage.ts';
import { openRun } from '../open-run.ts';
import { studyOptions } from '../options.ts';
import { optionsOf, type StudyFlags } from '../place.ts';
import { exitCodes, faint, harmless, say, strong, tell } from '../talk.ts';
import { countOf, oneOf } from './choices.ts';
import { kwicLine } from './kwic-line.ts';

type SuggestFlags = StudyFlags & {
  readonly study: string;
  readonly language: string;
  readonly limit: string;
  readonly least: string;
  readonly json?: true;
};

const methods: readonly (readonly [Candidate['method'], string])[] = [
  ['keyness', 'stands out in passages with a hit, against all others'],
  ['collocate', 'stands beside hits more than elsewhere'],
  ['neighbour', 'stands among the same words as a term does'],
];

/** `titrate lexicon suggest`: what the study's own text puts forward for a category. */
export function addSuggest(lexicon: Command): void {
  studyOptions(
    lexicon
      .command('suggest')
      .summary('put forward terms for a category from the text of the study')
      .description(
        'Looks, in the passages of a study that has been run, for phrases that stand out where a category is found (log-likelihood, log ratio), that stand beside its hits (log-likelihood, mutual information), and that stand in contexts like those of its terms (cosine), each with lines to judge it by. Nothing is added to the lexicon.',
      )
      .argument('<category>', 'a theme, or theme/category, such as poverty_eradication')
      .option('--study <path>', 'folder or manifest', '.')
      .option('--language <language>', 'language of the passages: en, es, pt', 'es')
      .option('--limit <number>', 'candidates of each kind at most', '10')
      .option('--least <number>', 'least occurrences of a candidate', '3')
      .option('--json', 'print the candidates as JSON'),
  ).action(async (category: string, flags: SuggestFlags) => {
    const asked = {
      category,
      language: oneOf('--language', flags.language, lexiconLanguages),
      limit: countOf('--limit', flags.limit),
      least: countOf('--least', flags.least),
    };
    const place = await openStudy(flags.study, optionsOf(flags));
    const database = openRun(place.state, flags.study);
    try {
      const pseudonym = flags.json
        ? pseudonymsOf(place.file.privacy, () => pseudonymKey(place.pseudonymKey))
        : null;
      const terms = await lexiconOf(place);
      const found = suggestTerms(database, terms, asked, pseudonym);
      if (flags.json) say(JSON.stringify(found, null, 2));
      else show(found, category, new Map(terms.terms.map(({ id, pattern }) => [id, pattern])));
      process.exitCode = exitCodes.done;
    } finally {
      database.close();
    }
  });
}

function show(
  { candidates, target, rest, dropped }: Suggestions,
  category: string,
  patterns: ReadonlyMap<string, string>,
): void {
  say(`  ${category}: ${target} words in passages with a hit, ${rest} in all others`);
  if (dropped > 0)
    tell(`  phrases seen ${dropped} times or less may be missing: there were too many to count them all`);
  for (const [method, meaning] of methods) {
    const own = candidates.filter((candidate) => candidate.method === method);
    say(`\n  ${strong(method)}  ${meaning}${own.length === 0 ? ': none' : ''}`);
    for (const { words, score, effect, near, target: inside, rest: outside, documents, lines } of own) {
      const numbers =
        method === 'neighbour'
          ? `cosine ${score.toFixed(2)}, like ${harmless(patterns.get(near ?? '') ?? '')}`
          : `G2 ${score.toFixed(1)}, ${method === 'keyness' ? 'log ratio' : 'MI'} ${(effect ?? 0).toFixed(1)}`;
      say(
        `    ${strong(harmless(words))}  ${faint(`${numbers}, ${inside} with a hit, ${outside} without, ${documents} documents`)}`,
      );
      for (const line of lines) say(`      ${kwicLine(line)}`);
    }
  }
  say('\n  nothing was added: write the pattern, why it is one, and sentences that must match and must not');
}

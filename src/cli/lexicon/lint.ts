import type { Command } from 'commander';
import { type Doubt, doubtWords, lintLexicon } from '../../app/lint.ts';
import { counted } from '../../app/overview.ts';
import { openLexicon } from '../../io/study.ts';
import { shortened, table } from '../table.ts';
import { exitCodes, harmless, say, strong } from '../talk.ts';
import { countOf } from './choices.ts';

const doubts: readonly Doubt[] = ['never', 'shadowed', 'redundant', 'ambiguous', 'untested'];

/** `titrate lexicon lint`: what is doubtful about terms, before anything is read. */
export function addLint(lexicon: Command): void {
  lexicon
    .command('lint')
    .summary('find terms that never count, say the same, or stand in no example')
    .description(
      'Checks a lexicon as loading does, and beyond: terms that can never count (masked or shadowed by another category), that add nothing, whose wording two categories have, and that no example sentence tests. Ends with code 2 where the lexicon has errors or terms that can never count.',
    )
    .argument('[study]', 'study, or folder of lexicons', '.')
    .option('--json', 'print errors and doubts as JSON')
    .option('--limit <number>', 'untested terms listed at most', '20')
    .action(async (path: string, flags: { json?: true; limit: string }) => {
      const limit = countOf('--limit', flags.limit);
      const found = lintLexicon(await openLexicon(path));
      if (flags.json) say(JSON.stringify(found, null, 2));
      else {
        say(`  ${counted(found.errors.length, 'error')}`);
        for (const error of found.errors) say(`    ${harmless(error)}`);
        for (const doubt of doubts) {
          const own = found.doubts.filter((one) => one.doubt === doubt);
          if (own.length === 0) continue;
          say(`\n  ${strong(`${own.length} ${doubt}`)}  ${doubtWords(doubt)}`);
          const shown = doubt === 'untested' ? own.slice(0, limit) : own;
          const rows = shown.map(({ category, language, pattern, words, other }) => [
            category,
            language,
            harmless(pattern),
            ...(doubt === 'untested' ? [] : [harmless(words ?? '')]),
            ...(other === null ? [] : [harmless(`${other.category}  ${shortened(other.pattern)}`)]),
          ]);
          const header = ['category', 'in', 'pattern', 'wording', 'other term'];
          for (const line of table(header.slice(0, Math.max(...rows.map(({ length }) => length))), rows))
            say(`    ${line}`);
          if (shown.length < own.length)
            say(`    and ${own.length - shown.length} more: --limit or --json shows them`);
        }
      }
      const hopeless = found.doubts.some(({ doubt }) => doubt === 'never' || doubt === 'shadowed');
      process.exitCode = found.errors.length > 0 || hopeless ? exitCodes.input : exitCodes.done;
    });
}

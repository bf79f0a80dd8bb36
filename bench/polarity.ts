import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { lexiconLanguages } from '../src/model/passage.ts';
import type { Judgement } from '../src/tag/polarity/judge.ts';
import { type Frozen, frozenTheme, judgeAt } from '../tests/support/judged.ts';

/**
 * How well polarity and voice are told: accuracy and confusions on the three hundred frozen passages, by language. No
 * passage is printed: the rules must not be made on them.
 * Run: node bench/polarity.ts
 */
const bars = { polarity: 0.9, voice: 0.85 } as const;
const items: readonly Frozen[] = parse(readFileSync('tests/fixtures/polarity.yaml', 'utf8'));

type Pair = { readonly item: Frozen; readonly judged: Judgement; readonly speaker: string | null };

function judgeAll(): readonly Pair[] {
  return items.map((item) => {
    const start = item.text.indexOf(item.target);
    const span = { start, end: start + item.target.length };
    const judged = judgeAt(item.text, span, item.language, frozenTheme(item.frame));
    const speaker = judged.speaker === null ? null : item.text.slice(judged.speaker.start, judged.speaker.end);
    return { item, judged, speaker };
  });
}

function accuracy(pairs: readonly Pair[], of: 'polarity' | 'voice'): number {
  return pairs.filter(({ item, judged }) => item[of] === judged[of]).length / pairs.length;
}

function confusions(pairs: readonly Pair[], of: 'polarity' | 'voice'): void {
  const rows: Record<string, Record<string, number>> = {};
  for (const { item, judged } of pairs) {
    const row = (rows[item[of]] ??= {});
    row[judged[of]] = (row[judged[of]] ?? 0) + 1;
  }
  console.table(rows);
}

const pairs = judgeAll();
const rows: Record<string, Record<string, string>> = {};
for (const language of [...lexiconLanguages, null]) {
  const own = pairs.filter(({ item }) => language === null || item.language === language);
  rows[language ?? 'all'] = {
    polarity: accuracy(own, 'polarity').toFixed(3),
    voice: accuracy(own, 'voice').toFixed(3),
  };
}
process.stdout.write('frozen passages, accuracy\n');
console.table(rows);
for (const what of ['polarity', 'voice'] as const) {
  for (const language of lexiconLanguages) {
    process.stdout.write(`${what}, ${language}: rows are true, columns are found\n`);
    confusions(pairs.filter(({ item }) => item.language === language), what);
  }
}
if (accuracy(pairs, 'polarity') < bars.polarity || accuracy(pairs, 'voice') < bars.voice) {
  process.stderr.write(`expected polarity of at least ${bars.polarity} and voice of at least ${bars.voice}\n`);
  process.exitCode = 1;
}

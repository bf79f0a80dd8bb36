import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { lexiconLanguages } from '../src/model/passage.ts';
import type { Polarity, Voice } from '../src/model/tag.ts';
import { compile } from '../src/tag/compile.ts';
import { resolveLexicon } from '../src/tag/resolve.ts';
import { tag } from '../src/tag/tag.ts';
import { readLexicons } from '../tests/lexicons/read.ts';
import { developed, homographs } from '../tests/support/developed.ts';
import { type Frozen, frozenTheme, judgeAt, judgeMarked } from '../tests/support/judged.ts';
import { makePassage } from '../tests/tag/make.ts';
import { readGold, tagGold } from './support/gold.ts';

/**
 * How well polarity and voice are told: accuracy and confusions on the three hundred frozen passages and on the sentences
 * on which the rules were made, by language, and on sentences with words that are nouns or verbs of speech, with and
 * without the grammar of English; agreement with the voices of passages that two readers coded; and what judging costs.
 * No passage is printed: the rules must not be made on them.
 * Run: [TITRATE_REAL=<folder>] node bench/polarity.ts
 */
const bars = { polarity: 0.9, voice: 0.85 } as const;
const frozen: readonly Frozen[] = parse(readFileSync('tests/fixtures/polarity.yaml', 'utf8'));

type Verdict = { readonly polarity: Polarity; readonly voice: Voice };
type Pair = { readonly language: string; readonly wanted: Verdict; readonly judged: Verdict };

/** Never a noun: the word lists alone. */
const without = (): boolean => false;

function ofFrozen(isNoun?: typeof without): readonly Pair[] {
  return frozen.map((item) => {
    const start = item.text.indexOf(item.target);
    const span = { start, end: start + item.target.length };
    const judged = judgeAt(item.text, span, item.language, frozenTheme(item.frame), isNoun);
    return { language: item.language, wanted: item, judged };
  });
}

function ofDeveloped(some: typeof developed, isNoun?: typeof without): readonly Pair[] {
  return some.map((one) => ({
    language: one.language,
    wanted: one,
    judged: judgeMarked(one.marked, one.language, one.frame, isNoun),
  }));
}

function accuracy(pairs: readonly Pair[], of: keyof Verdict): number {
  return pairs.filter(({ wanted, judged }) => wanted[of] === judged[of]).length / pairs.length;
}

/** Whether a frame would count by what is found and by what is true. */
function counts(pairs: readonly Pair[]): number {
  const counted = ({ polarity, voice }: Verdict): boolean => polarity !== 'negated' && voice === 'own';
  return pairs.filter(({ wanted, judged }) => counted(wanted) === counted(judged)).length / pairs.length;
}

function table(title: string, pairs: readonly Pair[]): void {
  process.stdout.write(`${title}\n`);
  const rows: Record<string, Record<string, string | number>> = {};
  for (const language of [...lexiconLanguages, 'all']) {
    const own = pairs.filter((pair) => language === 'all' || pair.language === language);
    rows[language] = {
      sentences: own.length,
      polarity: accuracy(own, 'polarity').toFixed(3),
      voice: accuracy(own, 'voice').toFixed(3),
      counts: counts(own).toFixed(3),
    };
  }
  console.table(rows);
}

function confusions(pairs: readonly Pair[], of: keyof Verdict): void {
  const rows: Record<string, Record<string, number>> = {};
  for (const { wanted, judged } of pairs) {
    const row = rows[wanted[of]] ?? {};
    rows[wanted[of]] = { ...row, [judged[of]]: (row[judged[of]] ?? 0) + 1 };
  }
  console.table(rows);
}

const lexicon = resolveLexicon(readLexicons()).lexicon;

/** Passages that both readers give one voice and that have a judged frame. */
function ofGold(real: string): void {
  const gold = readGold(real);
  const tags = tagGold(lexicon, gold);
  const rows: Record<string, Record<string, number>> = {};
  for (const { id, voice } of gold) {
    const judged = (tags.get(id) ?? []).filter((one) => one.voice !== null);
    if (voice === null || judged.length === 0) continue;
    const isOwn = judged.some((one) => one.voice === 'own' && one.polarity !== 'negated');
    const row = rows[voice] ?? {};
    const found = isOwn ? 'own' : 'other';
    rows[voice] = { ...row, [found]: (row[found] ?? 0) + 1 };
  }
  process.stdout.write('passages coded by two readers, voice: rows are the readers, columns are found\n');
  console.table(rows);
}

/** Plain English in which one passage of ten has a frame, and one of fifty a frame that somebody else reports. */
function speed(): void {
  const plain =
    'The harbour board met on the first Monday of the month and went through the accounts of the ferry, the repair of the north quay and the letters of the fishing crews. Members asked for copies of the drawings, which the clerk will send by the end of the week, and the chair thanked the two neighbours who had mended the railings. ';
  const passages = Array.from({ length: 12_000 }, (_, i) => {
    const frame =
      i % 50 === 0
        ? 'The minister claims that co-operatives are a tool of poverty reduction, although no survey says so. '
        : i % 10 === 0
          ? 'The co-operatives of the coast are part of poverty reduction here. '
          : '';
    return makePassage(`${plain}${frame}${plain}No ${i}.`, 'en');
  });
  const bytes = passages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const rows: Record<string, Record<string, string | number>> = {};
  for (const [name, speech] of [
    ['without', {}],
    ['with', lexicon.speech],
  ] as const) {
    const matcher = compile({ ...lexicon, speech }, { object: 'SSE' });
    tag(passages.slice(0, 500), matcher);
    const start = process.cpuUsage();
    const tags = tag(passages, matcher);
    const { user, system } = process.cpuUsage(start);
    rows[name] = {
      'MB/s of processor time': (bytes / (user + system)).toFixed(1),
      judged: tags.filter(({ voice }) => voice !== null).length,
    };
  }
  process.stdout.write(`matching ${(bytes / 1e6).toFixed(1)} MB, with and without polarity and voice\n`);
  console.table(rows);
}

const measured = ofFrozen();
table('frozen passages', measured);
table('frozen passages, without the grammar of English', ofFrozen(without));
table('sentences of development', ofDeveloped(developed));
table('sentences of development, without the grammar of English', ofDeveloped(developed, without));
table('words that are nouns or verbs of speech', ofDeveloped(homographs));
table(
  'words that are nouns or verbs of speech, without the grammar of English',
  ofDeveloped(homographs, without),
);
for (const what of ['polarity', 'voice'] as const) {
  for (const language of lexiconLanguages) {
    process.stdout.write(`frozen, ${what}, ${language}: rows are true, columns are found\n`);
    confusions(
      measured.filter((pair) => pair.language === language),
      what,
    );
  }
}
const real = process.env['TITRATE_REAL'];
if (real === undefined) process.stdout.write('TITRATE_REAL names no folder: coded passages not measured\n');
else ofGold(real);
speed();
if (accuracy(measured, 'polarity') < bars.polarity || accuracy(measured, 'voice') < bars.voice) {
  process.stderr.write(
    `expected polarity of at least ${bars.polarity} and voice of at least ${bars.voice}\n`,
  );
  process.exitCode = 1;
}

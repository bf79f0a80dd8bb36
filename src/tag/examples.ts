import type { LexiconSource, Term } from '../model/lexicon.ts';
import { lexiconLanguages } from '../model/passage.ts';
import type { LanguagePlace, LexiconError } from './errors.ts';
import { createGrammar } from './polarity/english.ts';
import { createJudge, type Judgement } from './polarity/judge.ts';
import { compileSpeech } from './polarity/sentence.ts';
import { createReader, type Mention, type Reader, type Stems } from './read.ts';

/** What a sentence is an example of: a category, or one line of it. */
type Family = LanguagePlace & { readonly pattern?: string };

/**
 * Runs the example sentences of every category and line through the whole lexicon, masks, rules and longest
 * match included but not the rule that every frame has an object: `matches` and `yes` must give a mention
 * that stands, of the category or of the line, `rejects` and `no` none. A frame that must stand must also count by its
 * polarity and voice: the author's own, and not denied.
 */
export function checkExamples(
  source: LexiconSource,
  terms: readonly Term[],
  stems: Stems = {},
): readonly LexiconError[] {
  const read = createReader(terms, { stems, overlap: source.overlap });
  const judged = judgeOf(source);
  const errors: LexiconError[] = [];

  function check(family: Family, yes: readonly string[], no: readonly string[]): void {
    const { pattern, ...place } = family;
    const [must, never] =
      pattern === undefined ? (['matches', 'rejects'] as const) : (['yes', 'no'] as const);
    for (const sentence of yes) {
      const own = standing(read, sentence, family);
      const heard = own.map((mention) => judged(sentence, mention));
      if (heard.some((one) => one === null || counts(one))) continue;
      const [first] = own;
      if (first !== undefined) {
        const surface = sentence.slice(first.start, first.end);
        errors.push({
          code: 'example_unheard',
          ...place,
          list: must,
          sentence,
          surface,
          ...toldBy(sentence, heard[0]),
        });
        continue;
      }
      const found = whatHappened(read, terms, sentence, family, stems);
      errors.push({ code: 'example_missed', ...place, list: must, sentence, found });
    }
    for (const sentence of no) {
      const [mention] = standing(read, sentence, family);
      if (mention === undefined) continue;
      const { start, end, term } = mention;
      const surface = sentence.slice(start, end);
      errors.push({ code: 'example_tagged', ...place, list: never, sentence, term: term.pattern, surface });
    }
  }

  for (const { file, theme } of source.themes) {
    for (const [category, entry] of Object.entries(theme.categories)) {
      for (const language of lexiconLanguages) {
        const place = { file, theme: theme.theme, category, language };
        check(place, entry.matches[language] ?? [], entry.rejects[language] ?? []);
        for (const { pattern, yes, no } of entry.terms[language] ?? []) check({ ...place, pattern }, yes, no);
      }
    }
  }
  return errors;
}

/** The mentions of the family in the sentence that stand. */
function standing(read: Reader, sentence: string, family: Family): readonly Mention[] {
  const { open, masks, cues } = read(sentence, family.language);
  return [...open, ...masks, ...cues].filter(({ term }) => isOf(term, family));
}

/** Makes a judge of mentions in sentences of their own; null of what is no frame, or where the language has no cues. */
function judgeOf({ speech = {} }: LexiconSource): (sentence: string, mention: Mention) => Judgement | null {
  const cues = compileSpeech(speech);
  const isNoun = cues.en === undefined ? null : createGrammar(cues.en.forms.homographs);
  return (sentence, { start, end, term }) => {
    const { language, layer, names } = term;
    const own = cues[language];
    if (layer !== 'frame' || own === undefined) return null;
    const passage = { text: sentence, language, speaker: null, quotations: [] };
    return createJudge(passage, own, language === 'en' ? isNoun : null)({ start, end }, names);
  };
}

function counts({ polarity, voice }: Judgement): boolean {
  return polarity !== 'negated' && voice === 'own';
}

/** What keeps a mention from counting, with the words that say so. */
function toldBy(
  sentence: string,
  judgement: Judgement | null | undefined,
): { readonly as: 'denied' | 'attributed'; readonly by: string } {
  const { polarity = 'affirmed', because = [] } = judgement ?? {};
  const by = because.map(({ rule, start, end }) => `"${sentence.slice(start, end)}" (${rule})`).join(', ');
  return { as: polarity === 'negated' ? 'denied' : 'attributed', by };
}

/** Why a sentence has no mention of its family: nothing fits, a mask, a rule, or a longer term. */
function whatHappened(
  read: Reader,
  terms: readonly Term[],
  sentence: string,
  family: Family,
  stems: Stems,
): string {
  const own = terms.filter((term) => isOf(term, family)).map((term) => ({ ...term, rules: [] }));
  const alone = createReader(own, { stems })(sentence, family.language).open[0];
  if (alone === undefined) return 'none';
  const { open, blocked, masks } = read(sentence, family.language);
  const surface = `"${sentence.slice(alone.start, alone.end)}"`;
  const refused = blocked.find(({ term, blocked: by }) => isOf(term, family) && by !== 'mask');
  if (refused !== undefined) return `${surface} refused by the rule \`${ruleName(refused.blocked)}\``;
  const taker =
    masks.find((mask) => overlap(mask, alone) && mask.term.blocks.includes(alone.term.layer)) ??
    open.find((other) => overlap(other, alone) && other.term.layer === alone.term.layer);
  return taker === undefined
    ? surface
    : `${surface} taken by \`${taker.term.pattern}\` of \`${taker.term.theme}/${taker.term.category}\``;
}

function ruleName(block: string): string {
  return block === 'object_far' ? 'needs_object' : block;
}

function overlap(a: Mention, b: Mention): boolean {
  return a.start < b.end && b.start < a.end;
}

function isOf(term: Term, { theme, category, pattern }: Family): boolean {
  return term.theme === theme && term.category === category && (pattern ?? term.pattern) === term.pattern;
}

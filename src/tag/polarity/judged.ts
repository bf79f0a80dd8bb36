import { type LexiconLanguage, lexiconLanguages, type Passage } from '../../model/passage.ts';
import type { Tag } from '../../model/tag.ts';
import { codePointCounter, toUtf16 } from '../../text/codepoints.ts';
import type { Matcher } from '../compile.ts';
import { createGrammar } from './english.ts';
import { createJudge } from './judge.ts';
import type { Cues } from './sentence.ts';

/**
 * The tags of one passage with polarity and voice on the frames that count so far. What is denied no longer counts
 * (`blocked: 'negated'`), nor what somebody else says (`blocked: 'attributed'`); what is hedged does. `known` are tags of
 * the passage that were judged by the same cues, their terms naming the same: of the same place and term the judgement is the
 * same, since no other tag has a part in it.
 */
export function judged(
  passage: Passage,
  tags: readonly Tag[],
  { cues, names }: Pick<Matcher, 'cues' | 'names'>,
  known: readonly Tag[] = [],
): readonly Tag[] {
  const language = lexiconLanguages.find((one) => one === passage.language);
  const isJudged = ({ layer, blocked }: Tag): boolean => layer === 'frame' && blocked === null;
  const own = language === undefined ? undefined : cues[language];
  if (language === undefined || own === undefined || !tags.some(isJudged)) return tags;
  let judging: ((tag: Tag) => Judged) | null = null;
  return tags.map((one) => {
    if (!isJudged(one)) return one;
    const same = known.find(
      ({ term, start, end, polarity }) =>
        polarity !== null && term === one.term && start === one.start && end === one.end,
    );
    const judge = () => {
      judging ??= judgeOf(passage, language, own, names);
      return judging(one);
    };
    const { polarity, voice, because } = same ?? judge();
    const blocked = polarity === 'negated' ? 'negated' : voice === 'own' ? null : 'attributed';
    return { ...one, polarity, voice, because, blocked };
  });
}

type Judged = Pick<Tag, 'polarity' | 'voice' | 'because'>;

function judgeOf(
  passage: Passage,
  language: LexiconLanguage,
  cues: Cues,
  names: Matcher['names'],
): (tag: Tag) => Judged {
  const { text, speaker, quotations } = passage;
  const judge = createJudge(
    { text, language, speaker, quotations },
    cues,
    language === 'en' ? createGrammar(cues.forms.homographs) : null,
  );
  const toIndex = indexes(text);
  const toCodePoints = codePointCounter(text);
  return ({ start: from, end: to, term }) => {
    const { because, ...told } = judge({ start: toIndex(from), end: toIndex(to) }, names.get(term) ?? null);
    const reasons = because.map(({ rule, start, end }) => {
      const first = toCodePoints(start);
      return `${rule} ${first}-${toCodePoints(end)}`;
    });
    return { polarity: told.polarity, voice: told.voice, because: reasons };
  };
}

/** Takes code points of a text to its UTF-16 units, at little cost where they are the same. */
function indexes(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  return (offset) => toUtf16(text, offset);
}

import { lexiconLanguages, type Passage } from '../../model/passage.ts';
import type { Tag } from '../../model/tag.ts';
import { codePointCounter, toUtf16 } from '../../text/codepoints.ts';
import { createGrammar } from './english.ts';
import { createJudge } from './judge.ts';
import type { CuesByLanguage } from './sentence.ts';

/**
 * The tags of one passage with polarity and voice on the frames that count so far. What is denied no longer counts
 * (`blocked: 'negated'`), nor what somebody else says (`blocked: 'attributed'`); what is hedged does.
 */
export function judged(passage: Passage, tags: readonly Tag[], cues: CuesByLanguage): readonly Tag[] {
  const language = lexiconLanguages.find((one) => one === passage.language);
  const isJudged = ({ layer, blocked }: Tag): boolean => layer === 'frame' && blocked === null;
  const own = language === undefined ? undefined : cues[language];
  if (language === undefined || own === undefined || !tags.some(isJudged)) return tags;
  const { text, speaker, quotations } = passage;
  const judge = createJudge(
    { text, language, speaker, quotations },
    own,
    language === 'en' ? createGrammar(own.forms.homographs) : null,
  );
  const toIndex = indexes(text);
  const toCodePoints = codePointCounter(text);
  return tags.map((one) => {
    if (!isJudged(one)) return one;
    const span = { start: toIndex(one.start), end: toIndex(one.end) };
    const { polarity, voice, because } = judge(span, one.theme);
    const reasons = because.map(({ rule, start, end }) => {
      const from = toCodePoints(start);
      return `${rule} ${from}-${toCodePoints(end)}`;
    });
    const blocked = polarity === 'negated' ? 'negated' : voice === 'own' ? null : 'attributed';
    return { ...one, polarity, voice, because: reasons, blocked };
  });
}

/** Takes code points of a text to its UTF-16 units, at little cost where they are the same. */
function indexes(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  return (offset) => toUtf16(text, offset);
}

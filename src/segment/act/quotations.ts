import type { Language, Quotation, Speaker } from '../../model/passage.ts';
import { offset } from '../../model/units.ts';
import type { Span } from './sentences.ts';
import type { Sight } from './sight.ts';
import { speakerAfter } from './speech.ts';

type Found = Span & Pick<Quotation, 'kind' | 'speaker'>;

const marks =
  /“[^“”]{3,}”|«[^«»]{3,}»|„[^„“”]{3,}[“”]|(?<=^|[\s(:])"[^"]{3,}"(?=$|[\s.,;:)!?])|(?<=^|[\s(:])[‘'][^‘’']{12,}[’'](?=$|[\s.,;:)!?])/gu;
/** With fewer words, or without words in lower case, what stands in quotation marks is a name or a term. */
const fewest = 4;
/** From this many words on, what reads as a sentence is quoted speech even where nobody is said to speak. */
const sentenceWords = 8;

/**
 * Words that a passage quotes, between quotation marks, or reports, behind a verb of speech and its “that”; in a
 * passage with several turns of speech, every turn too. Ascending; a quoted span inside a reported one stays beside it.
 */
export function quotationsOf(
  sight: Sight,
  carried: Speaker | null,
  language: Language,
): readonly Quotation[] {
  const found = [...turns(sight, carried), ...reported(sight, carried), ...quoted(sight, language)];
  const toOffset = sight.toOffset();
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, kind, speaker }) => ({
      start: offset(toOffset(start)),
      end: offset(toOffset(end)),
      kind,
      speaker,
    }));
}

/** Turns of a transcript, where one passage holds words of more than one speaker. */
function turns({ turns: found, text }: Sight, carried: Speaker | null): readonly Found[] {
  const first = found[0];
  if (first === undefined || (found.length === 1 && text.slice(0, first.label.start).trim() === ''))
    return [];
  const before = text.slice(0, first.label.start).trimEnd().length;
  const own: readonly Found[] =
    before > 0 && carried !== null ? [{ start: 0, end: before, kind: 'quoted', speaker: carried }] : [];
  return [
    ...own,
    ...found
      .filter(({ start, end }) => end > start)
      .map(({ start, end, speaker }): Found => ({ start, end, kind: 'quoted', speaker })),
  ];
}

function reported({ speeches }: Sight, carried: Speaker | null): readonly Found[] {
  return speeches.flatMap((speech): Found[] => {
    if (speech === null || speech.clause === null) return [];
    const speaker = speech.kind === 'continues' ? carried : speech.speaker;
    return [{ ...speech.clause, kind: 'reported', speaker }];
  });
}

function quoted({ text, sentences, speeches }: Sight, language: Language): readonly Found[] {
  return [...text.matchAll(marks)].flatMap((match): Found[] => {
    const start = match.index + 1;
    const end = match.index + match[0].length - 1;
    const inside = text.slice(start, end);
    const words = inside.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
    const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length;
    if (words.length < fewest || lower < words.length / 2) return [];
    const place = sentences.findIndex(
      (sentence) => sentence.start <= match.index && match.index < sentence.end,
    );
    const speech = speeches[place] ?? null;
    const before =
      speech !== null && speech.end <= match.index && speech.kind !== 'continues' ? speech : null;
    const speaker = before?.speaker ?? speakerAfter(text, end + 1, language);
    const reads = words.length >= sentenceWords && /^[¿¡…(]?\p{Lu}/u.test(inside);
    return speaker !== null || before !== null || reads ? [{ start, end, kind: 'quoted', speaker }] : [];
  });
}

import { type Passage, silentZones } from '../model/passage.ts';
import type { Block, Tag } from '../model/tag.ts';
import { offset, type PassageId } from '../model/units.ts';
import { codePointCounter, codePointLength } from '../text/codepoints.ts';
import { place } from '../text/place.ts';
import type { Matcher } from './compile.ts';
import { judged } from './polarity/judged.ts';
import { byPlace, type Mention } from './read.ts';

/**
 * Tags the passages of one document: every term of the passage's language that is found, ordered by
 * passage, start, end, layer and term. A tag under a mask carries `blocked: 'mask'`, one that a rule
 * refuses the rule's code, a frame in a passage without an unblocked term of the object `blocked: 'no_object'`, any
 * other in a list of those present or a signature block `blocked: 'zone'`, all in a passage of `unsure`
 * `blocked: 'unsure'`; none of them counts. A frame that would count carries polarity and voice, and counts unless
 * denied (`blocked: 'negated'`) or said by somebody else (`blocked: 'attributed'`). Passages in a language without
 * terms get none. `known` are tags of some of them by another lexicon with the same cues, whose terms name the same: what they say of polarity and voice
 * holds, and is not looked for again.
 */
export function tag(
  passages: readonly Passage[],
  matcher: Matcher,
  unsure: ReadonlySet<PassageId> = new Set(),
  known: ReadonlyMap<PassageId, readonly Tag[]> = new Map(),
): readonly Tag[] {
  return passages
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .flatMap((passage) => {
      const tags = judged(passage, tagPassage(passage, matcher), matcher, known.get(passage.id));
      return unsure.has(passage.id) ? tags.map((one) => ({ ...one, blocked: 'unsure' as const })) : tags;
    });
}

function tagPassage(passage: Passage, matcher: Matcher): readonly Tag[] {
  const { open, blocked } = matcher.read(passage.text, passage.language);
  const hasObject = open.some(({ term }) => matcher.object.has(`${term.theme}/${term.category}`));
  const silent = silentZones.has(passage.zone);
  const block = ({ term }: Mention): Block | null =>
    silent ? 'zone' : term.layer === 'frame' && !hasObject ? 'no_object' : null;
  const free = open.map((mention) => ({ ...mention, blocked: block(mention), mask: null, company: null }));
  const found = [...free, ...blocked].sort(byPlace);
  if (found.length === 0) return [];
  const toCodePoints = codePointCounter(passage.text);
  return found.map(({ start, end, term, blocked, mask, company }) => {
    const surface = passage.text.slice(start, end);
    const from = toCodePoints(start);
    const to = from + codePointLength(surface);
    const placed = place(passage.runs, from, to);
    return {
      document: passage.document,
      passage: passage.id,
      start: offset(from),
      end: offset(to),
      page: placed.page,
      pageStart: offset(placed.pageStart),
      endPage: placed.endPage,
      pageEnd: offset(placed.pageEnd),
      zone: passage.zone,
      surface,
      term: term.id,
      category: `${term.theme}/${term.category}`,
      theme: term.theme,
      layer: term.layer,
      blocked,
      polarity: null,
      voice: null,
      because:
        company === null
          ? []
          : [`${mask?.id ?? blocked} ${toCodePoints(company.start)}-${toCodePoints(company.end)}`],
    };
  });
}

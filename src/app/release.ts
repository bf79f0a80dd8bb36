import type { Mention } from '../model/mention.ts';
import type { Passage, Quotation, Run, Speaker } from '../model/passage.ts';
import type { Found, FoundMention } from '../model/ports.ts';
import type { Evidence, MentionRow } from '../model/results.ts';
import type { StudyFile } from '../model/study.ts';
import type { Located } from '../model/tag.ts';
import { type Offset, offset } from '../model/units.ts';
import { usualQuote } from '../report/quote.ts';
import { isOpen } from '../report/rights.ts';
import { sliceCodePoints } from '../text/codepoints.ts';
import { type Veil, type Veiled, veilOf } from '../text/names.ts';

/**
 * Evidence as it may leave the study: private names replaced, unless they are shown (`pseudonym` null), and each passage
 * with the longest quotation that the rights of its document allow. Places on pages stay those of the raw text.
 */
export function released(
  found: Iterable<Found>,
  privacy: StudyFile['privacy'],
  pseudonym: ((name: string) => string) | null,
): Iterable<Evidence> {
  return {
    *[Symbol.iterator]() {
      let known: Found['persons'] = [];
      let veil: Veil | null = null;
      for (const { persons, rights, ...item } of found) {
        const longest = longestOf(rights, privacy);
        if (pseudonym === null || persons.length === 0) yield { ...item, longest };
        else {
          // The passages of a document come one after the other and share their list.
          if (veil === null || known !== persons) veil = veilOf(persons, pseudonym);
          known = persons;
          yield { ...veiled(item, veil), longest };
        }
      }
    },
  };
}

/** One passage as it may leave the study, with some of its words beside its tags: both are moved and veiled with it. */
export function releasedWith<Words extends Located>(
  { persons, rights, ...item }: Found,
  words: readonly Words[],
  privacy: StudyFile['privacy'],
  pseudonym: ((name: string) => string) | null,
): { readonly item: Evidence; readonly words: readonly Words[] } {
  const longest = longestOf(rights, privacy);
  if (pseudonym === null || persons.length === 0) return { item: { ...item, longest }, words };
  const veil = veilOf(persons, pseudonym);
  const hidden = veil.text(item.passage.text, item.passage.id);
  return { item: { ...veiled(item, veil), longest }, words: words.map((one) => shifted(one, hidden)) };
}

/** Longest quotation in code points that the rights of a document allow. */
function longestOf(rights: string | null, { quote_length }: StudyFile['privacy']): number {
  return isOpen(rights) ? usualQuote : Math.min(usualQuote, quote_length);
}

/** A passage with private names replaced and its tags moved with it; as it is where `pseudonym` is null. */
export function veiledPassage(found: Found, pseudonym: ((name: string) => string) | null): Found {
  if (pseudonym === null || found.persons.length === 0) return found;
  return { ...found, ...veiled(found, veilOf(found.persons, pseudonym)) };
}

const unhidden: Veiled = { text: '', spans: [], move: (place) => place };

/** Mentions as they may leave the study: private names replaced, with the longest quotation that rights allow. */
export function releasedMentions(
  found: Iterable<FoundMention>,
  privacy: StudyFile['privacy'],
  pseudonym: ((name: string) => string) | null,
): Iterable<MentionRow> {
  return {
    *[Symbol.iterator]() {
      let known: FoundMention['persons'] = [];
      let veil: Veil | null = null;
      let shown: { readonly passage: string; readonly hidden: Veiled } = { passage: '', hidden: unhidden };
      for (const { persons, rights, text, ...row } of found) {
        const longest = longestOf(rights, privacy);
        if (pseudonym === null || persons.length === 0) {
          yield { ...row, longest };
          continue;
        }
        if (veil === null || known !== persons) {
          veil = veilOf(persons, pseudonym);
          shown = { passage: '', hidden: unhidden };
        }
        known = persons;
        const { passage } = row.mention;
        if (shown.passage !== passage) shown = { passage, hidden: veil.text(text, passage) };
        yield { ...row, mention: mentionOf(row.mention, shown.hidden, veil), longest };
      }
    },
  };
}

/** A mention without private names, in the ids that are made of words too. */
function mentionOf(mention: Mention, hidden: Veiled, veil: Veil): Mention {
  if (hidden.spans.length === 0) return mention;
  const { start, end } = moved(mention, hidden);
  const named = (id: string | null) => (id === null ? null : veil.text(id).text);
  return {
    ...mention,
    start,
    end,
    of: mention.of === null ? null : offset(hidden.move(mention.of, 'start')),
    surface: sliceCodePoints(hidden.text, start, end),
    id: named(mention.id),
    programme: named(mention.programme),
  };
}

function veiled(item: Omit<Evidence, 'longest'>, veil: Veil): Omit<Evidence, 'longest'> {
  const { passage, tags } = item;
  const hidden = veil.text(passage.text, passage.id);
  const speaker = speakerOf(passage.speaker, veil);
  const section = passage.section.map((heading) => veil.text(heading).text);
  const quotations = passage.quotations.map(
    (one): Quotation => ({ ...one, ...moved(one, hidden), speaker: speakerOf(one.speaker, veil) }),
  );
  const runs = passage.runs.flatMap((run) => runsOf(run, hidden));
  const shown: Passage = { ...passage, text: hidden.text, speaker, section, quotations, runs };
  return {
    ...item,
    passage: shown,
    tags:
      hidden.spans.length === 0
        ? tags
        : tags.map((tag) => ({
            ...shifted(tag, hidden),
            because: tag.because.map((why) => reasonOf(why, hidden)),
          })),
  };
}

function moved({ start, end }: { readonly start: Offset; readonly end: Offset }, { move }: Veiled) {
  return { start: offset(move(start, 'start')), end: offset(move(end, 'end')) };
}

function shifted<Words extends Located>(words: Words, hidden: Veiled): Words {
  const { start, end } = moved(words, hidden);
  return { ...words, start, end, surface: sliceCodePoints(hidden.text, start, end) };
}

/** A reason with the place of its words, `es/not 12-14`, where these stand now. */
function reasonOf(why: string, { move }: Veiled): string {
  return why.replace(
    /(\d+)-(\d+)$/,
    (_, start, end) => `${move(Number(start), 'start')}-${move(Number(end), 'end')}`,
  );
}

/** Whoever speaks as a person, or is known as one, loses the name; bodies and delegations keep theirs. */
function speakerOf(speaker: Speaker | null, veil: Veil): Speaker | null {
  if (speaker === null) return null;
  const name = speaker.role === 'person' ? veil.name(speaker.name) : veil.text(speaker.name).text;
  return { ...speaker, name };
}

/** What of a stretch still stands unchanged on the page: all of it but the names. */
function runsOf(run: Run, { spans, move }: Veiled): readonly Run[] {
  const runs: Run[] = [];
  let from: number = run.at;
  const end = run.at + run.length;
  const keep = (until: number) => {
    if (until <= from) return;
    const at = offset(move(from, 'start'));
    runs.push({ ...run, at, length: until - from, start: offset(run.start + from - run.at) });
  };
  for (const span of spans) {
    if (span.end <= from || span.start >= end) continue;
    keep(span.start);
    from = span.end;
  }
  keep(end);
  return runs;
}

import type { Act, Person } from '../../model/act.ts';
import type { Passage, Speaker, Zone } from '../../model/passage.ts';
import { offset } from '../../model/units.ts';
import { endIn, readers } from '../../text/cue.ts';
import { plain } from '../../text/fold.ts';
import { factsOf, titleOf } from './facts.ts';
import { isOffice, type Named, personsIn } from './names.ts';
import { quotationsOf } from './quotations.ts';
import { minutesCues } from './rules/minutes.ts';
import { provisionCues } from './rules/provisions.ts';
import { type Sight, sight } from './sight.ts';
import { isTranscript } from './turns.ts';
import { grammarOf, zonesOf } from './zones.ts';

/**
 * Reads a document as minutes, as an act that orders something or as a programme, by the rules in `rules/`: the same
 * passages with their zones, speakers and quotations, and what the document says of itself. Where the rules see
 * nothing, a passage stays `body` without a speaker. Passages come in their order; footnotes keep their zone.
 */
export function readAct(passages: readonly Passage[]): {
  readonly passages: readonly Passage[];
  readonly act: Act;
} {
  const transcript = isTranscript(passages.map(({ text }) => text.normalize('NFC')));
  const sights = passages.map((passage) => sight(passage, transcript));
  const { kind } = titleOf(sights);
  const grammar = grammarOf(kind, sights);
  const { zones, agenda } = zonesOf(sights, grammar, kind !== null);
  const listed = sights.map((one, i) => listedPersons(one, zones[i] ?? 'body'));
  const chairs = chairsOf(sights, zones, listed);
  let floor: Speaker | null = null;
  const read = sights.map((one, i): Passage => {
    const zone = zones[i] ?? 'body';
    const carried = zone === 'intervention' || zone === 'decision' ? floor : null;
    const { speaker, next } = speakerOf(withChairs(one, chairs), zone, carried);
    const quotations = quotationsOf(withChairs(one, chairs), carried, one.passage.language);
    floor = next;
    return { ...one.passage, zone, speaker, quotations };
  });
  const persons = sights.flatMap((one, i) =>
    personsOf(one, [...(listed[i] ?? []), ...speaking(one, zones[i])]),
  );
  return { passages: read, act: { ...factsOf(sights, zones), agenda, persons } };
}

/** Who speaks in at least half of a passage and nobody else in it, and whose words the next one may go on with. */
function speakerOf(
  { turns, speeches, sentences, text, item }: Sight,
  zone: Zone,
  carried: Speaker | null,
): { speaker: Speaker | null; next: Speaker | null } {
  if (zone !== 'intervention') return { speaker: null, next: null };
  const first = turns[0];
  if (first !== undefined) {
    const alone = turns.length === 1 && text.slice(0, first.label.start).trim() === '';
    return { speaker: alone ? first.speaker : null, next: turns.at(-1)?.speaker ?? null };
  }
  const own = speeches.filter(
    (speech) => speech !== null && speech.kind !== 'source' && speech.speaker !== null,
  );
  const opening = speeches[0];
  if (opening?.kind === 'continues' || own.length === 0) return { speaker: carried, next: carried };
  const names = new Set(own.map((speech) => speech?.speaker?.name));
  const last = own.at(-1)?.speaker ?? null;
  const from = sentences[speeches.indexOf(own[0] ?? null)]?.start ?? text.length;
  const most = from <= text.length / 2 || item?.runIn === true;
  return { speaker: names.size === 1 && most ? last : null, next: last };
}

/** Names of those who preside, as attendance lists tell them, folded, with their last words alone too. */
function chairsOf(
  sights: readonly Sight[],
  zones: readonly Zone[],
  listed: readonly (readonly Named[])[],
): ReadonlySet<string> {
  let label = '';
  const names = sights.flatMap(({ text }, i) => {
    if (zones[i] !== 'attendance' && zones[i] !== 'front') return [];
    const persons = listed[i] ?? [];
    if (persons.length === 0) label = text;
    return persons
      .filter(({ of }) => presides.test(of ?? label))
      .flatMap(({ name }) => [plain(name), plain(name.split(/\s+/u).at(-1) ?? '')]);
  });
  return new Set(names);
}

const presides = /^\W*(?:presiding|presidente?a?\b|chair|alcaldes?s?a?|mayor\b|prefeit[oa])/iu;

function withChairs(one: Sight, chairs: ReadonlySet<string>): Sight {
  const turns = one.turns.map((turn) =>
    chairs.has(plain(turn.speaker.name))
      ? { ...turn, speaker: { ...turn.speaker, role: 'chair' as const } }
      : turn,
  );
  return { ...one, turns };
}

/** People in attendance lists, wherever in a front passage they begin, and in signatures, behind the article they sign. */
function listedPersons({ text, passage, provision }: Sight, zone: Zone): readonly Named[] {
  const from = (at: number, single: boolean) =>
    personsIn(text.slice(at), single).map((one) => ({ ...one, start: one.start + at, end: one.end + at }));
  if (zone === 'attendance') return personsIn(text);
  if (zone === 'front') {
    const at = endIn(presence, text, passage.language);
    return at === null ? [] : from(at, false);
  }
  if (zone !== 'signature') return [];
  if (provision === 'article' || provision === 'publication') {
    const ordered = endIn(publication, text, passage.language) ?? 0;
    const at = text.slice(ordered).search(/\.\s?[—–-]\s?\p{Lu}/u);
    return at < 0 ? [] : from(ordered + at + 1, true);
  }
  return personsIn(text, /\s?[—–-]\s?\p{Lu}/u.test(text));
}

const publication = readers(provisionCues.filter(([, kind]) => kind === 'publication'));
const presence = readers(
  minutesCues.filter(([, kind, pattern]) => kind === 'attendance' && pattern.endsWith(':')),
);

function speaking({ turns, speeches }: Sight, zone: Zone | undefined): readonly Named[] {
  if (zone !== 'intervention' && zone !== 'decision') return [];
  const labels = turns
    .filter(({ speaker }) => !speaker.name.split(/\s+/u).some(isOffice))
    .map(({ label, speaker }): Named => ({ ...label, name: speaker.name, of: null }));
  return [...labels, ...speeches.flatMap((speech) => speech?.persons ?? [])];
}

function personsOf({ passage, toOffset: counter }: Sight, named: readonly Named[]): readonly Person[] {
  const toOffset = counter();
  return named
    .toSorted((a, b) => a.start - b.start)
    .filter(
      ({ start, end }, i, all) =>
        i === 0 || (all[i - 1]?.end ?? 0) <= start || end <= (all[i - 1]?.start ?? 0),
    )
    .map(({ name, of, start, end }) => ({
      name,
      of,
      passage: passage.id,
      start: offset(toOffset(start)),
      end: offset(toOffset(end)),
    }));
}

import type { MeasuredCategory } from '../model/lexicon.ts';
import type { Mention } from '../model/mention.ts';
import type { Passage, Zone } from '../model/passage.ts';
import { blankPortrait, type Doing, type Place, type Portrait } from '../model/profile.ts';
import type { Tag } from '../model/tag.ts';
import type { PassageId } from '../model/units.ts';
import { codePointMap } from '../text/codepoints.ts';
import { nearestIn, sentencesOf } from './mention/sight.ts';
import { unitName } from './unit-name.ts';

/** What of a lexicon a portrait is drawn with. */
export type PortraitSetting = {
  readonly measured: readonly MeasuredCategory[];
  /** Code of the category whose terms mark the object. */
  readonly object: string;
  /** Categories of the bodies above an actor, nearest first. */
  readonly above: (actor: string) => readonly string[];
};

/** Zones that state what is wanted, with what, and with how much money. */
const substantial: ReadonlySet<Zone> = new Set<Zone>(['objective', 'instrument', 'budget']);
/** Markers of money whose giver has no name. */
const nameless = /^markers\/funding_(?!general)/;

/**
 * Who does what for whom in some passages of one document, and what is said of the object where: all that hypotheses
 * about actors, money, beneficiaries and objectives need. `tags` and `mentions` may hold those of other passages.
 */
export function portrait(
  passages: readonly Passage[],
  tags: readonly Tag[],
  mentions: readonly Mention[],
  setting: PortraitSetting,
): Portrait {
  const own = new Set(passages.map(({ id }) => id));
  const found = mentions.filter(({ passage }) => own.has(passage));
  const tagged = Map.groupBy(
    tags.filter(({ passage }) => own.has(passage)),
    ({ passage }) => passage,
  );
  if (found.length === 0 && tagged.size === 0) return blankPortrait;
  const mentioned = Map.groupBy(found, ({ passage }) => passage);
  const codesOf = codesBy(setting.measured);
  return {
    doings: doingsOf(passages, found, tagged, mentioned, setting.above),
    served: tally(found.filter(({ kind }) => kind === 'beneficiary').map(({ classes }) => classes.join(' '))),
    objectives: tally(
      found
        .filter(({ kind }) => kind === 'objective')
        .map((objective) => [...namedIn(objective, tagged.get(objective.passage) ?? [], codesOf)].join(' ')),
    ),
    programmes: [
      ...new Set(
        found.flatMap(({ kind, id }) => (kind === 'programme' && id !== null ? [unitName(id)] : [])),
      ),
    ].sort(),
    amounts: found.filter(({ kind }) => kind === 'amount').length,
    ...placesOf(passages, tagged, mentioned, codesOf, setting),
  };
}

function doingsOf(
  passages: readonly Passage[],
  found: readonly Mention[],
  tagged: ReadonlyMap<PassageId, readonly Tag[]>,
  mentioned: ReadonlyMap<PassageId, readonly Mention[]>,
  above: PortraitSetting['above'],
): readonly Doing[] {
  const doings = new Map<string, Doing>();
  const put = ({ actor, programme, ...more }: Doing) => {
    const doing = {
      ...more,
      actor: unitName(actor),
      programme: programme === null ? null : unitName(programme),
    };
    doings.set([doing.role, doing.actor, doing.programme ?? ''].join('\n'), doing);
  };
  for (const { kind, id, role, programme, category } of found) {
    if (kind === 'role' && id !== null && role !== null)
      put({ actor: id, role, programme, category, above: above(id) });
  }
  for (const passage of passages) {
    const money = (tagged.get(passage.id) ?? []).filter(
      ({ category, blocked }) => nameless.test(category) && (blocked === null || blocked === 'no_object'),
    );
    if (money.length === 0) continue;
    const programmeOf = programmesIn(passage, mentioned.get(passage.id) ?? []);
    for (const tag of money)
      put({
        actor: tag.category,
        role: 'funding',
        programme: programmeOf(tag),
        category: tag.category,
        above: [],
      });
  }
  return [...doings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, doing]) => doing);
}

/** The programme that is named nearest to a place in its sentence, as for actors; null where none is. */
function programmesIn(
  { text }: Passage,
  mentions: readonly Mention[],
): (at: Pick<Tag, 'start' | 'end'>) => string | null {
  const programmes = mentions.filter(({ kind, id }) => kind === 'programme' && id !== null);
  if (programmes.length === 0) return () => null;
  const { toUnits } = codePointMap(text);
  const spanOf = ({ start, end }: Pick<Tag, 'start' | 'end'>) => ({
    start: toUnits(start),
    end: toUnits(end),
  });
  const named = programmes.map((one) => ({ id: one.id, ...spanOf(one) }));
  const sentences = sentencesOf(text);
  return (at) => nearestIn(sentences, named, spanOf(at))?.id ?? null;
}

/** Categories named inside an objective; the object need not stand in the same passage. */
function namedIn(
  { start, end }: Mention,
  tags: readonly Tag[],
  codesOf: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const inside = tags.filter(
    (tag) => tag.start >= start && tag.end <= end && (tag.blocked === null || tag.blocked === 'no_object'),
  );
  return new Set(inside.flatMap(({ category }) => codesOf.get(category) ?? []).sort());
}

function placesOf(
  passages: readonly Passage[],
  tagged: ReadonlyMap<PassageId, readonly Tag[]>,
  mentioned: ReadonlyMap<PassageId, readonly Mention[]>,
  codesOf: ReadonlyMap<string, readonly string[]>,
  { object }: PortraitSetting,
): Pick<Portrait, 'places' | 'substantive'> {
  const places = new Map<Place, { passages: number; presence: Record<string, number> }>();
  let substantive = 0;
  for (const { id, zone, form } of passages) {
    const counted = (tagged.get(id) ?? []).filter(({ blocked }) => blocked === null);
    const codes = new Set(counted.flatMap(({ category }) => codesOf.get(category) ?? []));
    if (!codes.has(object)) continue;
    const mentions = mentioned.get(id) ?? [];
    const isDone = mentions.some(({ role }) => role === 'implementing');
    for (const place of isDone ? [zone, 'implementing' as const] : [zone]) {
      const there = places.get(place) ?? { passages: 0, presence: {} };
      there.passages += 1;
      for (const code of codes) there.presence[code] = (there.presence[code] ?? 0) + 1;
      places.set(place, there);
    }
    const states = mentions.some(({ kind }) => kind === 'objective' || kind === 'amount');
    if (form !== 'heading' && (substantial.has(zone) || isDone || states)) substantive += 1;
  }
  const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  return { places: Object.fromEntries(sorted) as Portrait['places'], substantive };
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function codesBy(measured: readonly MeasuredCategory[]): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const { code, categories } of measured) {
    for (const category of new Set(categories)) codes.set(category, [...(codes.get(category) ?? []), code]);
  }
  return codes;
}

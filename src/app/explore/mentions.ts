import { actingIn, kindOf } from '../../assess/units.ts';
import type { MentionsAsked, MentionsView } from '../../model/api/mentions.ts';
import type { MentionQuery } from '../../model/glance.ts';
import { type Mention, readableId } from '../../model/mention.ts';
import type { Found, PlacedMention } from '../../model/ports.ts';
import { languageLabel, voiceLabel } from '../../model/words.ts';
import { plain } from '../../text/fold.ts';
import { evidencePassage } from './evidence.ts';

/** Categories of the bodies above an actor, nearest first. */
type Above = (actor: string) => readonly string[];

/** What a page of mentions asks of the index; periods are of so many years. */
export function mentionQuery(asked: MentionsAsked, above: Above, periodYears: number): MentionQuery {
  const {
    institution = null,
    voice,
    language = null,
    period = null,
    kind: kinds,
    role,
    of,
    against,
    side,
    name,
  } = asked;
  const isOne = (mention: Mention) => {
    if (mention.kind === 'role') {
      if (role !== undefined && (mention.role === null || !role.includes(mention.role))) return false;
      if (of === undefined) return true;
      const kind = kindOf(doingOf(mention, above), {
        of,
        ...(against === undefined ? {} : { against }),
        through_parents: asked.above === 'yes',
      });
      return side === undefined ? kind !== null : kind === (side === 'of' ? 'a' : 'b');
    }
    if (mention.kind !== 'beneficiary' || asked.class === undefined) return true;
    return asked.class.some((one) => mention.classes.includes(one)) === (side !== 'against');
  };
  return {
    institution,
    voices: voice?.split(',') ?? null,
    language,
    period,
    periodYears,
    kinds,
    fits: (mention) => isOne(mention) && (name === undefined || isNamed(mention, name)),
  };
}

function isNamed({ id, surface }: Mention, name: string): boolean {
  return id === name || (id === null && surface.startsWith(name));
}

function doingOf(mention: Mention, above: Above) {
  const actor = mention.id ?? mention.surface;
  const { role, programme, category } = mention;
  return { actor, role: role ?? 'partner', programme, category, above: above(actor) };
}

/** Some of the mentions that were found, with how many there are and how many different ones. */
export function mentionsView(
  asked: MentionsAsked & { readonly from: number },
  all: readonly PlacedMention[],
  passagesOf: (wanted: readonly PlacedMention[]) => Iterable<Found>,
  page: number,
): MentionsView {
  const shown = all.slice(asked.from, asked.from + page);
  const passages = [...passagesOf(shown)];
  return {
    counts: countsWords(asked),
    total: all.length,
    things: thingsIn(all.map(({ mention }) => mention)),
    documents: new Set(all.map(({ mention }) => mention.document)).size,
    from: asked.from,
    rows: passages.flatMap((found, at) => {
      const mention = shown[at]?.mention;
      if (mention === undefined) return [];
      const { start, end } = mention;
      const actor = mention.kind === 'role' ? actorOf(mention, found) : null;
      return [
        { start, end, actor, note: noteOf(mention, found.passage.text), passage: evidencePassage(found) },
      ];
    }),
  };
}

/** Different things: actors each with each programme once, as hypotheses count them, all else by its name. */
function thingsIn(mentions: readonly Mention[]): number {
  const acting = mentions.filter(({ kind }) => kind === 'role').map((one) => doingOf(one, () => []));
  const roles = [...new Set(acting.map(({ role }) => role))];
  const others = mentions.filter(({ kind }) => kind !== 'role');
  return (
    actingIn(acting, roles).length +
    new Set(others.map(({ kind, id, surface }) => `${kind} ${id ?? surface}`)).size
  );
}

function noteOf({ kind, id, role, category, classes, amount }: Mention, text: string): string | null {
  const parts = [
    kind === 'role' ? (id === null ? null : writtenIn(text, readableId(id))) : null,
    kind === 'role' ? role : null,
    category?.replace(/^.*\//, '').replaceAll('_', ' ') ?? null,
    classes.length === 0 ? null : classes.join(' and '),
    amount?.year ?? null,
    amount?.status ?? null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** Where who has a role stands in its passage: the tag of its category that is nearest to the words, or its name. */
export function actorOf(
  { start, end, id, category }: Pick<Mention, 'start' | 'end' | 'id' | 'category'>,
  { passage, tags }: Pick<Found, 'passage' | 'tags'>,
): { readonly start: number; readonly end: number } | null {
  const far = (tag: { readonly start: number; readonly end: number }) =>
    Math.max(0, tag.start - end, start - tag.end);
  const [nearest] = tags
    .filter((tag) => category !== null && tag.category === category)
    .toSorted((a, b) => far(a) - far(b));
  if (nearest !== undefined) return { start: nearest.start, end: nearest.end };
  return id === null ? null : placeOf(passage.text, readableId(id));
}

/** A name as a passage writes it, which is known by its folded letters; as it is known where the passage has it otherwise. */
function writtenIn(text: string, name: string): string {
  const place = placeOf(text, name);
  return place === null ? name : [...text].slice(place.start, place.end).join('');
}

/** Where a name that is known by its folded letters stands in a text, in code points; null where it does not. */
function placeOf(text: string, name: string): { readonly start: number; readonly end: number } | null {
  const points = [...text];
  // A letter that folds to several would move all behind it, and so would an accent that stands by itself.
  const letters = points.flatMap((point, at) =>
    /\p{M}/u.test(point) ? [] : { letter: [...plain(point)][0] ?? ' ', at },
  );
  const sought = [...name];
  const first = letters.findIndex((_, at) =>
    sought.every((letter, step) => letters[at + step]?.letter === letter),
  );
  const start = letters[first]?.at;
  return start === undefined ? null : { start, end: letters[first + sought.length]?.at ?? points.length };
}

const kindWords: Readonly<Record<Mention['kind'], string>> = {
  actor: 'actors',
  role: 'actors',
  programme: 'programmes',
  amount: 'sums of money',
  beneficiary: 'groups served',
  objective: 'objectives',
  project: 'integration projects',
};

function countsWords({
  institution,
  voice,
  language,
  period,
  kind,
  role,
  of,
  against,
  side,
  name,
  class: classes,
}: MentionsAsked): string {
  const words = kind.map((one) =>
    one === 'role' && role !== undefined ? `actors (${role.join(', ')})` : kindWords[one],
  );
  const under = (names: readonly string[]) =>
    names.map((one) => one.replace(/^.*\//, '').replaceAll('_', ' ')).join(', ');
  return [
    `of ${words.join(' and ')}${name === undefined ? '' : `: ${readableId(name)}`}`,
    ...(of === undefined
      ? []
      : side === 'of'
        ? [`of the kind ${under(of)}`]
        : side === undefined
          ? against === undefined
            ? []
            : [`of the kinds ${under([...of, ...against])}`]
          : [against === undefined ? `not of the kind ${under(of)}` : `of the kind ${under(against)}`]),
    ...(classes === undefined
      ? []
      : [`${side === 'against' ? 'none of them' : 'being'} ${classes.join(' or ')}`]),
    ...(institution === undefined
      ? []
      : [
          institution === '(none)'
            ? 'in documents whose institution is not known'
            : `in documents of ${institution}`,
        ]),
    ...(voice === undefined ? [] : [`in documents of ${voice.split(',').map(voiceLabel).join(' or ')}`]),
    ...(language === undefined ? [] : [`in ${languageLabel(language)}`]),
    ...(period === undefined ? [] : [period === 'undated' ? 'undated' : `from ${period}`]),
  ].join(', ');
}

import type { Measure } from '../../model/claim.ts';
import type { MeasuredCategory } from '../../model/lexicon.ts';
import type { Mention } from '../../model/mention.ts';
import type { Passage, Zone } from '../../model/passage.ts';
import type { Tag } from '../../model/tag.ts';
import type { Fired } from '../../model/witness.ts';
import { type ActorMeasure, kindOf } from '../units.ts';

/** A passage with all that was found in it. */
export type Met = {
  readonly passage: Pick<Passage, 'zone' | 'form'>;
  readonly tags: readonly Tag[];
  readonly mentions: readonly Mention[];
};

/** What words of a passage are of the claimed kind, and what words of the other. */
export type Kinds = { readonly a: readonly Fired[]; readonly b: readonly Fired[] };

/** What of a lexicon kinds are told with. */
export type KindSetting = {
  readonly measured: readonly MeasuredCategory[];
  /** Code of the category that marks the object. */
  readonly object: string;
  /** Categories of the bodies above an actor, nearest first. */
  readonly above: (actor: string) => readonly string[];
};

/** Tells the kinds of words in a passage. */
export type KindsOf = (met: Met) => Kinds;

const substantial: ReadonlySet<Zone> = new Set<Zone>(['objective', 'instrument', 'budget']);
/** Markers of money whose giver has no name. */
const nameless = /^markers\/funding_(?!general)/;
const none: Kinds = { a: [], b: [] };

/**
 * How a measure whose poles are codes is read off one passage. Words of a frame count as in the numbers, hedged ones
 * left aside: a quotation should say plainly what it is quoted for.
 */
export function kindsBy(measure: Measure, setting: KindSetting): KindsOf {
  const has = categoriesOf(setting.measured);
  switch (measure.count) {
    case 'passages':
    case 'mentions': {
      const { of, against } = measure;
      return against === undefined
        ? rested(of, has, setting.object)
        : ({ tags }) => ({ a: plainly(tags, of, has), b: plainly(tags, against, has) });
    }
    case 'documents':
      return rested(measure.of, has, setting.object, () => true);
    case 'substantive_documents':
      return (met) => substantive(met, has, setting.object);
    case 'beneficiaries':
      return ({ mentions }) => {
        const served = mentions.filter(({ kind }) => kind === 'beneficiary');
        const isOne = ({ classes }: Mention) => measure.of.some((name) => classes.includes(name));
        return split(served, isOne, ({ classes }) => classes.join(', '));
      };
    case 'objectives':
      return ({ tags, mentions }) => {
        const goals = mentions.filter(({ kind }) => kind === 'objective');
        const within = (codes: readonly string[]) => goals.flatMap((goal) => inside(goal, tags, codes, has));
        return { a: within(measure.of), b: within(measure.against) };
      };
    case 'actors':
      return (met) => acting(met, measure, setting.above);
    case 'activities':
      return () => none;
  }
}

type Has = (code: string, category: string) => boolean;

function categoriesOf(measured: readonly MeasuredCategory[]): Has {
  const known = new Map(measured.map(({ code, categories }) => [code, new Set(categories)]));
  return (code, category) => known.get(code)?.has(category) === true;
}

function isPlain({ polarity }: Tag): boolean {
  return polarity !== 'hedged';
}

function plainly(tags: readonly Tag[], code: string, has: Has, isSaid = isPlain): readonly Fired[] {
  return tags
    .filter((tag) => tag.blocked === null && isSaid(tag) && has(code, tag.category))
    .map((tag) => ofTag(tag, code));
}

/** Against all others: where the category is not named at all, frames of another kind beside the object. */
function rested(of: string, has: Has, object: string, isSaid = isPlain): KindsOf {
  return ({ tags }) => {
    const counted = tags.filter(({ blocked }) => blocked === null);
    if (counted.some(({ category }) => has(of, category)))
      return { a: plainly(tags, of, has, isSaid), b: [] };
    if (!counted.some(({ category }) => has(object, category))) return none;
    const others = counted.filter((tag) => tag.layer === 'frame' && isPlain(tag));
    return { a: [], b: others.map((tag) => ofTag(tag, null)) };
  };
}

/** Where the object is named, with a target, a budget or an action, or without (docs/method.md 1.4). */
function substantive({ passage, tags, mentions }: Met, has: Has, object: string): Kinds {
  const named = plainly(tags, object, has);
  if (named.length === 0) return none;
  const done = mentions.filter(
    ({ kind, role }) => role === 'implementing' || kind === 'objective' || kind === 'amount',
  );
  const isOne = passage.form !== 'heading' && (substantial.has(passage.zone) || done.length > 0);
  return isOne
    ? { a: [...named, ...done.map((one) => ofMention(one, one.kind))], b: [] }
    : { a: [], b: named };
}

function acting({ tags, mentions }: Met, measure: ActorMeasure, above: KindSetting['above']): Kinds {
  const a: Fired[] = [];
  const b: Fired[] = [];
  const put = (kind: 'a' | 'b' | null, ...fired: readonly Fired[]) => {
    if (kind !== null) (kind === 'a' ? a : b).push(...fired);
  };
  const { role } = measure;
  for (const mention of mentions) {
    if (mention.kind !== 'role' || mention.role !== role || mention.id === null) continue;
    const { id: actor, category, programme, of } = mention;
    const name = mentions.find(({ kind, start }) => kind === 'actor' && start === of);
    const kind = kindOf({ actor, role, programme, category, above: above(actor) }, measure);
    put(kind, ...(name === undefined ? [] : [ofMention(name, `actor ${actor}`)]), ofMention(mention, role));
  }
  for (const tag of role === 'funding' ? tags : []) {
    const { category, blocked } = tag;
    if (!nameless.test(category) || (blocked !== null && blocked !== 'no_object')) continue;
    put(kindOf({ actor: category, role, programme: null, category, above: [] }, measure), ofTag(tag, null));
  }
  return { a, b };
}

/** Words inside an objective that name one of the categories; the object need not stand in the same passage. */
function inside(goal: Mention, tags: readonly Tag[], codes: readonly string[], has: Has): readonly Fired[] {
  return tags.flatMap((tag) => {
    const counts = tag.blocked === null || tag.blocked === 'no_object';
    if (!counts || tag.start < goal.start || tag.end > goal.end) return [];
    const code = codes.find((one) => has(one, tag.category));
    return code === undefined ? [] : [ofTag(tag, code)];
  });
}

function split(
  mentions: readonly Mention[],
  isOne: (mention: Mention) => boolean,
  says: (mention: Mention) => string,
): Kinds {
  const fired = (some: readonly Mention[]) =>
    some.map((one) => ofMention(one, `${one.kind} ${says(one)}`.trim()));
  return { a: fired(mentions.filter(isOne)), b: fired(mentions.filter((one) => !isOne(one))) };
}

function ofTag(tag: Tag, code: string | null): Fired {
  return { ...placeOf(tag), by: tag.term, code };
}

function ofMention(mention: Mention, by: string): Fired {
  return { ...placeOf(mention), by, code: null };
}

function placeOf(found: Tag | Mention) {
  const { document, passage, start, end, page, pageStart, endPage, pageEnd, zone, surface } = found;
  return { document, passage, start, end, page, pageStart, endPage, pageEnd, zone, surface };
}

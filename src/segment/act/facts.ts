import type { Act, ActKind } from '../../model/act.ts';
import type { Zone } from '../../model/passage.ts';
import { readAt, readers } from '../../text/cue.ts';
import { plain } from '../../text/fold.ts';
import { dateIn } from './dates.ts';
import { codes, factCues, titleCues } from './rules/titles.ts';
import { afterLabel, sentencesOf } from './sentences.ts';
import type { Sight } from './sight.ts';

type Facts = Pick<Act, 'kind' | 'body' | 'number' | 'place' | 'date'>;

const titles = readers(titleCues);
const facts = readers(factCues);
const bodies = facts.filter(({ kind }) => kind === 'body');
const places = facts.filter(({ kind }) => kind === 'place');

/** A title stands within this many passages, in passages of at most this many words. */
const fore = 15;
const titleWords = 60;

const code =
  /^\s*((?:\p{Lu}[\p{L}-]+\/)+)([\p{L}]+)\.?\s*(?:(?:EXT|ORD)\.?\s*)?(?:N\s?[º°.o]*\s*)?(\d+[/-]\d+)/u;
const session =
  /(?<![\p{L}\p{N}])([IVXLC]{1,7}|\d{1,3}[ªº°])\s+(?:\p{L}+\s+){0,2}?(?:REUNI|SESI|SESS|CUMBRE|C[UÚ]PULA|ASAMBLEA|ASSEMBL|MEETING)/iu;
const dateLine =
  /^\s*(?<place>\p{Lu}[\p{L}\p{M}.]*(?:\s+(?:(?:de|del|da|do|la|el)\s+)?\p{Lu}[\p{L}\p{M}.]*){0,4}),\s+(?=\D{0,12}\d)/u;
const closingDate =
  /(?:^|[–—-]\s?)(?<place>\p{Lu}[\p{L}\p{M}]*(?:\s+(?:do|de|da|del)?\s*\p{Lu}[\p{L}\p{M}]*){0,3}),\s*(?=\d)/u;

/** True for a short line of place and date, as acts end with. */
export function isDateLine({ text, passage }: Sight): boolean {
  return (
    passage.words <= 12 && (dateLine.test(text) || closingDate.test(text)) && dateIn(text, false) !== null
  );
}

/** What a document calls itself, with the number that its title gives, as far as its first passages say so. */
export function titleOf(sights: readonly Sight[]): {
  kind: ActKind | null;
  number: string | null;
  body: string | null;
} {
  const first = sights.slice(0, fore);
  for (const { text } of first) {
    const [, path = '', sign = '', number = null] = code.exec(text) ?? [];
    const kind = codes[plain(sign)];
    if (kind !== undefined) return { kind, number, body: path.replace(/\/$/u, '') };
  }
  let found: { kind: ActKind; number: string | null } | null = null;
  for (const sight of first) {
    if (sight.passage.words > titleWords || sight.provision === 'article') continue;
    if (sight.passage.words > 12 && !sight.title && !opensLikeTitle(sight.text)) continue;
    const title = readAt(titles, sight.text, afterLabel(sight.text), null);
    if (title === null) continue;
    const number = title.part?.text ?? session.exec(sight.text)?.[1] ?? null;
    if (title.kind === 'minutes') return { kind: 'minutes', number, body: null };
    const named = found === null || (found.kind === 'programme' && number !== null);
    if (named) found = { kind: title.kind, number };
  }
  return found === null ? { kind: null, number: null, body: null } : { ...found, body: null };
}

/** True where the first words of a passage stand in capitals, as those of a title do. */
function opensLikeTitle(text: string): boolean {
  return /^(?:\P{Ll}+\s){3}/u.test(text.slice(0, 80));
}

/** What a document says of itself: from its title, its front and opening, and the line of place and date that ends it. */
export function factsOf(sights: readonly Sight[], zones: readonly Zone[]): Facts {
  const { kind, number, body } = titleOf(sights);
  if (kind === null && zones.every((zone) => zone === 'body' || zone === 'footnote'))
    return { kind, body: null, number: null, place: null, date: null };
  const opening = sights.filter(
    ({ provision, minutes }, i) =>
      i < 2 * fore + 10 &&
      (zones[i] === 'front' ||
        minutes === 'opening' ||
        (i < 3 && zones[i] === 'body') ||
        provision === 'enacting'),
  );
  const closing = sights.filter((sight, i) => zones[i] === 'signature' && sight.passage.words <= 40);
  const dated = [...opening.filter(({ provision }) => provision !== 'enacting'), ...closing.toReversed()];
  return {
    kind,
    number: number ?? firstOf(opening, ({ text }) => session.exec(text)?.[1] ?? null),
    body: body ?? enactorOf(sights) ?? firstOf(opening.slice(0, 4).toReversed(), bodyIn),
    place: firstOf(dated, placeIn),
    date: firstOf(dated, ({ text, passage }) => dateIn(text, passage.language === 'en')),
  };
}

/** Who enacts, in the words of enactment or in the title that stands right before them. */
function enactorOf(sights: readonly Sight[]): string | null {
  const at = sights.findIndex(({ provision }) => provision === 'enacting');
  const before = sights[at - 1];
  const named =
    enactor.exec(sights[at]?.text ?? '') ?? (before?.title === true ? subject.exec(before.text) : null);
  return named?.groups?.['body'] ?? null;
}

const article = '^\\s*(?:[Ee]l|[Ll]as?|[Ll]os|[Oo]s?|[Aa]s?|[Tt]he|EL|LAS?|LOS|OS?|AS?|THE)\\s+';
const enactor = new RegExp(`${article}(?<body>\\P{Ll}[^,:]{5,100}?),?\\s+\\p{L}+:?\\s*$`, 'u');
const subject = new RegExp(`${article}(?<body>\\P{Ll}[^,:]{5,100}?)[\\s,:]*$`, 'u');

function bodyIn({ text, passage }: Sight): string | null {
  if (passage.words > titleWords || (passage.words > 12 && !opensLikeTitle(text))) return null;
  return readAt(bodies, text, afterLabel(text), null)?.part?.text.replace(/[\s.,;]+$/u, '') ?? null;
}

function placeIn({ text, passage }: Sight): string | null {
  for (const { start } of sentencesOf(text)) {
    const found = readAt(places, text, start, passage.language)?.part?.text;
    if (found !== undefined) return found;
  }
  if (passage.words > 40) return null;
  const given =
    /^(?:Dad[ao] en|Hecho en|Feito em|Dada em|Done at|Given at)\s+(?<place>\p{Lu}[\p{L}\s]{2,40}?),/u.exec(
      text,
    );
  return (given ?? dateLine.exec(text) ?? closingDate.exec(text))?.groups?.['place'] ?? null;
}

function firstOf<T>(sights: readonly Sight[], read: (sight: Sight) => T | null): T | null {
  for (const sight of sights) {
    const found = read(sight);
    if (found !== null) return found;
  }
  return null;
}

import { codePointCounter, toUtf16 } from './codepoints.ts';
import { plain } from './fold.ts';
import { particles, titles } from './titles.ts';

/** A name where a document gives it: in a passage, from and to code points of its text. */
export type NamePlace = {
  readonly name: string;
  readonly passage: string;
  readonly start: number;
  readonly end: number;
};

/** A text in which names have been replaced, and where its places have gone. */
export type Veiled = {
  readonly text: string;
  /** What was replaced, in code points of the text before, ascending and disjoint. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** Where a code point of the text before stands now; one inside a name at the edge asked for. */
  readonly move: (offset: number, edge: 'start' | 'end') => number;
};

/** Replaces the private names of one document. */
export type Veil = {
  /** In a text of the document; `passage` names it where it is one, so that names are replaced where they were found. */
  readonly text: (text: string, passage?: string) => Veiled;
  /** One name by itself. */
  readonly name: (name: string) => string;
};

type Word = { readonly folded: string; readonly start: number; readonly end: number; readonly raw: string };
type Span = { readonly start: number; readonly end: number; readonly key: string };

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;
/** What may stand between two words of one name. */
const gap = /^[\s.,\u00a0-]{1,3}$/;
const titled: ReadonlySet<string> = new Set(Object.values(titles).flat());

/**
 * Finds the names of a document's private persons in its texts, without regard to case and accents: the whole name in
 * either order, and any part of it after a title (`Sra. García`). A part that fits several persons is a name of its
 * own. `pseudonym` says what stands for a name; it is asked for names in the form in which they are compared.
 */
export function veilOf(places: readonly NamePlace[], pseudonym: (name: string) => string): Veil {
  const keys = new Map<string, readonly string[]>();
  for (const { name } of places) {
    const parts = partsOf(name);
    if (parts.length > 0) keys.set(parts.join(' '), parts);
  }
  const whole = new Map<string, { readonly parts: readonly string[]; readonly key: string }[]>();
  for (const [key, parts] of keys) {
    if (parts.length < 2) continue;
    // Lists put the family name first: `García Pérez, Ana`.
    for (let turn = 0; turn < parts.length; turn++) {
      const turned = [...parts.slice(turn), ...parts.slice(0, turn)];
      const first = turned[0] ?? '';
      whole.set(first, [...(whole.get(first) ?? []), { parts: turned, key }]);
    }
  }
  for (const list of whole.values()) list.sort((a, b) => b.parts.length - a.parts.length);

  /** The one whole name that holds all these words, or else the words themselves. */
  function resolved(parts: readonly string[]): string {
    const own = parts.join(' ');
    if (parts.length > 1 && keys.has(own)) return own;
    const named = parts.filter((part) => !particles.has(part));
    const holding = [...keys].filter(
      ([, all]) => all.length > 1 && named.every((part) => all.includes(part)),
    );
    return holding.length === 1 ? (holding[0]?.[0] ?? own) : own;
  }

  function spansIn(text: string, passage: string | undefined): readonly Span[] {
    const found: Span[] = [];
    for (const { name, passage: at, start, end } of places) {
      const parts = partsOf(name);
      if (at !== passage || parts.length === 0) continue;
      found.push({ start: toUtf16(text, start), end: toUtf16(text, end), key: resolved(parts) });
    }
    const words = wordsOf(text);
    const joined = (from: number, to: number) => gap.test(text.slice(words[from]?.end, words[to]?.start));
    for (const [index, { folded, start }] of words.entries()) {
      const match = whole
        .get(folded)
        ?.find(({ parts }) =>
          parts.every(
            (part, at) =>
              words[index + at]?.folded === part && (at === 0 || joined(index + at - 1, index + at)),
          ),
        );
      if (match !== undefined) {
        found.push({ start, end: words[index + match.parts.length - 1]?.end ?? start, key: match.key });
      }
      const after = titled.has(folded) ? afterTitle(words, index + 1, joined) : null;
      if (after !== null) found.push(after);
    }
    return disjoint(found);
  }

  /** The longest run of words of one name right after a title. */
  function afterTitle(
    words: readonly Word[],
    from: number,
    joined: (from: number, to: number) => boolean,
  ): Span | null {
    let best: Span | null = null;
    let holding = [...keys.values()];
    const parts: string[] = [];
    for (let at = from; at < words.length && joined(at - 1, at); at++) {
      const { folded, end, raw } = words[at] as Word;
      parts.push(folded);
      if (particles.has(folded)) continue;
      holding = holding.filter((all) => all.includes(folded));
      if (holding.length === 0 || !/^\p{Lu}/u.test(raw)) break;
      best = { start: words[from]?.start ?? 0, end, key: resolved(parts) };
    }
    return best;
  }

  return {
    name: (name) => {
      const parts = partsOf(name);
      return parts.length === 0 ? name : pseudonym(resolved(parts));
    },
    text: (text, passage) => replaced(text, spansIn(text, passage), pseudonym),
  };
}

/** The words of a name in the form in which they are compared, given names first. */
function partsOf(name: string): readonly string[] {
  const [family = '', given, ...more] = name.split(',');
  const order = given !== undefined && more.length === 0 ? `${given} ${family}` : name;
  return wordsOf(order).map(({ folded }) => folded);
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(word)].map(({ 0: raw, index }) => ({
    raw,
    // `Profª` is `profa`.
    folded: plain(raw.normalize('NFKC')),
    start: index,
    end: index + raw.length,
  }));
}

function disjoint(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    // What two names share is hidden with both.
    else if (span.end > last.end) kept[kept.length - 1] = { ...last, end: span.end };
  }
  return kept;
}

function replaced(text: string, spans: readonly Span[], pseudonym: (name: string) => string): Veiled {
  if (spans.length === 0) return { text, spans: [], move: (offset) => offset };
  const count = codePointCounter(text);
  const moved: { start: number; end: number; to: number; length: number }[] = [];
  let made = '';
  let at = 0;
  let shift = 0;
  for (const { start, end, key } of spans) {
    const name = pseudonym(key);
    const [from, until] = [count(start), count(end)];
    made += text.slice(at, start) + name;
    at = end;
    moved.push({ start: from, end: until, to: from + shift, length: name.length });
    shift += name.length - (until - from);
  }
  return {
    text: made + text.slice(at),
    spans: moved.map(({ start, end }) => ({ start, end })),
    move(offset, edge) {
      const before = moved.findLast(({ start }) => start < offset || (start === offset && edge === 'start'));
      if (before === undefined) return offset;
      if (offset >= before.end) return before.to + before.length + (offset - before.end);
      return edge === 'start' ? before.to : before.to + before.length;
    },
  };
}

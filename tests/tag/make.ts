import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  CategoryEntry,
  type Layer,
  type LexiconSource,
  type Term,
  TermEntry,
  type Theme,
} from '../../src/model/lexicon.ts';
import type { Language, LexiconLanguage, Passage } from '../../src/model/passage.ts';
import { documentId, offset, pageIndex, passageId, sha256 } from '../../src/model/units.ts';
import { codePointLength } from '../../src/text/codepoints.ts';
import { plainPassage } from '../support/parts.ts';

type Entry = string | (Partial<z.input<typeof TermEntry>> & { readonly pattern: string });

/** A category written shortly: entries by language and what else the schema allows. */
export type Sketch = {
  readonly en?: readonly Entry[];
  readonly es?: readonly Entry[];
  readonly pt?: readonly Entry[];
  readonly matches?: CategoryEntry['matches'];
  readonly rejects?: CategoryEntry['rejects'];
  readonly blocks?: ('frame' | 'object')[];
} & Pick<z.input<typeof CategoryEntry>, 'near' | 'not_near' | 'not_after' | 'needs_object'>;

/** A lexicon with one file a theme, named after it, and the code `SSE` for the theme `object` unless given. */
export function makeSource(
  themes: Readonly<
    Record<string, { readonly layer: Layer; readonly categories: Readonly<Record<string, Sketch>> }>
  >,
  codes: Readonly<Record<string, { readonly from?: string[]; readonly union?: string[] }>> = {
    SSE: { from: ['object'] },
  },
): LexiconSource {
  return {
    themes: Object.entries(themes).map(([theme, { layer, categories }]) => ({
      file: `${theme}.yaml`,
      theme: makeTheme(theme, layer, categories),
    })),
    categories: Object.fromEntries(
      Object.entries(codes).map(([code, { from = [], union = [] }]) => [
        code,
        { label: code, definition: code, from, union },
      ]),
    ),
  };
}

function makeTheme(theme: string, layer: Layer, categories: Readonly<Record<string, Sketch>>): Theme {
  return {
    theme,
    layer,
    label: theme,
    actors: {},
    categories: Object.fromEntries(
      Object.entries(categories).map(([name, { en, es, pt, ...rest }]) => [
        name,
        CategoryEntry.parse({
          definition: name,
          ...rest,
          terms: dropEmpty({ en: entries(en), es: entries(es), pt: entries(pt) }),
        }),
      ]),
    ),
  };
}

function entries(list: readonly Entry[] = []): readonly TermEntry[] {
  return list.map((entry) =>
    TermEntry.parse({
      why: 'test',
      evidence: 'test',
      status: 'proposed',
      ...(typeof entry === 'string' ? { pattern: entry } : entry),
    }),
  );
}

function dropEmpty<T>(lists: Readonly<Record<string, readonly T[]>>): Readonly<Record<string, readonly T[]>> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

/** A term for tests that go round the resolver. */
export function makeTerm(pattern: string, more: Partial<Term> = {}): Term {
  const language: LexiconLanguage = more.language ?? 'es';
  const [theme, category] = [more.theme ?? 'theme', more.category ?? 'category'];
  const digits = createHash('sha256').update(pattern).digest('hex').slice(0, 6);
  return {
    id: `${theme}/${category}.${language}.${digits}`,
    theme,
    category,
    layer: 'frame',
    language,
    pattern,
    why: 'test',
    evidence: 'test',
    status: 'proposed',
    exactCase: false,
    exactAccents: false,
    blocks: more.layer === 'mask' ? ['frame'] : [],
    rules: [],
    names: null,
    author: null,
    date: null,
    ...more,
  };
}

/** A passage that stands on page 3 from code point 100 on. */
export function makePassage(text: string, language: Language = 'es', ordinal = 0): Passage {
  return {
    id: passageId(`0123456789abcdef-${ordinal.toString(16).padStart(12, '0')}`),
    document: documentId(sha256('0123456789abcdef'.repeat(4))),
    ordinal,
    ...plainPassage,
    language,
    text,
    words: text.split(/\s+/).length,
    runs: [{ at: offset(0), length: codePointLength(text), page: pageIndex(3), start: offset(100) }],
  };
}

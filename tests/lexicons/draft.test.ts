import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type LexiconLanguage, lexiconLanguages } from '../../src/model/passage.ts';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { real } from '../support/requires.ts';
import { readLexicons } from './read.ts';

/** The theme that a category of the draft went to. */
const themeOf: readonly (readonly [RegExp, string])[] = [
  [/^frames\/poverty_eradication/, 'poverty_eradication'],
  [/^frames\/new_economic_paradigm/, 'new_economic_paradigm'],
  [/^frames\/add_on_complement\/competitiveness/, 'market_insertion'],
  [/^frames\/add_on_complement/, 'add_on'],
  [/^frames\/integration_driver\/frontier/, 'frontier'],
  [/^frames\/integration_driver/, 'integration_driver'],
  [/^frames\/mainstream_economic_policy\/economic_authorities/, 'actors'],
  [/^frames\/mainstream_economic_policy/, 'mainstream_policy'],
  [/^objects/, 'objects'],
  [/^channels/, 'actors'],
  [/^(funding|beneficiaries|markers\/definition)/, 'markers'],
  [/^markers\/(attribution|negation|hedges|add_on_adverbs)/, 'cues'],
  [/^masks/, 'masks'],
];

type Draft = { readonly language: LexiconLanguage; readonly theme: string; readonly pattern: string };

const difference = z.object({
  language: z.enum(lexiconLanguages),
  pattern: z.string(),
  why: z.string().min(1),
});
const differences = z
  .strictObject({
    dropped: z.array(difference.strict()),
    moved: z.array(difference.extend({ to: z.string() }).strict()),
  })
  .parse(parse(readFileSync(new URL('draft-differences.yaml', import.meta.url), 'utf8')));

const { read } = compile(resolveLexicon(readLexicons()).lexicon, { object: 'SSE' });

describe.skipIf(!real)('every pattern of the draft codebook', () => {
  const draft = real === null ? [] : readDraft(real);
  const listed = new Set([...differences.dropped, ...differences.moved].map(key));

  it('is tagged in its theme, but for those listed with a reason', () => {
    const missed = draft.filter((entry) => !listed.has(key(entry)) && !taggedIn(entry, entry.theme));
    expect(missed.map((entry) => `${key(entry)} in ${entry.theme}`)).toEqual([]);
  });

  it('is not tagged in its theme where the list says that it was left out', () => {
    const tagged = differences.dropped.flatMap((entry) =>
      draft.filter((other) => key(other) === key(entry) && taggedIn(other, other.theme)),
    );
    expect(tagged.map(key)).toEqual([]);
  });

  it('is tagged where the list says that it went', () => {
    expect(differences.moved.filter((entry) => !taggedIn(entry, entry.to)).map(key)).toEqual([]);
  });

  it('is known to the draft where the list names it', () => {
    const known = new Set(draft.map(key));
    expect([...listed].filter((entry) => !known.has(entry))).toEqual([]);
  });

  it('is covered to the extent that we claim', () => {
    const covered = draft.filter((entry) => taggedIn(entry, entry.theme)).length;
    expect({ patterns: draft.length, covered }).toEqual({ patterns: 2712, covered: 2640 });
  });
});

function key({ language, pattern }: { readonly language: string; readonly pattern: string }): string {
  return `${language}: ${pattern}`;
}

/** Whether the pattern, its wildcards filled in, is met in the theme, on condition of company or without. */
function taggedIn({ language, pattern }: Omit<Draft, 'theme'>, theme: string): boolean {
  const letter = /labo\?r/.test(pattern) ? 'u' : 's';
  return ['', 'y', 'ies', 'ción'].some((ending) => {
    const { open, blocked, masks, cues } = read(
      pattern.replaceAll('?', letter).replaceAll('*', ending),
      language,
    );
    const conditional = blocked.filter((mention) => mention.blocked !== 'mask');
    return [...open, ...conditional, ...masks, ...cues].some(({ term }) => term.theme === theme);
  });
}

function readDraft(folder: string): readonly Draft[] {
  return lexiconLanguages.flatMap((language) =>
    [`dictionary_${language}.yml`, `acronyms_uppercase_${language}.yml`].flatMap((file) =>
      leaves(parse(readFileSync(join(folder, 'codebook', file), 'utf8')), []).flatMap(
        ([category, pattern]) => {
          const found = themeOf.find(([prefix]) => prefix.test(category));
          if (found === undefined) throw new Error(`expected a theme for \`${category}\`, found none`);
          return [{ language, theme: found[1], pattern }];
        },
      ),
    ),
  );
}

/** The patterns of a nested dictionary with the path to each. */
function leaves(node: unknown, path: readonly string[]): readonly (readonly [string, string])[] {
  if (Array.isArray(node)) return node.map((pattern) => [path.join('/'), String(pattern)] as const);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, below]) => leaves(below, [...path, name]));
}

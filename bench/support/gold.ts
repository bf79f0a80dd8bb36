import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Layer, Lexicon, Term } from '../../src/model/lexicon.ts';
import { type LexiconLanguage, lexiconLanguages, type Passage } from '../../src/model/passage.ts';
import type { Tag } from '../../src/model/tag.ts';
import { compile } from '../../src/tag/compile.ts';
import { createReader } from '../../src/tag/read.ts';
import { tag } from '../../src/tag/tag.ts';
import { makePassage } from '../../tests/tag/make.ts';

/** What readers said of a passage, frame by frame. */
export const frames = ['PE', 'NEP', 'ADD', 'MAIN', 'INT'] as const;
export type Frame = (typeof frames)[number];

/** The measured category that stands for a frame of the readers. */
export const codeOf: Readonly<Record<Frame, string>> = {
  PE: 'PE',
  NEP: 'NEP',
  ADD: 'ADD',
  MAIN: 'ECON',
  INT: 'INT',
};

const seenOrNot = z.number();
const reading = z.object({
  PE: seenOrNot,
  NEP: seenOrNot,
  ADD: seenOrNot,
  MAIN: seenOrNot,
  INT: seenOrNot,
  voice: z.enum(['own', 'other', '']),
});
const line = z.object({
  id: z.string(),
  language: z.enum(lexiconLanguages),
  file: z.string(),
  weight: z.number(),
  reader_1: reading,
  reader_2: reading,
  text: z.string(),
});

/** A passage read by two readers; `weight` is the size of its stratum over the passages drawn from it. */
export type Gold = {
  readonly id: string;
  readonly language: LexiconLanguage;
  readonly file: string;
  readonly weight: number;
  readonly text: string;
  /** How many readers see the frame. */
  readonly readers: (frame: Frame, reader: 1 | 2) => boolean;
  /** Whether both readers hear the author, both somebody else; null where they differ or see no frame. */
  readonly voice: 'own' | 'other' | null;
};

/** The passages of `gold/passages.jsonl` below the folder of real documents. */
export function readGold(real: string): readonly Gold[] {
  return readFileSync(join(real, 'gold', 'passages.jsonl'), 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => {
      const { reader_1, reader_2, ...rest } = line.parse(JSON.parse(text));
      const agreed = reader_1.voice === reader_2.voice && reader_1.voice !== '' ? reader_1.voice : null;
      return {
        ...rest,
        readers: (frame, reader) => (reader === 1 ? reader_1 : reader_2)[frame] === 1,
        voice: agreed,
      };
    });
}

/** The tags of each passage by the rules of a study: a frame counts beside an object, and not where it is blocked. */
export function tagGold(lexicon: Lexicon, gold: readonly Gold[]): ReadonlyMap<string, readonly Tag[]> {
  const matcher = compile(lexicon, { object: 'SSE' });
  return new Map(
    gold.map(({ id, text, language }) => [id, tag([passageOf(text, language)], matcher)] as const),
  );
}

function passageOf(text: string, language: LexiconLanguage): Passage {
  return makePassage(text.normalize('NFC'), language);
}

/** Which frames the measured categories see in each passage. */
export function seen(
  lexicon: Lexicon,
  tags: ReadonlyMap<string, readonly Tag[]>,
): (id: string, code: string) => boolean {
  const categories = new Map(lexicon.measured.map((one) => [one.code, new Set(one.categories)]));
  // The readers code a frame as present where it is denied or somebody else's.
  return (id, code) =>
    (tags.get(id) ?? []).some(
      ({ blocked, category }) =>
        (blocked === null || blocked === 'negated' || blocked === 'attributed') &&
        categories.get(code)?.has(category) === true,
    );
}

const draftThemes: Readonly<Record<string, Frame>> = {
  poverty_eradication: 'PE',
  new_economic_paradigm: 'NEP',
  add_on_complement: 'ADD',
  mainstream_economic_policy: 'MAIN',
  integration_driver: 'INT',
};

/** The draft codebook as it stands, matched over each passage without masks or company; targeting left out of PE. */
export function seenByDraft(real: string, gold: readonly Gold[]): (id: string, frame: Frame) => boolean {
  const terms = lexiconLanguages.flatMap((language) => {
    const path = join(real, 'codebook', `dictionary_${language}.yml`);
    const { frames: draft } = z.object({ frames: z.unknown() }).parse(parse(readFileSync(path, 'utf8')));
    return leaves(draft, []).flatMap(([[theme = '', category], pattern], i) =>
      category === 'targeting' ? [] : [draftTerm(draftThemes[theme] ?? '', pattern, language, i)],
    );
  });
  const read = createReader(terms);
  const found = new Map(
    gold.map(({ id, text, language }) => [
      id,
      new Set(read(text.normalize('NFC'), language).open.map(({ term }) => term.category)),
    ]),
  );
  return (id, frame) => found.get(id)?.has(frame) === true;
}

function draftTerm(category: string, pattern: string, language: LexiconLanguage, i: number): Term {
  // A layer a frame, so that no frame takes the words of another; the reader asks no more of a layer.
  const layer = (['frame', 'object', 'actor', 'marker', 'frame'] as const)[
    frames.indexOf(category as Frame)
  ] satisfies Layer | undefined;
  return {
    id: `${category}.${language}.${i}`,
    theme: 'draft',
    category,
    layer: layer ?? 'frame',
    language,
    pattern: pattern.replaceAll('?', '*'),
    why: 'draft',
    evidence: 'draft',
    status: 'proposed',
    exactCase: false,
    exactAccents: false,
    blocks: [],
    rules: [],
    names: null,
    author: null,
    date: null,
  };
}

function leaves(node: unknown, path: readonly string[]): readonly (readonly [readonly string[], string])[] {
  if (Array.isArray(node)) return node.map((pattern) => [path, String(pattern)] as const);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, below]) => leaves(below, [...path, name]));
}

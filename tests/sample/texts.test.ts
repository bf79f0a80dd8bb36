import { describe, expect, it } from 'vitest';
import { frames, readTexts, type Texts } from '../../sample/texts.ts';
import { openStudy } from '../../src/io/study.ts';
import { type Language, lexiconLanguages } from '../../src/model/passage.ts';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { root } from './corpus.ts';

const { lexicon } = resolveLexicon((await openStudy(root)).lexicon);
const matcher = compile(lexicon, { object: 'SSE' });

/** Codes of planted frames that the lexicon finds in a text, and whether it finds the object. */
function read(text: string, language: Language) {
  const found = new Set(
    matcher.read(text, language).open.map(({ term }) => `${term.theme}/${term.category}`),
  );
  const of = (code: string) => lexicon.measured.find((one) => one.code === code)?.categories ?? [];
  return {
    codes: frames.filter((code) => of(code).some((category) => found.has(category))),
    object: of('SSE').some((category) => found.has(category)),
  };
}

/** Every way to fill the slots that matter to the lexicon; the rest are names and numbers. */
function filled(clause: string, { slots }: Texts): readonly string[] {
  const turns = Math.max(slots.coops.length, slots.sse.length, slots.programme.length);
  return Array.from({ length: turns }, (_, i) =>
    clause
      .replaceAll('{sse}', slots.sse[i % slots.sse.length] ?? '')
      .replaceAll('{coops}', slots.coops[i % slots.coops.length] ?? '')
      .replaceAll('{programme}', slots.programme[i % slots.programme.length] ?? '')
      .replaceAll('{small}', slots.small[i % slots.small.length] ?? '')
      .replaceAll('{month}', slots.month[i % slots.month.length] ?? '')
      .replace(/\{(place|country)2?\}/g, 'Valdoria')
      .replace(/\{\w+\}/g, '7'),
  );
}

describe.each(lexiconLanguages)('the clauses in %s', (language) => {
  const texts = readTexts(language);
  const cases = (clauses: readonly string[], codes: readonly string[], object: boolean) => {
    for (const text of clauses.flatMap((clause) => filled(clause, texts))) {
      expect({ text, ...read(text, language) }).toEqual({ text, codes, object });
    }
  };

  it('are many enough that none comes back on every page', () => {
    for (const code of ['NEP', 'PE', 'ADD'] as const) {
      expect(texts.frames[code].term.length).toBeGreaterThanOrEqual(12);
      expect(texts.frames[code].paraphrase?.length).toBeGreaterThanOrEqual(8);
    }
    expect(
      [texts.neutral.object, texts.neutral.plain].flatMap((one) => Object.values(one).flat()).length,
    ).toBeGreaterThan(50);
  });

  it.each(frames)('with a term for %s are found as that frame and no other', (code) => {
    cases(texts.frames[code].term, [code], true);
  });

  it.each(frames)('that paraphrase %s are not found', (code) => {
    cases(texts.frames[code].paraphrase ?? [], [], true);
  });

  it.each(['NEP', 'PE', 'ADD'] as const)(
    'that use a term of %s for something else are found wrongly',
    (code) => {
      cases(texts.decoys[code], [code], true);
    },
  );

  it('about who carries programmes out have the object and no frame', () => {
    const { text, body, money } = texts.carried;
    const clauses = [...body.social, ...body.economic].flatMap((by) =>
      Object.values(money).map((whose) => text.replace('{body}', by).replace('{money}', whose)),
    );
    cases(clauses, [], true);
  });

  it('without a frame have none, and only those with the object have it', () => {
    cases(Object.values(texts.neutral.object).flat(), [], true);
    cases([...Object.values(texts.neutral.plain).flat(), ...texts.support, texts.trap], [], false);
    cases(
      [...Object.values(texts.leads).flat(), ...texts.joins, ...texts.turns, ...texts.footnotes],
      [],
      false,
    );
  });

  it('leave no frame in titles and headings', () => {
    const lines = Object.values(texts.kinds).flatMap((kind) => [
      ...kind.titles,
      ...kind.headings,
      ...(kind.items ?? []),
    ]);
    for (const text of lines.flatMap((line) => filled(line, texts)))
      expect(read(text, language).codes).toEqual([]);
  });
});

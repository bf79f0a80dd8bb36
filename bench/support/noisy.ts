import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dice } from '../../sample/dice.ts';
import type { Lexicon } from '../../src/model/lexicon.ts';
import type { ActorNames, Mention } from '../../src/model/mention.ts';
import { type LexiconLanguage, lexiconLanguages } from '../../src/model/passage.ts';
import { mentions } from '../../src/profile/mention/mentions.ts';
import type { Matcher } from '../../src/tag/compile.ts';
import { tag } from '../../src/tag/tag.ts';
import { actorsOf } from '../../tests/support/actors.ts';
import { passageOf } from '../../tests/support/mentions.ts';
import { misreadName, misspelt } from '../../tests/support/noise.ts';

/** Sentences in which a name stands, so that all that looks for mentions is at work. */
const around: Readonly<Record<LexiconLanguage, readonly [string, string]>> = {
  es: ['En 2010 ', ' ejecutó el Plan Raíz.'],
  pt: ['Em 2010 ', ' executou o Plano Raiz.'],
  en: ['In 2010 ', ' implemented the Root Plan.'],
};
const seed = 20_261_127;
const times = 5;

/** How names were resolved: to their actor, to another, or to none. */
export type Resolved = { names: number; right: number; wrong: number };

/**
 * How names of the lexicon's actors that are misspelt or misread are resolved by exact names alone and by near ones
 * too, and how many names of other bodies are taken for an actor. Seeded; the noise knows nothing of what is forgiven.
 */
export function noisyNames(lexicon: Lexicon, matcher: Matcher) {
  const names = lexicon.actors.flatMap((actor) =>
    actor.aliases.map((alias) => ({ alias, id: actor.id, language: languageOf(alias, matcher) })),
  );
  const several = names.filter(({ alias }) => alias.includes(' '));
  const single = names.filter(({ alias }) => !alias.includes(' '));
  const ways = {
    'as written': { names: several, noise: (name: string) => name, isScanned: false },
    misspelt: { names: several, noise: misspelt, isScanned: false },
    'one sign misread': { names: several, noise: misread(1), isScanned: true },
    'two signs misread': { names: several, noise: misread(2), isScanned: true },
    'four signs misread': { names: several, noise: misread(4), isScanned: true },
    'one word, one sign misread': { names: single, noise: misread(1), isScanned: true },
  };
  return Object.entries(ways).map(([way, { names, noise, isScanned }]) => {
    const draws = dice(seed, way);
    const noisy = names.flatMap((name) =>
      Array.from({ length: way === 'as written' ? 1 : times }, () => ({
        ...name,
        alias: noise(name.alias, draws),
      })),
    );
    const held = (near: boolean) => {
      const actors = actorsOf(lexicon, matcher, near);
      const all: Resolved = { names: noisy.length, right: 0, wrong: 0 };
      for (const { alias, id, language } of noisy) {
        const ids = resolvedIn(alias, language, isScanned, matcher, actors).map((one) => one.id);
        if (ids.includes(id)) all.right += 1;
        if (ids.some((one) => one !== id)) all.wrong += 1;
      }
      return all;
    };
    return { way, exact: held(false), near: held(true) };
  });
}

/** Names of other bodies that are nearly taken for an actor, as they are written, on pages with text and on scans. */
export function takenForActors(lexicon: Lexicon, matcher: Matcher) {
  const file = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'other-bodies.yaml');
  const bodies: Readonly<Record<LexiconLanguage, readonly string[]>> = parse(readFileSync(file, 'utf8'));
  const actors = actorsOf(lexicon, matcher);
  const names = lexiconLanguages.flatMap((language) => bodies[language].map((name) => ({ name, language })));
  const taken = names.flatMap(({ name, language }) =>
    [false, true]
      .flatMap((isScanned) => resolvedIn(name, language, isScanned, matcher, actors))
      .filter(({ resolved }) => resolved === 'near')
      .map(({ id }) => `${name}: ${id}`),
  );
  return { names: names.length, taken: [...new Set(taken)] };
}

function misread(times: number) {
  return (name: string, draws: ReturnType<typeof dice>) => misreadName(name, times, draws);
}

function languageOf(alias: string, { read }: Matcher): LexiconLanguage {
  const found = lexiconLanguages.find((language) =>
    read(alias, language).open.some(({ start, end }) => start === 0 && end === alias.length),
  );
  return found ?? 'es';
}

function resolvedIn(
  name: string,
  language: LexiconLanguage,
  isScanned: boolean,
  matcher: Matcher,
  actors: ActorNames,
): readonly Mention[] {
  const [before, behind] = around[language];
  const plain = passageOf({ id: name, language, zone: 'body', text: before + name + behind });
  const passage = { ...plain, confidence: isScanned ? 80 : null };
  return mentions([passage], tag([passage], matcher), actors).filter(
    ({ kind, resolved, start }) =>
      kind !== 'role' && resolved !== null && start < before.length + name.length,
  );
}

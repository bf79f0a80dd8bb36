import { createHash } from 'node:crypto';
import type { Actor, Lexicon, LexiconSource, MeasuredCategory, Term } from '../model/lexicon.ts';
import { lexiconLanguages } from '../model/passage.ts';
import type { Speech } from '../model/speech.ts';
import { type Sha256, sha256 } from '../model/units.ts';
import { resolveActors } from './actors.ts';
import type { LexiconError } from './errors.ts';
import { checkExamples } from './examples.ts';
import { resolveMeasured } from './measured.ts';
import type { Stems } from './read.ts';
import { stemmers } from './stems.ts';
import { makeTerms } from './terms.ts';

/**
 * Checks a lexicon and resolves it. All errors are given at once; the lexicon consists of the terms
 * without error and is whole only if there are none. The order of files, themes and terms changes
 * neither terms nor hash. `stems` gives the stemmers, by which patterns with stems are checked.
 */
export function resolveLexicon(
  source: LexiconSource,
  stems: Stems = stemmers,
): {
  readonly lexicon: Lexicon;
  readonly errors: readonly LexiconError[];
} {
  const ordered = { ...source, themes: source.themes.toSorted((a, b) => (a.file < b.file ? -1 : 1)) };
  const { terms, errors: termErrors } = makeTerms(ordered, stems);
  const { measured, errors: measuredErrors } = resolveMeasured(ordered);
  const { actors, errors: actorErrors } = resolveActors(ordered, terms);
  const errors = [
    ...repeatedThemes(ordered),
    ...termErrors,
    ...measuredErrors,
    ...actorErrors,
    ...checkExamples(ordered, terms, stems),
  ];
  const { overlap = 'layer' } = source;
  const speech = inOrder(source.speech ?? {});
  const hash = hashLexicon(terms, measured, actors, overlap, speech);
  return { lexicon: { hash, terms, measured, actors, overlap, speech }, errors };
}

/** The same cues, languages in one order whatever the file's is. */
function inOrder(speech: Speech): Speech {
  return Object.fromEntries(
    lexiconLanguages.flatMap((language) =>
      speech[language] === undefined ? [] : [[language, speech[language]]],
    ),
  );
}

function repeatedThemes(source: LexiconSource): readonly LexiconError[] {
  const first = new Map<string, string>();
  const errors: LexiconError[] = [];
  for (const { file, theme } of source.themes) {
    const other = first.get(theme.theme);
    if (other === undefined) first.set(theme.theme, file);
    else errors.push({ code: 'theme_duplicate', file, theme: theme.theme, other });
  }
  return errors;
}

/** The hash of all that can change a tag or a count: reasons, evidence, labels and definitions cannot. */
function hashLexicon(
  terms: readonly Term[],
  measured: readonly MeasuredCategory[],
  actors: readonly Actor[],
  overlap: Lexicon['overlap'],
  speech: Speech,
): Sha256 {
  const content = {
    terms: terms.map((term) => [
      term.id,
      term.layer,
      term.pattern.normalize('NFC'),
      term.exactCase,
      term.exactAccents,
      term.blocks.toSorted(),
      ...(term.rules.length === 0 ? [] : [term.rules]),
      ...(term.names === null ? [] : [term.names]),
    ]),
    measured: measured.map(({ code, categories }) => [code, categories]),
    ...(actors.length === 0 ? {} : { actors }),
    ...(overlap === 'layer' ? {} : { overlap }),
    ...(Object.keys(speech).length === 0 ? {} : { speech }),
  };
  return sha256(createHash('sha256').update(JSON.stringify(content)).digest('hex'));
}

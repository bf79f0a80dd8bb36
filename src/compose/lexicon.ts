import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../app/keys.ts';
import { prepareLexicon } from '../app/lexicon.ts';
import { openArtefacts } from '../io/artefacts.ts';
import { engineOf } from '../io/engine.ts';
import type { Study } from '../io/study.ts';
import type { Lexicon } from '../model/lexicon.ts';

/**
 * The lexicon of a study, checked by its own sentences. What has been found without fault by this very program is kept in
 * the state of the study, by all that the lexicon says: reading every sentence takes longer than most commands. Nothing is
 * kept where there is no state, but for a run, which makes one. Throws an InputError with every fault.
 */
export async function lexiconOf(place: Study, isRun = false): Promise<Lexicon> {
  const { themes, categories, speech, overlap } = place.lexicon;
  const engine = engineOf(['tag/resolve']).hash;
  const key = digest(['resolved', engine, themes, categories, speech ?? {}, overlap ?? '']);
  const artefacts = openArtefacts(join(place.state, 'artefacts'));
  const known = await artefacts.read('resolved', key);
  const lexicon = prepareLexicon(place.lexicon, place.file, place.claims, known);
  if (known === null && (isRun || existsSync(place.state))) {
    // On a disk that takes nothing the next command looks again, as this one did.
    await artefacts.write('resolved', key, lexicon).catch(() => undefined);
  }
  return lexicon;
}

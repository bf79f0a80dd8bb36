import type { ActorNames, Mention } from '../model/mention.ts';
import type { Passage } from '../model/passage.ts';
import type { ArtefactStore, Artefacts, DocumentJob, Receipt } from '../model/ports.ts';
import type { Tag } from '../model/tag.ts';
import { documentId, type Sha256 } from '../model/units.ts';
import { count } from '../profile/count.ts';
import { portrait } from '../profile/portrait.ts';
import { bodiesAbove } from '../tag/above.ts';
import { actorFinder } from '../tag/actors.ts';
import { compile } from '../tag/compile.ts';
import { nearActors } from '../tag/near.ts';
import { createReader } from '../tag/read.ts';
import { retag } from '../tag/retag.ts';
import { tag } from '../tag/tag.ts';
import { unsure, unsureProblems } from '../tag/unsure.ts';
import { beyondFrames, keysFor, mentionsKey } from './keys.ts';
import { remembered } from './remembered.ts';
import { tagsUnder } from './tags.ts';

/** Tags and counts the passages of a document by the lexicon of its job; leaves in the store what it gives. */
export type Tagger = (job: DocumentJob, segmented: Artefacts['passages']) => Promise<Artefacts['tags']>;

/**
 * Makes a tagger over a store, which keeps the last lexicon compiled. Of a document with earlier tags that are there still only
 * the touched passages are looked at.
 */
export function openTagger(artefacts: ArtefactStore): Tagger {
  const lexiconOf = remembered(async (hash: DocumentJob['lexicon'], object: string) => {
    const lexicon = await artefacts.read('lexicon', hash);
    if (lexicon === null) throw new Error(`Expected lexicon \`${hash}\` in the artefact store, got none`);
    const matcher = compile(lexicon, { object });
    // Names need the terms of actors alone, which are few, and need them in every language.
    const read = createReader(
      lexicon.terms.filter(({ layer }) => layer === 'actor'),
      { overlap: lexicon.overlap },
    );
    const names = remembered(async () => ({
      named: actorFinder(lexicon.actors),
      near: nearActors(lexicon.actors, read),
    }));
    const above = bodiesAbove(lexicon.actors, read);
    return { measured: lexicon.measured, matcher, names, above, lexicon: beyondFrames(lexicon) };
  });

  return async (job, { passages, removals, act, reading, sketch }) => {
    const keys = keysFor(job.keys, reading.sources);
    const { measured, matcher, names, above, lexicon } = await lexiconOf(job.lexicon, job.object);
    const doubtful = unsure(passages, job.ocr.confidence);
    const excluded = job.ocr.low === 'exclude' ? doubtful : new Set<never>();
    const known = job.earlier === null ? null : await tagsUnder(artefacts, [job.earlier.tags]);
    const tags =
      job.earlier === null || known === null
        ? tag(passages, matcher, excluded)
        : retag(passages, matcher, { known: known.tags, touched: new Set(job.earlier.touched) }, excluded);
    const document = documentId(job.hash);
    const counting = passages.filter(({ id }) => !excluded.has(id));
    const used = tags.filter(({ layer }) => layer !== 'frame');
    const name = mentionsKey(keys, lexicon, used);
    const found = await mentioned(name, passages, used, names);
    const setting = { measured, object: job.object, above };
    const totals = count(document, counting, tags, measured, job.object, (own) =>
      portrait(own, tags, found, setting),
    );
    const receipt: Receipt = {
      ...reading,
      problems: [...reading.problems, ...unsureProblems(doubtful.size, job.ocr, job.file)],
      document,
      passages: passages.length,
      objectPassages: totals.reduce((sum, one) => sum + one.objectPassages, 0),
      removals: removals.length,
      act: { ...act, persons: act.persons.length },
      sketch,
    };
    const made = { tags, totals, mentions: name, receipt };
    await artefacts.write('tags', keys.tags, made);
    return made;
  };

  /** Who does what in the passages. They cost more than tagging does, and hang on other terms than those of frames. */
  async function mentioned(
    name: Sha256,
    passages: readonly Passage[],
    used: readonly Tag[],
    names: () => Promise<ActorNames>,
  ): Promise<readonly Mention[]> {
    const kept = await artefacts.read('mentions', name);
    if (kept !== null) return kept;
    const { mentions } = await import('../profile/mention/mentions.ts');
    const made = mentions(passages, used, await names());
    await artefacts.write('mentions', name, made);
    return made;
  }
}

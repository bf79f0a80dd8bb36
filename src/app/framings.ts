import type { Framing, Mark, TaggedPassage } from '../model/framing.ts';
import type { MeasuredCategory } from '../model/lexicon.ts';
import { type Passage, silentZones } from '../model/passage.ts';
import type { StudyDatabase } from '../model/ports.ts';
import { periodOf, type StudyFile } from '../model/study.ts';
import type { Tag } from '../model/tag.ts';
import { sentenceStarts } from '../tag/sentences.ts';
import { codePointMap } from '../text/codepoints.ts';
import { plain } from '../text/fold.ts';
import { createTokenizer } from '../text/tokens.ts';

/** Tags that these keep from counting may count under another specification; nothing else may. */
const open: ReadonlySet<string | null> = new Set([null, 'no_object', 'negated', 'attributed']);

/**
 * Passages of the two sides of a study's contrast as ways of counting differ in them, in the order of files. Read from
 * the index as often as it takes.
 */
export function framings(
  study: Pick<StudyFile, 'contrast' | 'object' | 'settings'>,
  measured: readonly MeasuredCategory[],
  database: Pick<StudyDatabase, 'framings'>,
): Iterable<Framing> {
  const voices = new Set([...study.contrast.source, ...study.contrast.policy]);
  const object = new Set(measured.find(({ code }) => code === study.object)?.categories);
  const tokens = createTokenizer();
  return {
    *[Symbol.iterator]() {
      for (const passage of database.framings()) {
        if (passage.voice === null || !voices.has(passage.voice)) continue;
        if (silentZones.has(passage.zone as Passage['zone'])) continue;
        yield framing(passage);
      }
    },
  };

  function framing({ tags, text, zone: _, ...source }: TaggedPassage): Framing {
    const isObject = tags.some(({ blocked, category }) => blocked === null && object.has(category));
    const found = tags.filter(({ blocked }) => open.has(blocked));
    const words = tokens(text);
    const first = found.length === 0 ? new Int32Array() : sentenceStarts(text, words);
    const { toUnits } = codePointMap(text);
    return {
      ...source,
      period: periodOf(source.date, study.settings.period_years),
      object: isObject,
      marks: found.map((tag) => mark(tag, sentenceAt(toUnits(tag.start)))),
      words: isObject ? distinct() : [],
    };

    function sentenceAt(unit: number): number {
      let word = 0;
      while (word + 1 < words.length && (words.starts[word + 1] ?? 0) <= unit) word++;
      return first[word] ?? 0;
    }

    function distinct(): readonly string[] {
      const seen = new Set<string>();
      for (let word = 0; word < words.length; word++) {
        const written = text.slice(words.starts[word], words.ends[word]);
        if (/^\p{L}{3}/u.test(written)) seen.add(plain(written));
      }
      return [...seen];
    }
  }
}

/** A tag that nobody judged, since its passage does not name the object, is taken as the author's own. */
function mark(tag: Tag, sentence: number): Mark {
  const { term, category, polarity, voice } = tag;
  return { term, category, sentence, polarity: polarity ?? 'affirmed', voice: voice ?? 'own' };
}

import type { Language } from '../model/passage.ts';
import type { Sketch } from '../model/sketch.ts';
import type { Source } from '../model/study.ts';
import { type sampleSize, unpacked } from './sketch.ts';

/** A file of the corpus as far as it matters whether another holds the same act. */
export type Member = Pick<
  Source,
  'file' | 'title' | 'institution' | 'kind' | 'date' | 'language' | 'translation_of' | 'version_of'
> & {
  /** Whether anything of it could be in the numbers. */
  readonly readable: boolean;
  /** Null where it has not been read. */
  readonly sketch: Sketch | null;
};

/** A member that was read, with its sketch at hand. */
export type Read = Member & {
  readonly sketch: Sketch;
  readonly speaks: Language;
  readonly wording: Uint32Array;
  readonly numbers: Uint32Array;
  readonly dates: Uint32Array;
  readonly names: Uint32Array;
};

/** Members with a sketch and at least one word, in their order. */
export function readMembers(members: readonly Member[]): readonly Read[] {
  return members.flatMap((member) => {
    const { sketch, language, readable } = member;
    if (!readable || sketch === null || sketch.words === 0) return [];
    return {
      ...member,
      sketch,
      speaks: language === null || language === 'und' ? sketch.language : language,
      wording: unpacked(sketch.wording),
      numbers: unpacked(sketch.numbers),
      dates: unpacked(sketch.dates),
      names: unpacked(sketch.names),
    };
  });
}

/** What in one language stands in more documents than this and this share of them is the corpus's own boilerplate. */
const commonDocuments = 5;
const commonShare = 0.05;

export type Trait = keyof typeof sampleSize;
export const traits = ['numbers', 'dates', 'names'] as const satisfies readonly Trait[];

/** Tells what so many documents of a language have that it says nothing of any two of them. */
export function commonTraits(members: readonly Read[]): (trait: Trait, hash: number) => boolean {
  const common = new Map(traits.map((trait) => [trait, new Set<number>()]));
  for (const some of Map.groupBy(members, ({ speaks }) => speaks).values()) {
    const most = Math.max(commonDocuments, commonShare * some.length);
    for (const trait of traits) {
      const documents = new Map<number, number>();
      for (const member of some) {
        for (const hash of member[trait]) documents.set(hash, (documents.get(hash) ?? 0) + 1);
      }
      for (const [hash, count] of documents) if (count > most) common.get(trait)?.add(hash);
    }
  }
  return (trait, hash) => common.get(trait)?.has(hash) === true;
}

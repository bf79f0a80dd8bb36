import { createHash } from 'node:crypto';
import type { Heard } from '../../src/assess/witness/witnesses.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { Passage } from '../../src/model/passage.ts';
import type { Evidence } from '../../src/model/results.ts';
import type { Tag } from '../../src/model/tag.ts';
import { documentId, offset, pageIndex, passageId, sha256 } from '../../src/model/units.ts';
import { plainPassage } from './parts.ts';

/** What a test says of a passage; words are ten code points wide unless it says where they end. */
export type HeardPart = {
  readonly file?: string;
  readonly voice?: string | null;
  readonly institution?: string | null;
  readonly ordinal?: number;
  readonly passage?: Partial<Pick<Passage, 'zone' | 'form'>>;
  readonly tags?: readonly (Partial<Omit<Tag, 'start' | 'end'>> & {
    readonly category: string;
    readonly start?: number;
    readonly end?: number;
  })[];
  readonly mentions?: readonly (Partial<Omit<Mention, 'start' | 'end' | 'of'>> & {
    readonly kind: Mention['kind'];
    readonly start?: number;
    readonly end?: number;
    readonly of?: number;
  })[];
};

const digest = (text: string) => sha256(createHash('sha256').update(text).digest('hex'));

/** A passage of 200 code points with what was found in it; the same file and ordinal are the same passage. */
export function heard(part: HeardPart): Heard<Evidence> {
  const file = part.file ?? 'documents/a.txt';
  const ordinal = part.ordinal ?? 0;
  const document = documentId(digest(file));
  const passage = passageId(`${document}-${digest(String(ordinal)).slice(0, 12)}`);
  const placed = (start: number, end: number) => ({
    document,
    passage,
    start: offset(start),
    end: offset(end),
    page: pageIndex(0),
    pageStart: offset(start),
    endPage: pageIndex(0),
    pageEnd: offset(end),
    zone: part.passage?.zone ?? ('body' as const),
    surface: 'word',
  });
  return {
    item: {
      file,
      title: null,
      institution: part.institution === undefined ? 'Red' : part.institution,
      voice: part.voice === undefined ? 'civil_society' : part.voice,
      date: null,
      page: '1',
      longest: 700,
      lexicon: digest('lexicon'),
      passage: {
        id: passage,
        document,
        ordinal,
        ...plainPassage,
        language: 'en',
        text: 'word '.repeat(40),
        words: 40,
        runs: [{ at: offset(0), length: 200, page: pageIndex(0), start: offset(0) }],
        ...part.passage,
      },
      tags: (part.tags ?? []).map(({ start = 0, end = start + 10, ...tag }) => ({
        ...placed(start, end),
        term: `${tag.category}.en.${start}`,
        theme: '',
        layer: 'frame' as const,
        blocked: null,
        polarity: null,
        voice: null,
        because: [],
        ...tag,
      })),
    },
    mentions: (part.mentions ?? []).map(({ start = 0, end = start + 10, of, ...mention }) => ({
      ...placed(start, end),
      id: null,
      resolved: null,
      parent: null,
      category: null,
      role: null,
      programme: null,
      amount: null,
      classes: [],
      ...mention,
      of: of === undefined ? null : offset(of),
    })),
  };
}

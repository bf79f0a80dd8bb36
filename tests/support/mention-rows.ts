import type { Mention } from '../../src/model/mention.ts';
import type { Doing } from '../../src/model/profile.ts';
import type { MentionRow } from '../../src/model/results.ts';
import { documentId, offset, pageIndex, passageId, sha256 } from '../../src/model/units.ts';
import { observation, type Said } from './observation.ts';

const document = documentId(sha256('c'.repeat(64)));

/** What a test says of a mention; all else is empty. `passage` counts passages from 0 through all files. */
export type Named = Partial<Omit<Mention, 'passage' | 'start' | 'end' | 'of'>> &
  Pick<Mention, 'kind'> & {
    readonly passage?: number;
    readonly at?: number;
    readonly file?: string;
    readonly institution?: string | null;
    readonly voice?: string | null;
  };

/** What a mention may tell, and does not. */
export const unsaid = {
  id: null,
  resolved: null,
  parent: null,
  category: null,
  role: null,
  of: null,
  programme: null,
  amount: null,
  classes: [],
} as const;

/** A mention of ten code points with its source. */
export function mentionRow({
  passage = 0,
  at = 0,
  file = 'a',
  institution = 'Body',
  voice = 'regional_body',
  ...said
}: Named): MentionRow {
  const [start, end] = [offset(at), offset(at + 10)];
  return {
    file,
    institution,
    voice,
    date: null,
    cited: '1',
    longest: 300,
    mention: {
      document,
      start,
      end,
      page: pageIndex(0),
      pageStart: start,
      endPage: pageIndex(0),
      pageEnd: end,
      zone: 'body',
      passage: passageId(`${document}-${passage.toString(16).padStart(12, '0')}`),
      surface: 'x'.repeat(10),
      ...unsaid,
      ...said,
    },
  };
}

/** One document that names some actors, as observation and as mentions: each unit as often as `times` says. */
export function naming(
  said: Pick<Said, 'file' | 'institution' | 'voice'>,
  doings: readonly (Doing & { readonly times?: number })[],
) {
  const units = doings.map(({ times: _, ...doing }) => doing);
  const { file, institution = 'Body', voice = 'regional_body' } = said;
  return {
    observation: observation({ ...said, institution, voice, portrait: { doings: units } }),
    mentions: doings.flatMap(({ actor, role, programme, category, times = 1 }) =>
      Array.from({ length: times }, () =>
        mentionRow({ kind: 'role', id: actor, role, programme, category, file, institution, voice }),
      ),
    ),
  };
}

/** An actor that carries something out, unless told otherwise. */
export function doing(actor: string, category: string | null, more: Partial<Doing> = {}): Doing {
  return { actor, role: 'implementing', programme: null, category, above: [], ...more };
}

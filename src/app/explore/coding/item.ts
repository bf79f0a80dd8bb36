import type { ItemView } from '../../../model/api/coding.ts';
import type { Sample } from '../../../model/coding.ts';
import type { StudyDatabase } from '../../../model/ports.ts';
import { codesByItem } from '../../../validate/adjudicate.ts';
import { trusted } from '../../codings.ts';
import { population } from '../../population.ts';
import { blinded } from '../../sampling.ts';
import { dealtTo } from './dealt.ts';
import { type CodingSource, type Somebody, saidBy } from './source.ts';

/**
 * One passage without private persons, institutions and dates, as on a sheet, with what somebody said of it; for whoever
 * decides, with what the others said. Null where it is not theirs to code or decide.
 */
export function itemView(
  source: CodingSource & {
    readonly database: Pick<StudyDatabase, 'passages' | 'corpus'>;
  },
  sample: Sample,
  somebody: Somebody,
  item: string,
): ItemView | null {
  const key = dealtTo(source, sample, somebody)?.find((one) => one.item === item);
  if (key === undefined) return null;
  const { study, database } = source;
  const { log } = study.codings;
  const [candidate] = [...population(study, database, [key.passage])];
  const texts = candidate === undefined ? null : blinded([{ item, candidate }], source);
  const own = saidBy(log, sample.design.sample, somebody).get(item);
  const all = codesByItem(log, sample.design.sample, trusted(study)).get(item)?.said ?? [];
  return {
    item,
    text: texts?.get(item) ?? null,
    language: key.language,
    codes: { ...own?.codes },
    note: own?.note ?? '',
    votes:
      somebody.role === 'coder'
        ? null
        : all
            .filter(({ coder, role }) => coder !== somebody.coder || role !== somebody.role)
            .map(({ coder, role, origin, codes, note }) => ({
              coder,
              role,
              origin,
              codes: { ...codes },
              note,
            })),
  };
}

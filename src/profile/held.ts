import type { Held } from '../model/channels.ts';
import type { Source, StudyFile } from '../model/study.ts';
import { plain } from '../text/fold.ts';

/**
 * Documents in the numbers of each body of which the study says how many exist (docs/method.md 8), in the order of the
 * study, and then of others that are asked for. `sources` are those that count, with institutions by their one name.
 */
export function held(
  { known, institutions }: Pick<StudyFile, 'known' | 'institutions'>,
  others: readonly string[],
  sources: readonly Pick<Source, 'institution' | 'date'>[],
): readonly Held[] {
  const rows = [
    ...known.map(({ institution, documents, from = null, to = null }) => ({
      institution: oneName(institution, institutions),
      from,
      to,
      known: documents as number | null,
    })),
  ];
  const isKnown = new Set(rows.map(({ institution }) => plain(institution)));
  for (const institution of others)
    if (!isKnown.has(plain(institution))) rows.push({ institution, from: null, to: null, known: null });
  return rows.map((row) => {
    const own = sources.filter(
      ({ institution }) => institution !== null && plain(institution) === plain(row.institution),
    );
    const hasYears = row.from !== null || row.to !== null;
    const years = own.map(({ date }) => (date === null ? null : Number(date.slice(0, 4))));
    const within = years.filter((year) =>
      year === null ? !hasYears : year >= (row.from ?? year) && year <= (row.to ?? year),
    ).length;
    return {
      ...row,
      held: within,
      undated: hasYears ? years.filter((year) => year === null).length : 0,
      share: row.known === null ? null : Math.min(1, within / row.known),
    };
  });
}

function oneName(name: string, institutions: StudyFile['institutions']): string {
  const found = institutions.find((one) =>
    [one.name, ...one.aliases].some((other) => plain(other) === plain(name)),
  );
  return found?.name ?? name;
}

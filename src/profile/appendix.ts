import type { AppendixColumn, AppendixItem, AppendixRow } from '../model/appendix.ts';
import { appendixColumns } from '../model/appendix.ts';
import type { Mention } from '../model/mention.ts';
import type { MentionRow } from '../model/results.ts';
import { sliceCodePoints } from '../text/codepoints.ts';

/** Most different things kept of an institution in one column: far more than a reader looks at. */
const most = 2000;

type Growing = { -readonly [Key in keyof AppendixItem]: AppendixItem[Key] };

/**
 * Channels, money, objectives, beneficiaries and integration projects of each institution, as its documents name them
 * (docs/method.md 8), each with the place where it is named first. Money is told as it is stated and never added up.
 * Whoever was present or signed carries nothing out and is no channel.
 */
export function appendix(mentions: Iterable<MentionRow>): readonly AppendixRow[] {
  const institutions = new Map<string, Map<string, Growing>>();
  const sizes = new Map<string, number>();
  for (const row of mentions) {
    const institution = row.institution ?? '(none)';
    const items = institutions.get(institution) ?? new Map<string, Growing>();
    institutions.set(institution, items);
    for (const found of told(row)) {
      const key = [found.column, found.name, found.note ?? '', found.programme ?? ''].join('\n');
      const known = items.get(key);
      if (known !== undefined) known.times += 1;
      else {
        const size = sizes.get(`${institution}\n${found.column}`) ?? 0;
        if (size >= most) continue;
        sizes.set(`${institution}\n${found.column}`, size + 1);
        items.set(key, {
          ...found,
          times: 1,
          file: row.file,
          page: row.cited,
          passage: row.mention.passage,
        });
      }
    }
  }
  return [...institutions]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([institution, items]) => ({
      institution,
      items: [...items.values()].toSorted(
        (a, b) => appendixColumns.indexOf(a.column) - appendixColumns.indexOf(b.column) || b.times - a.times,
      ),
    }))
    .filter(({ items }) => items.length > 0);
}

type Told = Pick<AppendixItem, 'column' | 'name' | 'note' | 'programme'>;

function told({ mention, longest }: MentionRow): readonly Told[] {
  const { kind, id, role, category, programme, classes } = mention;
  const item = (column: AppendixColumn, name: string, note: string | null): readonly Told[] => [
    { column, name: spoken(name), note, programme: programme === null ? null : spoken(programme) },
  ];
  const words = sliceCodePoints(mention.surface, 0, longest);
  switch (kind) {
    case 'role':
      if (id === null) return [];
      if (role === 'implementing') return item('channels', id, classOf(category));
      return role === 'funding' ? item('money', id, classOf(category)) : [];
    case 'amount':
      return item('money', words, stated(mention));
    case 'objective':
      return item('objectives', words, null);
    case 'beneficiary':
      return item('beneficiaries', id ?? words, classes.length === 0 ? null : classes.join(', '));
    case 'project':
      return item('projects', id ?? words, null);
    case 'actor':
    case 'programme':
      return [];
  }
}

/** A name without the mark that the lexicon does not list it. */
function spoken(id: string): string {
  return id.replace(/^name:/, '');
}

function classOf(category: string | null): string | null {
  return category?.replace(/^.*\//, '').replaceAll('_', ' ') ?? null;
}

function stated({ amount }: Mention): string | null {
  const parts = [amount?.year, amount?.status].filter((part) => part != null);
  return parts.length === 0 ? null : parts.join(', ');
}

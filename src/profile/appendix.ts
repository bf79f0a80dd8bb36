import type { AppendixColumn, AppendixItem, AppendixRow } from '../model/appendix.ts';
import { appendixColumns } from '../model/appendix.ts';
import type { Actor } from '../model/lexicon.ts';
import { type Mention, readableId } from '../model/mention.ts';
import type { MentionRow } from '../model/results.ts';
import { sliceCodePoints } from '../text/codepoints.ts';

/** Most different things kept of an institution in one column: far more than a reader looks at. */
const most = 2000;

type Growing = { -readonly [Key in keyof AppendixItem]: AppendixItem[Key] };

/** How often documents write the name of an actor or programme in which way, by its id. */
type Writings = Map<string, Map<string, number>>;

/**
 * Channels, money, objectives, beneficiaries and integration projects of each institution, as its documents name them
 * (docs/method.md 8), each with the place where it is named first. Money is told as it is stated and never added up.
 * Whoever was present or signed carries nothing out and is no channel. `actors` are those of the lexicon, whose names are
 * written as there; all others as the documents write them most often.
 */
export function appendix(
  mentions: Iterable<MentionRow>,
  actors: readonly Pick<Actor, 'id' | 'name'>[] = [],
): readonly AppendixRow[] {
  const writings: Writings = new Map();
  const institutions = new Map<string, Map<string, Growing>>();
  const sizes = new Map<string, number>();
  for (const row of mentions) {
    const institution = row.institution ?? '(none)';
    const items = institutions.get(institution) ?? new Map<string, Growing>();
    institutions.set(institution, items);
    note(writings, row);
    for (const found of told(row)) {
      const { column, id, name, note: more, programme } = found;
      const key = [column, id ?? name, more ?? '', programme ?? ''].join('\n');
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
  const written = writerOf(writings, new Map(actors.map(({ id, name }) => [id, name])));
  return [...institutions]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([institution, items]) => ({
      institution,
      items: [...items.values()]
        .toSorted(
          (a, b) =>
            appendixColumns.indexOf(a.column) - appendixColumns.indexOf(b.column) || b.times - a.times,
        )
        .map((item) => ({
          ...item,
          name: written(item.id) ?? item.name,
          programme: item.programme === null ? null : (written(item.programme) ?? readableId(item.programme)),
        })),
    }))
    .filter(({ items }) => items.length > 0);
}

type Told = Pick<AppendixItem, 'column' | 'id' | 'name' | 'note' | 'programme'>;

function told(row: MentionRow): readonly Told[] {
  const { mention } = row;
  const { kind, id, role, category, programme, classes } = mention;
  const item = (column: AppendixColumn, note: string | null, name = wordsOf(row)): readonly Told[] => [
    { column, id, name, note, programme },
  ];
  switch (kind) {
    case 'role':
      if (id === null) return [];
      // Its own words are those that tell what it does, and not its name.
      if (role === 'implementing') return item('channels', classOf(category), readableId(id));
      return role === 'funding' ? item('money', classOf(category), readableId(id)) : [];
    case 'amount':
      return item('money', stated(mention));
    case 'objective':
      return item('objectives', null);
    case 'beneficiary':
      return item('beneficiaries', classes.length === 0 ? null : classes.join(', '));
    case 'project':
      return item('projects', null);
    case 'actor':
    case 'programme':
      return [];
  }
}

/** What a mention stands for in its document, on one line and no longer than is shown. */
function wordsOf({ mention, longest }: MentionRow): string {
  return sliceCodePoints(mention.surface, 0, longest).replace(/\s+/g, ' ');
}

/** Keeps how an actor or a programme is written here. */
function note(writings: Writings, row: MentionRow): void {
  const { kind, id } = row.mention;
  if ((kind !== 'actor' && kind !== 'programme') || id === null) return;
  const words = wordsOf(row);
  const known = writings.get(id) ?? new Map<string, number>();
  known.set(words, (known.get(words) ?? 0) + 1);
  writings.set(id, known);
}

/** The name behind an id: as the lexicon has it, else as it is written most often, the first of equals; null of one that is neither. */
function writerOf(
  writings: Writings,
  listed: ReadonlyMap<string, string>,
): (id: string | null) => string | null {
  const known = new Map(listed);
  return (id) => {
    if (id === null) return null;
    const name = known.get(id) ?? mostOf(writings.get(id));
    if (name !== null) known.set(id, name);
    return name;
  };
}

function mostOf(counts: ReadonlyMap<string, number> = new Map()): string | null {
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

function classOf(category: string | null): string | null {
  return category?.replace(/^.*\//, '').replaceAll('_', ' ') ?? null;
}

function stated({ amount }: Mention): string | null {
  const parts = [amount?.year, amount?.status].filter((part) => part != null);
  return parts.length === 0 ? null : parts.join(', ');
}

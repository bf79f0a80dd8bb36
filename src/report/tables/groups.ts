import type { IngestRow } from '../../model/results.ts';
import { distinct, type Membership } from '../../model/same.ts';
import { type Column, listed, type Table, table } from './table.ts';

type GroupRow = Membership & { readonly row: IngestRow };

/** One row a file and group of files that hold one act, group by group, the file that is counted first. */
export function groupsTable(ingest: readonly IngestRow[]): Table {
  const columns: readonly Column<GroupRow>[] = [
    {
      name: 'group',
      type: 'text',
      meaning: 'The file that is counted, or would be, for all of its group',
      value: ({ of }) => of,
    },
    { name: 'file', type: 'text', meaning: 'A file of the group', value: ({ row }) => row.file },
    {
      name: 'state',
      type: 'text',
      unit: 'counted, elsewhere, proposed',
      meaning:
        '`elsewhere`: in the numbers with `group`; `proposed`: counted by itself until the manifest says more',
      value: ({ state }) => state,
    },
    {
      name: 'relation',
      type: 'text',
      unit: 'copy, translation, version',
      meaning: 'What it is to the others; empty for `group` itself',
      value: ({ relation }) => relation,
    },
    {
      name: 'decided_by',
      type: 'text',
      unit: 'manifest, detected',
      meaning: 'Who says so; empty for `group` itself',
      value: ({ relation, evidence }) =>
        relation === null ? null : evidence.includes('manifest') ? 'manifest' : 'detected',
    },
    {
      name: 'similarity',
      type: 'number',
      unit: '0 to 1',
      meaning:
        'Share of wording (copies, versions) or of numbers, dates and names (translations) in both; empty where not measured',
      value: ({ similarity }) => similarity,
    },
    {
      name: 'evidence',
      type: 'codes',
      meaning: 'What agrees: manifest, bytes, text, wording, name, act, numbers, dates, names, articles',
      value: ({ evidence }) => listed(evidence),
    },
    {
      name: 'language',
      type: 'text',
      meaning: 'Language as the metadata give it',
      value: ({ row }) => row.language,
    },
    { name: 'date', type: 'date', meaning: 'Date as known', value: ({ row }) => row.date },
    {
      name: 'override',
      type: 'text',
      meaning: `What the manifest says of it: \`${distinct}\`, or the file it names in \`translation_of\` or \`version_of\``,
      value: ({ row }) => row.translation_of ?? row.version_of,
    },
  ];
  const rows = ingest
    .flatMap((row): readonly GroupRow[] => row.same.map((membership) => ({ ...membership, row })))
    .toSorted((a, b) => before(keyOf(a), keyOf(b)));
  return table('groups', columns, rows);
}

function keyOf({ of, state, row }: GroupRow): readonly [boolean, string, boolean, string] {
  return [state === 'proposed', of, row.file !== of, row.file];
}

function before(a: ReturnType<typeof keyOf>, b: ReturnType<typeof keyOf>): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (other !== undefined && one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

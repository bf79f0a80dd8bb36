import type { Finding, Mutual } from '../../model/finding.ts';
import { namedBy } from './finding-columns.ts';
import { type Column, type Table, table } from './table.ts';

type Row = {
  readonly finding: Finding;
  readonly bodies: 'object' | 'projects';
  readonly mutual: Mutual;
  readonly difference: number | null;
};

/** What people see in a passage that names a project with the object (docs/method.md 1.4). */
const kinds = { request: 'requests', proposal: 'proposals', participation: 'participations' } as const;

/** Missed integration, two rows a finding: what bodies of the object and bodies of the projects say of each other. */
export function missedTable(findings: readonly Finding[]): Table {
  const of =
    (type: 'whole number' | 'number', unit: string) =>
    (name: string, meaning: string, value: (mutual: Mutual) => number | null): Column<Row> => ({
      name,
      type,
      unit,
      meaning,
      value: ({ mutual }) => value(mutual),
    });
  const [whole, share] = [of('whole number', 'documents'), of('number', '0 to 1')];
  const columns: readonly Column<Row>[] = [
    ...namedBy<Row>(({ finding }) => finding),
    {
      name: 'bodies',
      type: 'text',
      unit: 'object, projects',
      meaning: 'Bodies that speak of the object, or those of the main projects',
      value: ({ bodies }) => bodies,
    },
    whole('documents', 'Their documents', ({ documents }) => documents),
    whole(
      'naming',
      'Of these, documents that name what is the others’: projects with the object, or the object at all',
      ({ naming }) => naming?.x ?? null,
    ),
    share('share', 'Naming ones among the documents', ({ naming }) => naming?.value ?? null),
    share('lower', "Lower end of Wilson's 95 % interval", ({ naming }) => naming?.lower ?? null),
    share('upper', 'Its upper end', ({ naming }) => naming?.upper ?? null),
    share('most', 'Share below which it is where none names it (rule of three)', ({ most }) => most),
    whole('coded', 'Documents with coded passages', ({ coded }) => coded),
    ...Object.entries(kinds).map(([kind, name]) =>
      whole(name, `Of the coded, documents in which people saw ${name}`, ({ coded, parts }) =>
        coded === 0 ? null : (parts[kind] ?? null),
      ),
    ),
    {
      name: 'difference',
      type: 'number',
      unit: 'log odds',
      meaning: 'Bodies of the object less those of the projects; the same in both rows',
      value: ({ difference }) => difference,
    },
  ];
  const rows = findings.flatMap((finding): readonly Row[] => {
    if (finding.kind !== 'threshold' || finding.asymmetry === null) return [];
    const { object, projects, value: difference } = finding.asymmetry;
    return [
      { finding, bodies: 'object', mutual: object, difference },
      { finding, bodies: 'projects', mutual: projects, difference },
    ];
  });
  return table('missed', columns, rows);
}

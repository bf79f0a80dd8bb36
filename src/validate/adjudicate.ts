import {
  type CodingAct,
  type CodingColumn,
  type Origin,
  type SampleDesign,
  type SampleKey,
  unsure,
} from '../model/coding.ts';

/** What everybody said of one item, the latest word of each. */
export type ItemCodes = {
  readonly item: string;
  readonly said: readonly {
    readonly coder: string;
    readonly role: CodingAct['role'];
    readonly origin: Origin;
    readonly codes: Readonly<Record<string, string>>;
    readonly note: string;
  }[];
};

/** The codes of one sample by item, from the log; only codings of these origins. */
export function codesByItem(
  log: readonly CodingAct[],
  sample: string,
  origins: readonly Origin[],
): ReadonlyMap<string, ItemCodes> {
  const items = new Map<string, Map<string, ItemCodes['said'][number]>>();
  for (const act of log) {
    if (act.sample !== sample || !origins.includes(act.origin)) continue;
    const said = items.get(act.item) ?? new Map();
    const name = `${act.role} ${act.coder}`;
    const before = said.get(name);
    const { coder, role, origin } = act;
    const codes = { ...before?.codes, ...act.codes };
    said.set(name, { coder, role, origin, codes, note: act.note ?? before?.note ?? '' });
    items.set(act.item, said);
  }
  return new Map([...items].map(([item, said]) => [item, { item, said: [...said.values()] }]));
}

/**
 * What one code of an item finally is: the adjudicator's word, else what all coders say. Null where nobody has coded it,
 * `open` where coders differ or one of them could not tell, `undecidable` where whoever decides says that nobody can. A
 * category that was left empty is 0 where the object is.
 */
export function finalCode(
  { said }: ItemCodes,
  code: string,
  { object, columns }: Pick<SampleDesign, 'object' | 'columns'>,
): string | 'open' | 'undecidable' | null {
  const column = columns.find((one) => one.code === code);
  for (const role of ['adjudicator', 'coder'] as const) {
    const values = said
      .filter((one) => one.role === role)
      .flatMap(({ codes }) => codeOf(codes, column, object) ?? []);
    const [first] = values;
    if (first === undefined) continue;
    if (values.some((value) => value !== first)) return 'open';
    if (first !== unsure) return first;
    return role === 'adjudicator' ? 'undecidable' : 'open';
  }
  return null;
}

/** What one coder said of one column; a category counts as 0 where the coder says that the object is not there. */
export function codeOf(
  codes: Readonly<Record<string, string>>,
  column: CodingColumn | undefined,
  object: string,
): string | null {
  if (column === undefined) return null;
  return codes[column.code] ?? (codes[object] === '0' && isCategory(column) ? '0' : null);
}

/** Whether a column asks for the presence of a category, and not a question of its own. */
export function isCategory({ values, alone }: CodingColumn): boolean {
  return alone !== true && values.length === 2 && values.includes('1') && values.includes('0');
}

/** Whether an item is somebody's to code, who then has no part in deciding it. */
export function isCodedBy(coder: string, { coders }: Pick<SampleKey, 'coders'>): boolean {
  return coders.includes(coder);
}

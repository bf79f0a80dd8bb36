import type { MoneyShare } from '../model/channels.ts';
import { type Amount, type AmountStatus, type Mention, readableId } from '../model/mention.ts';
import type { MentionRow } from '../model/results.ts';
import { sharesOf } from '../stats/diversity.ts';
import { sum } from '../stats/sum.ts';
import { compareText } from '../text/compare.ts';

/** One sum that documents of an institution tell of, however often, with the years that stand with it. */
type Told = {
  readonly institution: string;
  readonly programme: string;
  readonly currency: string;
  readonly status: AmountStatus | null;
  readonly giver: string | null;
  readonly category: string | null;
  readonly value: number;
  readonly years: Set<string>;
};

/** The unit of a share of a budget, which is no money. */
const share = '%';

/**
 * Who gives how much of the money that documents of an institution tell of (docs/method.md 8): shares within programme, currency
 * and status, and over the programmes of a currency and status with their range when one is left out. Currencies and statuses
 * are never added, nor sums of different institutions' documents, which may be the same. Mentions of a passage stand together.
 */
export function money(mentions: Iterable<MentionRow>): readonly MoneyShare[] {
  const sums = new Map<string, Told>();
  const stated = new Set<string>();
  let passage: MentionRow[] = [];
  for (const row of mentions) {
    if (row.mention.passage !== passage[0]?.mention.passage) {
      read(passage, sums, stated);
      passage = [];
    }
    passage.push(row);
  }
  read(passage, sums, stated);
  const pools = Map.groupBy(sums.values(), ({ institution, currency, status }) =>
    [institution, currency, status ?? ''].join('\n'),
  );
  return [...pools]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, pool]) => {
      const programmes = [...Map.groupBy(pool, ({ programme }) => programme)].toSorted(([a], [b]) =>
        compareText(a, b),
      );
      const each = programmes.flatMap(([programme, own]) =>
        sharesBy(own, ({ giver }) => giver).map((row) => ({
          ...row,
          programme: readableId(programme),
          programmes: row.giver === null ? 0 : 1,
          shareStated: stated.has(`${row.institution}\n${programme}`),
        })),
      );
      return [...each, ...overall(programmes)];
    });
}

/** Takes up the sums of one passage, each with whoever gives money nearest to it. */
function read(passage: readonly MentionRow[], sums: Map<string, Told>, stated: Set<string>): void {
  const givers = passage.flatMap(({ mention }) =>
    mention.kind === 'role' && mention.role === 'funding' && mention.id !== null ? mention : [],
  );
  for (const { institution: name, mention } of passage) {
    const { amount, programme } = mention;
    if (amount === null || programme === null) continue;
    const institution = name ?? '(none)';
    if (amount.unit === share) stated.add(`${institution}\n${programme}`);
    else if (amount.value > 0) keep(sums, institution, programme, amount, nearest(givers, mention));
  }
}

function keep(
  sums: Map<string, Told>,
  institution: string,
  programme: string,
  { unit: currency, status, value, year }: Amount,
  from: Mention | null,
): void {
  const giver = from?.id ?? null;
  const key = [institution, programme, currency, status ?? '', giver ?? '', value].join('\n');
  const known = sums.get(key) ?? {
    institution,
    programme,
    currency,
    status,
    giver,
    category: from?.category ?? null,
    value,
    years: new Set(),
  };
  // A sum without a year is taken for the one that has one; the same sum in two years is two.
  if (year !== null) known.years.add(year);
  sums.set(key, known);
}

/** The giver whose role or name begins nearest to a sum; of equally near ones the first. */
function nearest(givers: readonly Mention[], { start, end }: Mention): Mention | null {
  const away = (at: number) => Math.max(0, start - at, at - end);
  const distance = (one: Mention) => Math.min(away(one.start), away(one.of ?? one.start));
  return givers.reduce<Mention | null>(
    (best, one) => (best === null || distance(one) < distance(best) ? one : best),
    null,
  );
}

type Shares = Omit<MoneyShare, 'programme' | 'programmes' | 'shareStated'>;

/** Shares of givers, or of their classes, most money first; last the sums without one, which may be wholes of the others. */
function sharesBy(pool: readonly Told[], nameOf: (told: Told) => string | null): readonly Shares[] {
  const given = pool.filter(({ giver }) => giver !== null);
  const named = [...Map.groupBy(given, (told) => nameOf(told))].map(([name, own]) => ({
    name,
    sums: sum(own.map(timesOf)),
    amount: sum(own.map(amountOf)),
  }));
  const shares = sharesOf(named.map(({ amount }) => amount)) ?? [];
  const [first] = pool;
  if (first === undefined) return [];
  const { institution, currency, status } = first;
  const none = { least: null, most: null };
  const others = pool.filter(({ giver }) => giver === null);
  return [
    ...named
      .map(
        ({ name, sums, amount }, at): Shares => ({
          institution,
          currency,
          status,
          giver: name === null ? 'not in the lexicon' : readableId(name),
          sums,
          amount,
          share: shares[at] ?? null,
          ...none,
        }),
      )
      .toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || compareText(a.giver ?? '', b.giver ?? '')),
    ...(others.length === 0
      ? []
      : [
          {
            institution,
            currency,
            status,
            giver: null,
            sums: sum(others.map(timesOf)),
            amount: null,
            share: null,
            ...none,
          },
        ]),
  ];
}

/** Shares of classes of givers over all programmes that have a named one, and their range with one programme left out. */
function overall(programmes: readonly (readonly [string, readonly Told[]])[]): readonly MoneyShare[] {
  const given = programmes
    .map(([, own]) => own.filter(({ giver }) => giver !== null))
    .filter((own) => own.length > 0);
  const without = given.map((_, left) => sharesBy(given.filter((_, at) => at !== left).flat(), classOf));
  return sharesBy(given.flat(), classOf).map((row) => {
    const others = without.map((rows) => rows.find(({ giver }) => giver === row.giver)?.share ?? 0);
    return {
      ...row,
      programme: null,
      programmes: given.length,
      least: given.length < 2 ? null : Math.min(...others),
      most: given.length < 2 ? null : Math.max(...others),
      shareStated: false,
    };
  });
}

function classOf({ category }: Told): string | null {
  return category;
}

function timesOf({ years }: Told): number {
  return Math.max(1, years.size);
}

function amountOf(told: Told): number {
  return told.value * timesOf(told);
}

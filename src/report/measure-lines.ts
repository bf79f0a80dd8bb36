import type { Held, Mix, MixContrast, MoneyShare } from '../model/channels.ts';
import type { Asymmetry, Mutual } from '../model/finding.ts';
import { hundredths, shareWords } from '../model/outcome.ts';
import type { Results } from '../model/results.ts';
import { voiceLabel } from '../model/words.ts';
import { count, counted, percent, statistic } from './numbers.ts';
import { sentence } from './sentence.ts';

/** A part of what is measured of the profile: its name, what to mind, and a line a number. */
export type MeasurePart = {
  readonly title: string;
  readonly note: string;
  readonly lines: readonly string[];
};

/** Most institutions, or pools of money, that are told; all are in the tables. */
const most = 12;

/** Channels by class, both sides compared, money, and missed integration, as far as documents tell of them (docs/method.md 8). */
export function measureParts({ measures, study, findings }: Results): readonly MeasurePart[] {
  const channels = measures.mixes.filter(
    ({ by, role, reading }) => by === 'institution' && role === 'implementing' && reading === 'itself',
  );
  const { source, policy } = study.contrast;
  const sides = measures.contrasts.filter(
    ({ by, one, other, role, reading }) =>
      by === 'voice' &&
      role === 'implementing' &&
      reading === 'itself' &&
      ((source.includes(one) && policy.includes(other)) || (policy.includes(one) && source.includes(other))),
  );
  const money = measures.money.filter(({ programme, giver }) => programme === null && giver !== null);
  const missed = findings.flatMap((finding) =>
    finding.kind === 'threshold' && finding.asymmetry !== null ? [finding.asymmetry] : [],
  );
  const silence = measures.held.map(heldLine);
  return [
    {
      title: 'Channels by class',
      note: 'Distinct actors and programmes, each once; Wilson 95 % intervals. By parent ministry, other roles and mentions: `tables/channels.csv`.',
      lines: shortened(channels.map(mixLine)),
    },
    {
      title: 'Channels of both sides compared',
      note: "Fisher's exact test of distinct actors and programmes: descriptive, adjusted for nothing, in no verdict. All pairs: `tables/channel_pairs.csv`.",
      lines: sides.map(contrastLine),
    },
    {
      title: 'Whose money',
      note: 'Shares of named givers in one currency and status, which are never added up; one programme may make a share, so its range without one stands beside. Descriptive; by programme: `tables/money.csv`.',
      lines: shortened(moneyLines(money)),
    },
    {
      title: 'Missed integration',
      note: 'Absence from the corpus shows nothing unless it has the documents of these bodies: `tables/missed.csv`, `tables/held.csv`.',
      lines: [...missed.flatMap(missedLines), ...silence],
    },
  ].filter(({ lines }) => lines.length > 0);
}

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `and ${count(lines.length - most)} more.`];
}

function mixLine({ key, units, hill1, hill2, giniSimpson, classes }: Mix): string {
  const named = classes.map(
    ({ category, share, most: below }) =>
      `${className(category)} ${count(share.x)} (${below === null ? `${hundredths(share.value)} %, ${hundredths(share.lower)} to ${hundredths(share.upper)}` : belowWords(share.upper, below)})`,
  );
  const differ = giniSimpson === null ? '' : `, chance that two differ ${percent(giniSimpson)}`;
  return sentence(
    `${key}: of ${count(units)} ${named.join(', ')}; effective classes ${statistic(hill1)} (Hill 1) and ${statistic(hill2)} (Hill 2)${differ}`,
  );
}

function belowWords(upper: number, below: number): string {
  return `0 to ${hundredths(upper)} %, 3/n ${hundredths(below)} %`;
}

function contrastLine({
  one,
  other,
  category,
  oneShare,
  otherShare,
  p,
  oddsRatio,
  lower,
  upper,
}: MixContrast): string {
  const ratio =
    oddsRatio !== null
      ? `odds ratio ${statistic(oddsRatio)} (${lower === null ? '0' : statistic(lower)} to ${upper === null ? 'no bound' : statistic(upper)})`
      : upper !== null
        ? `odds ratio below ${statistic(upper)}`
        : lower !== null
          ? `odds ratio above ${statistic(lower)}`
          : 'no odds ratio';
  return sentence(
    `${className(category)}: ${voiceLabel(one)} ${count(oneShare.x)} of ${count(oneShare.n)}, ${voiceLabel(other)} ${count(otherShare.x)} of ${count(otherShare.n)}; ${ratio}, p ${p < 0.001 ? 'below 0.001' : p.toFixed(3)}`,
  );
}

function moneyLines(shares: readonly MoneyShare[]): readonly string[] {
  const pools = Map.groupBy(shares, ({ institution, currency, status }) =>
    [institution, currency, status ?? 'status not told'].join(', '),
  );
  return [...pools].map(([name, own]) => {
    const givers = own.map(
      ({ giver, share, least, most: largest }) =>
        `${className(giver)} ${share === null ? '–' : percent(share)}${least === null || largest === null ? '' : ` (${hundredths(least)} to ${hundredths(largest)} without one programme)`}`,
    );
    return sentence(`${name}, ${counted(own[0]?.programmes ?? 0, 'programme')}: ${givers.join(', ')}`);
  });
}

function missedLines({ object, projects, value }: Asymmetry): readonly string[] {
  const difference = value === null ? '' : `; difference ${statistic(value)} in log odds`;
  return [
    sentence(
      `of ${counted(object.documents, 'document')} about the object ${namingWords(object)} name the main projects with it`,
    ),
    sentence(
      `of ${counted(projects.documents, 'document')} of the projects’ bodies ${namingWords(projects)} speak of the object${difference}`,
    ),
  ];
}

function namingWords({ naming, most: below }: Mutual): string {
  if (naming === null) return '0';
  return below === null
    ? `${count(naming.x)}, ${shareWords(naming)},`
    : `none (${belowWords(naming.upper, below)})`;
}

function heldLine({ institution, from, to, known, held, undated, share }: Held): string {
  const years = from === null && to === null ? '' : `, ${from ?? '…'} to ${to ?? '…'}`;
  const unplaced = undated === 0 ? '' : `; ${count(undated)} more without a date`;
  return sentence(
    known === null
      ? `${institution}: ${counted(held, 'document')} held${unplaced}; how many exist the study does not say (known in study.yaml)`
      : `${institution}${years}: ${count(held)} of ${count(known)} documents known to exist are held (${share === null ? '–' : percent(share)})${unplaced}`,
  );
}

/** A class without its theme, in words. */
function className(category: string | null): string {
  return category?.replace(/^.*\//, '').replaceAll('_', ' ') ?? 'not in the lexicon';
}

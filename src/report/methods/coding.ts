import { f1Words, fieldLabel, leastF1, standing } from '../../model/field.ts';
import type { Finding } from '../../model/finding.ts';
import { mentionColumns } from '../../model/mention-codes.ts';
import type { MethodsRecord, Rate, SampleRecord } from '../../model/methods.ts';
import type { Results } from '../../model/results.ts';
import { labelsOf, languageLabel, voiceLabel } from '../../model/words.ts';
import { grid, plain } from '../inert.ts';
import { count, counted } from '../numbers.ts';
import type { Citing } from './citing.ts';

/** How passages were drawn and coded, and how far coders agree and the lexicon agrees with them. */
export function codingMethods(results: Results, record: MethodsRecord, { cite }: Citing): readonly string[] {
  const { samples, coders, agreements, quality } = record;
  if (samples.length === 0)
    return [
      'No sample was drawn and no passage was coded by hand: no estimate is corrected for errors of the lexicon.',
    ];
  const known = labelsOf(results.categories);
  const asked = new Map(mentionColumns(results.claims).map(({ code, title }) => [code, title]));
  const labels = (code: string) => (asked.has(code) ? `${code}, ${asked.get(code)}` : known(code));
  const agreed = agreements.filter(({ passages }) => passages > 0);
  return [
    `Passages${samples.some(({ unit }) => unit === 'documents') ? ' and whole documents' : ''} were drawn with known chances from strata of hit pattern, side and language, with sizes near Neyman's optimum and every stratum kept ${cite('neyman1934', 'wright2012')}: ${samples.map(drawn).join('; ')}. Coders saw neither institution, date nor hits.`,
    '',
    coders.length === 0
      ? 'Nothing has been coded yet.'
      : `${count(record.coded)} of ${counted(record.drawn, 'drawn passage')} have a final code. Acts of coding by whom:`,
    '',
    ...(coders.length === 0
      ? []
      : grid(
          ['coder', 'role', 'whose judgement', 'acts', 'used'],
          coders.map(({ coder, role, origin, acts }) => [
            coder,
            role,
            originWords[origin],
            count(acts),
            record.trusted.includes(origin) ? 'yes' : 'no',
          ]),
        )),
    ...(coders.some(({ origin }) => origin === 'simulated')
      ? [
          '',
          '**Simulated coders are no people.** They stand for people in a made-up study; nothing they say is evidence.',
        ]
      : []),
    ...(agreed.length === 0
      ? ['', 'No passage has two codes, so that agreement is not known.']
      : [
          '',
          `Agreement by Krippendorff's alpha, as drawn and weighed for the corpus ${cite('krippendorff2011')}, Cohen's kappa ${cite('cohen1960')} and Gwet's AC1 ${cite('gwet2008')}; rare categories depress the first two ${cite('cicchetti1990')}. Intervals of 95 % from 2,000 draws of documents.`,
          '',
          ...grid(
            ['category', 'passages', 'coders', 'alpha', 'alpha, weighted', 'kappa', 'AC1'],
            agreed.map((one) => [
              one.unit === 'documents' ? `${labels(one.code)}, by document` : labels(one.code),
              count(one.passages),
              count(one.coders),
              rate(one.alpha),
              rate(one.alphaWeighted),
              rate(one.kappa),
              rate(one.ac1),
            ]),
          ),
        ]),
    ...(quality.length === 0
      ? []
      : [
          '',
          `The lexicon against final codes, weighed by the chances of the draw. Precision with Wilson's interval at the effective number ${cite('wilson1927', 'kish1965')}; where nothing was missed or found, recall is a bound ${cite('clopper1934')}. Unequal recall between voices, not low recall, biases a contrast.`,
          '',
          ...grid(
            ['category', 'among', 'coded with a hit', 'without', 'precision', 'recall'],
            quality.map((one) => [
              labels(one.code),
              among(one.by, one.key),
              count(one.hits),
              count(one.others),
              rate(one.precision),
              one.recallBound === null
                ? rate(one.recall)
                : `${one.recallBound.is} ${two(one.recallBound.value)}`,
            ]),
          ),
        ]),
    ...fieldMethods(results.fields, cite),
  ];
}

/** How well the fields of the profile of institutions are read, which decides whether they may carry a hypothesis. */
function fieldMethods(fields: Results['fields'], cite: Citing['cite']): readonly string[] {
  if (fields.length === 0) return [];
  return [
    '',
    `Fields of the profile of institutions against final codes of the same passages, weighed by the chances of the draw. F1 has the interval of 2,000 draws of documents, its lower end no higher than Wilson's allows ${cite('wilson1927')}; a field carries a hypothesis where that end is at least ${two(leastF1)}.`,
    '',
    ...grid(
      [
        'field',
        'passages with some',
        'seen by both',
        'by the program alone',
        'by people alone',
        'F1',
        'carries',
      ],
      fields.map((one) => [
        fieldLabel(one.field),
        count(one.seen),
        count(one.right),
        count(one.wrong),
        count(one.missed),
        f1Words(one),
        standing(one) === 'good' ? 'yes' : 'no',
      ]),
    ),
  ];
}

/** Whether and how estimates were corrected for what the lexicon gets wrong. */
export function correctionMethods(
  { findings, claims }: Results,
  record: MethodsRecord,
  { cite }: Citing,
): readonly string[] {
  const corrected = findings.filter(({ corrected: is, verdict }) => is && verdict !== 'NOT_TESTABLE');
  if (corrected.length === 0)
    return [
      record.coded === 0
        ? 'Nothing is corrected: every estimate has the errors of the lexicon in it, and every verdict is at most inconclusive. Beside a contrast stands its tipping point: how much worse the lexicon would have to recognise the claimed frame on one side for the difference to vanish.'
        : 'Passages were coded, but no estimate is corrected: the gates or the strata without codes do not allow it.',
    ];
  const ways = Map.groupBy(corrected, (finding) => wayOf(finding, claims));
  const named = (way: Way) => [...new Set(ways.get(way)?.map(({ hypothesis }) => hypothesis))].join(', ');
  const said: Readonly<Record<Way, string>> = {
    passages: `${named('passages')}: each passage counts as λg + (R/π)(Y − λg), where g is the lexicon's code, Y the final code, R whether it was coded and π its chance of being drawn and coded, with λ = 1. The corrected estimate decides; the uncorrected one stands beside it.`,
    documents: `${named('documents')}: each document, coded as a whole, counts as g + (R/π)(Y − g), of the kind or not, by its own chance of being drawn. The corrected estimate decides; the uncorrected one stands beside it.`,
    mentions: `${named('mentions')}: passages that name either kind count as (R/π)Y, the same with λ = 0, since the lexicon counts mentions, which are no sum over passages. The corrected estimate decides.`,
    actors: `${named('actors')}: distinct actors cannot be corrected by passages. Beside their share stands that of coded passages that name either kind, (R/π)Y; the verdict stands where the intervals of both say the same, with the larger p, and is inconclusive otherwise. The share that is printed is the one of distinct actors.`,
  };
  return [
    `Corrected by design-based supervised learning ${cite('egami2023')}.`,
    '',
    ...correctedBy.flatMap((way) => (ways.has(way) ? [`- ${said[way]}`] : [])),
  ];
}

/** By what codes a finding is corrected. */
const correctedBy = ['passages', 'documents', 'mentions', 'actors'] as const;
type Way = (typeof correctedBy)[number];

function wayOf({ claim, hypothesis, kind }: Finding, claims: Results['claims']): Way {
  const count = claims.find(({ id }) => id === claim)?.hypotheses.find(({ id }) => id === hypothesis)
    ?.measure?.count;
  switch (count) {
    case 'actors':
      return kind === 'threshold' ? 'actors' : 'mentions';
    case 'mentions':
    case 'beneficiaries':
    case 'objectives':
    case 'activities':
      return 'mentions';
    case 'documents':
    case 'substantive_documents':
      return 'documents';
    case 'passages':
    case undefined:
      return 'passages';
  }
}

const originWords = {
  human: 'a person',
  machine: 'a machine',
  simulated: 'a simulation',
} as const;

function drawn({ sample, extends: base, unit, seed, columns, strata }: SampleRecord): string {
  const total = strata.reduce((sum, one) => sum + one.drawn, 0);
  const silent = strata
    .filter(({ pattern }) => pattern === 'anchor' || pattern === 'neither')
    .reduce((sum, one) => sum + one.drawn, 0);
  const size = strata.reduce((sum, one) => sum + one.size, 0);
  return `\`${sample}\`${base === null ? '' : ` (adds to \`${base}\`)`} ${count(total)} of ${count(size)} ${unit} in ${counted(strata.length, 'stratum', 'strata')}, ${count(silent)} of them without a hit${unit === 'passages' ? ' of either pole' : ''}, seed ${seed}, coded for ${plain(columns.join(', '))}`;
}

function among(by: 'all' | 'voice' | 'language', key: string): string {
  switch (by) {
    case 'all':
      return 'all';
    case 'voice':
      return voiceLabel(key);
    case 'language':
      return languageLabel(key);
  }
}

function rate({ value, lower, upper }: Rate): string {
  if (value === null) return '–';
  return lower === null || upper === null ? two(value) : `${two(value)} (${two(lower)} to ${two(upper)})`;
}

function two(value: number): string {
  return value.toFixed(2);
}

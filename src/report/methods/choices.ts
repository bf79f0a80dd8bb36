import { effectsIn } from '../../model/finding-effects.ts';
import type { Results } from '../../model/results.ts';
import { languageLabel } from '../../model/words.ts';
import { plain } from '../inert.ts';
import { count, counted } from '../numbers.ts';
import {
  correctedWords,
  fragileWords,
  robustnessReasonWords,
  unvariedWords,
  variationKindWords,
} from '../robustness-words.ts';
import { sentence } from '../sentence.ts';
import type { Citing } from './citing.ts';

/** Other ways of counting, random lexicons, and the test about types of institutions. */
export function robustnessMethods(
  { robustness, findings, run }: Results,
  { cite }: Citing,
): readonly string[] {
  if (robustness.length === 0) return ['Nothing was varied.'];
  const { replicates, permutations, placebos } = run.settings.robustness;
  return robustness.flatMap((one, at) => {
    const name = `${at === 0 ? '' : '\n'}**${plain(one.hypothesis)}**, \`${one.numerator}\` against \`${one.denominator}\`.`;
    const unvaried = unvariedWords(one);
    if (unvaried !== null)
      return [
        `${name} ${sentence(unvaried)}`,
        ...(one.typeTest.difference === null ? [] : typeMethods(one, cite)),
      ];
    const { curve, placebo } = one;
    const kinds = [...new Set(one.variations.map(({ kind }) => variationKindWords(kind)))];
    return [
      `${name} ${correctedWords(one)} All of it rests on ${counted(one.documents, 'document')} of ${counted(one.institutions, 'institution')}. ${fragileWords(one)}`,
      ...(curve === null
        ? []
        : [
            '',
            `Specification curve ${cite('simonsohn2020')}: ${counted(curve.specifications.length, 'way of counting', 'ways of counting')}, tested jointly by ${count(replicates)} draws of documents (scope A) and by ${counted(curve.typed.draws, 'relabelling')} of institutions (scope B).`,
          ]),
      ...(kinds.length === 0 ? [] : ['', `One change at a time: ${kinds.join(', ')}.`]),
      ...(placebo.reason === null
        ? [
            '',
            `${counted(placebo.draws, 'lexicon')} of random words as frequent as the terms (${count(placebos)} asked for).`,
          ]
        : []),
      ...(!isRelabelled(findings, one)
        ? []
        : [
            '',
            `Documents relabelled within languages and periods, studentised ${cite('chung2013')}; ${count(permutations)} relabellings asked for.`,
          ]),
      ...typeMethods(one, cite),
    ];
  });
}

/** The test about types of institutions, with what stands beside it. */
function typeMethods({ typeTest }: Results['robustness'][number], cite: Citing['cite']): readonly string[] {
  const beside = [
    ...(typeTest.wildP === null
      ? []
      : [
          `the wild cluster bootstrap with the null imposed and Webb's weights ${cite('cameron2008', 'webb2023')}`,
        ]),
    ...(typeTest.cr2 === null ? [] : [`CR2 ${cite('bell2002')}`]),
  ];
  return [
    ...(typeTest.p === null
      ? [
          '',
          `About types of institutions (scope B) there is no test${typeTest.reason === null ? '' : `: ${robustnessReasonWords(typeTest.reason)}`}.`,
        ]
      : [
          '',
          `About types of institutions (scope B): permutation of ${typeTest.institutions[0]} against ${typeTest.institutions[1]} institutions, ${typeTest.exact ? 'all' : 'random'} ${counted(typeTest.relabellings, 'relabelling')}${typeTest.welch === null ? '' : `, and the interval of Welch's t ${cite('welch1947')}`}${beside.length === 0 ? '' : `; beside it, deciding nothing, ${beside.join(', ')}`}.`,
        ]),
  ];
}

/** Whether the documents of its contrast were relabelled. */
function isRelabelled(
  findings: Results['findings'],
  { claim, hypothesis }: Results['robustness'][number],
): boolean {
  return findings
    .filter((one) => one.claim === claim && one.hypothesis === hypothesis)
    .flatMap(effectsIn)
    .some(({ effects }) => effects.sharpNull !== null);
}

/** What was asked of series over time, and of words. Exploratory, all of it. */
export function exploratoryMethods(results: Results, { cite }: Citing): readonly string[] {
  const { time, distinctive } = results;
  const courses = time.courses.filter(({ documents }) => documents > 0);
  const trends = courses.filter(({ trend }) => trend.slope !== null);
  const monotone = courses.some(({ trend }) => trend.monotone !== null);
  const scanned = courses.filter(({ changes }) => changes.test !== null);
  const interrupted = courses.some(({ events }) => events.some(({ series }) => series.jump !== null));
  const languages = distinctive.filter(({ found }) => found.length > 0);
  const lines = [
    ...(courses.length === 0
      ? []
      : [
          `Series of ${counted(courses.length, 'institution and pole', 'institutions and poles')}: shares by bin of time with Wilson's interval of effective counts ${cite('wilson1927')}; before against after by document jackknife.`,
        ]),
    ...(trends.length === 0
      ? []
      : [
          `Trends of ${count(trends.length)} of them by document-level logistic slope, tested by permuting documents over dates with a studentised statistic ${cite('chung2013')}${monotone ? `; beside it Mann and Kendall's test and Sen's slope ${cite('mann1945', 'kendall1975', 'sen1968')}` : ''}.`,
        ]),
    ...(scanned.length === 0
      ? []
      : [
          `Changes of level were looked for in ${count(scanned.length)} of them by binary segmentation ${cite('scott1974')}, significance by permuting documents over dates.`,
        ]),
    ...(interrupted
      ? [`Known events by interrupted time series ${cite('wagner2002')}, ranked among placebo dates.`]
      : []),
    ...(time.events.length === 0
      ? []
      : [
          `Events fixed in advance: ${time.events.map(({ date, name }) => `${date} ${plain(name)}`).join('; ')}.`,
        ]),
    ...(languages.length === 0
      ? []
      : [
          `Distinctive words in ${languages.map(({ language }) => languageLabel(language)).join(', ')}, a language at a time: log odds with an informative prior ${cite('monroe2008')}, threshold from relabelled documents; beside it G² ${cite('dunning1993')} adjusted after Benjamini and Hochberg ${cite('benjamini1995')}.`,
        ]),
  ];
  return lines.length === 0
    ? ['Nothing exploratory could be computed.']
    : ['Nothing of this enters a verdict or a family of tests.', ...lines].flatMap((line, at) =>
        at === 0 ? [line] : ['', line],
      );
}

import type { Results } from '../../model/results.ts';
import { count, counted } from '../numbers.ts';
import type { Citing } from './citing.ts';

/** What was counted of the profile of institutions, and how: described, all of it. */
export function profileMethods({ measures, appendix }: Results, { cite }: Citing): readonly string[] {
  const { mixes, contrasts, money, held } = measures;
  const institutions = new Set(mixes.filter(({ by }) => by === 'institution').map(({ key }) => key)).size;
  const pools = new Set(
    money
      .filter(({ amount }) => amount !== null)
      .map(({ institution, currency, status }) => [institution, currency, status].join('\n')),
  ).size;
  const known = held.filter((one) => one.known !== null).length;
  const lines = [
    ...(appendix.length === 0
      ? []
      : [
          `Documents of ${counted(appendix.length, 'institution')} name channels, money, objectives, beneficiaries or projects; each stands in \`tables/appendix.csv\` with its first page.`,
        ]),
    ...(mixes.length === 0
      ? []
      : [
          `Actors by class, of ${counted(institutions, 'institution')}, in each role apart. The unit is the distinct actor and programme, not the mention; shares have Wilson's interval ${cite('wilson1927')} and, of classes without anybody, the bound 3/n ${cite('hanley1983')}; effective numbers of classes are those of Hill ${cite('hill1973')}, and the chance that two are of different classes is Simpson's, without bias ${cite('simpson1949')}. Bodies count once as themselves and once as the body right above them. Shares of mentions stand beside, with a jackknife over documents ${cite('tukey1958')}.`,
        ]),
    ...(contrasts.length === 0
      ? []
      : [
          `${counted(contrasts.length, 'comparison')} of two institutions or voices by Fisher's exact test ${cite('fisher1935')}: descriptive, adjusted for nothing, in no verdict.`,
        ]),
    ...(pools === 0
      ? []
      : [
          `Money of named givers in ${counted(pools, 'pool')} of one institution, currency and status, which are never added up; shares within programmes, and over them with their range when one is left out. No test.`,
        ]),
    ...(held.length === 0
      ? []
      : [
          known === 0
            ? 'How many documents of the bodies exist that the claim says leave the object out, the study does not say: their silence shows nothing.'
            : `Of ${count(known)} of ${counted(held.length, 'body', 'bodies')} the study says how many documents exist, so that their silence can be weighed (\`tables/held.csv\`).`,
        ]),
  ];
  return lines.length === 0
    ? ['Nobody who does anything was named.']
    : lines.flatMap((line, at) => (at === 0 ? [line] : ['', line]));
}

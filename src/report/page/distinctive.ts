import { type DistinctiveWord, type DistinctiveWords, priorStrengths } from '../../model/distinctive.ts';
import { wordsReasonWords } from '../../model/time-words.ts';
import { languageLabel, sideLabel } from '../../model/words.ts';
import { words as drawWords } from '../figures/words.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, counted, statistic } from '../numbers.ts';
import type { Context } from './context.ts';

/** Words of either side in a drawing. */
const shown = 12;

/** The words that tell the two sides apart when they speak of the object, a language a panel; exploratory. */
export function distinctiveSection(context: Context): Markup {
  const { distinctive, study } = context.results;
  const source = sideLabel({ voices: study.contrast.source });
  const policy = sideLabel({ voices: study.contrast.policy });
  if (distinctive.length === 0) {
    return markup`<section id="words"><h2>Distinctive words</h2><p class="empty">There is no passage in a language with a lexicon.</p></section>`;
  }
  const top =
    1.05 *
    Math.max(
      3,
      ...distinctive.flatMap(({ found, threshold }) => [
        threshold ?? 0,
        ...leading(found).flatMap(({ z }) => z.map(Math.abs)),
      ]),
    );
  return markup`<section id="words">
<h2>Distinctive words</h2>
<p>Words of the passages about the object that ${source} and ${policy} say more often than the other, with all forms of a stem together; never across languages. Points are z of the log odds with a prior of ${priorStrengths[1]} words taken from all passages of the language, lines reach over priors of ${priorStrengths[0]} and ${count(priorStrengths[2])}. Filled are those beyond the dashed threshold, which the most distinctive word of one in twenty relabellings of documents exceeds. Counts stand beside. Titles, agendas, attendance and signatures are left out, as are words in fewer than three documents or a single institution. Exploratory: nobody asked for these words beforehand, and they enter no verdict.</p>
<div class="panels large">${distinctive.map((one) => panel(one, source, policy, top))}</div>
${lines(distinctive)}
<p class="note">All compared words, with G² and its adjusted p, are in <code>tables/words.csv</code>.</p>
</section>`;
}

/** The most distinctive words of either side: the source side's strongest first, the policy side's strongest last. */
function leading(found: readonly DistinctiveWord[]): readonly DistinctiveWord[] {
  const of = (side: DistinctiveWord['side']) => found.filter((word) => word.side === side).slice(0, shown);
  return [...of('source'), ...of('policy').toReversed()];
}

function panel(one: DistinctiveWords, source: string, policy: string, top: number): Markup {
  const { language, documents, found, threshold, reason, compared, relabellings } = one;
  const words = leading(found);
  const beyond = found.filter((word) => word.beyond === true).length;
  const caption = markup`<figcaption><strong>${languageLabel(language)}</strong> <small>${source} ${counted(documents.source, 'document')}, ${count(one.words.source)} words; ${policy} ${counted(documents.policy, 'document')}, ${count(one.words.policy)} words</small></figcaption>`;
  if (words.length === 0) {
    return markup`<figure class="panel">${caption}<p class="empty">No words: ${reason === null ? 'none differ' : wordsReasonWords(reason)}.</p></figure>`;
  }
  const alternative = `${languageLabel(language)}. ${words.map(({ word, z, source: a, policy: b }) => `${word}: z ${statistic(z[1] ?? null)}, ${a} to ${b}`).join('; ')}.`;
  const limit =
    threshold === null
      ? `There is no threshold: ${reason === null ? 'nothing was relabelled' : wordsReasonWords(reason)}.`
      : `${beyond === 0 ? 'None' : count(beyond)} of ${counted(compared, 'compared word')} ${beyond === 1 ? 'is' : 'are'} beyond the threshold of ${statistic(threshold)} (${counted(relabellings, 'relabelling')}).`;
  return markup`<figure class="panel">${caption}
${drawWords({ words, threshold, top, source, policy, alternative })}
<p class="note">${limit}</p></figure>`;
}

/** The first place where each of the strongest words is said. */
function lines(distinctive: readonly DistinctiveWords[]): Markup {
  const rows = distinctive.flatMap(({ language, found }) =>
    (['source', 'policy'] as const).flatMap((side) =>
      found
        .filter((word) => word.side === side)
        .slice(0, 4)
        .flatMap((word) => (word.line === null ? [] : [{ language, side, word, line: word.line }])),
    ),
  );
  if (rows.length === 0) return nothing;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Distinctive words where they stand"><table>
<caption>The strongest where they stand first</caption>
<thead><tr><th scope="col">word</th><th scope="col" class="n">z</th><th scope="col" class="n">log ratio</th><th scope="col">line</th><th scope="col">where</th></tr></thead>
<tbody>${rows.map(
    ({
      language,
      word,
      line,
    }) => markup`<tr><th scope="row" lang="${language}">${word.word}</th><td class="n">${statistic(word.z[1] ?? null)}</td><td class="n">${statistic(word.logRatio)}</td><td class="words" lang="${language}" dir="auto">… ${line.left}<strong>${line.hit}</strong>${line.right} …</td><td><bdi>${line.institution ?? 'institution not known'}</bdi>, ${line.date ?? 'undated'}, page\u00a0${line.page}</td></tr>
`,
  )}</tbody></table></div>`;
}

import { type DistinctiveWords, priorStrengths } from '../../model/distinctive.ts';
import { wordsReasonWords } from '../../model/time-words.ts';
import { languageLabel, sideLabel } from '../../model/words.ts';
import { type WordsDrawing, wordsDrawings } from '../drawings/words.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, statistic } from '../numbers.ts';
import type { Context } from './context.ts';

/** The words that tell the two sides apart when they speak of the object, a language a panel; exploratory. */
export function distinctiveSection(context: Context): Markup {
  const { distinctive, study } = context.results;
  const source = sideLabel({ voices: study.contrast.source });
  const policy = sideLabel({ voices: study.contrast.policy });
  if (distinctive.length === 0) {
    return markup`<section id="words"><h2>Distinctive words</h2><p class="empty">There is no passage in a language with a lexicon.</p></section>`;
  }
  const drawings = wordsDrawings(context.results);
  return markup`<section id="words">
<h2>Distinctive words</h2>
<p>Words of the passages about the object that ${source} and ${policy} say more often than the other, with all forms of a stem together; never across languages. Points are z of the log odds with a prior of ${priorStrengths[1]} words taken from all passages of the language, lines reach over priors of ${priorStrengths[0]} and ${count(priorStrengths[2])}. Filled are those beyond the dashed threshold, which the most distinctive word of one in twenty relabellings of documents exceeds. Counts stand beside. Titles, agendas, attendance and signatures are left out, as are words in fewer than three documents or a single institution. Exploratory: nobody asked for these words beforehand, and they enter no verdict.</p>
<div class="panels large">${distinctive.map((one) => panel(one, drawings.get(one)))}</div>
${lines(distinctive)}
<p class="note">All compared words, with G² and its adjusted p, are in <code>tables/words.csv</code>.</p>
</section>`;
}

function panel({ language, reason }: DistinctiveWords, drawing: WordsDrawing | undefined): Markup {
  if (drawing === undefined) {
    return markup`<figure class="panel"><figcaption><strong>${languageLabel(language)}</strong></figcaption><p class="empty">No words: ${reason === null ? 'none differ' : wordsReasonWords(reason)}.</p></figure>`;
  }
  const { title, note, svg, limit } = drawing;
  return markup`<figure class="panel"><figcaption><strong>${title}</strong> <small>${note}</small></figcaption>
${svg}
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

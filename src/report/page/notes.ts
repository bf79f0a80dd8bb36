import { type ContrastFinding, type Finding, isBalance, type Side } from '../../model/finding.ts';
import { framesCountedWords, inSentence, sideLabel } from '../../model/words.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, counted } from '../numbers.ts';
import type { Context } from './context.ts';

/** A number that leads to the note of what a finding rests on. */
export function citeEvidence(context: Context, finding: Finding): Markup {
  return context.notes.cite(isBalance(finding) ? balanceNote(context, finding) : plainNote(finding));
}

/** All notes that were cited before, each with the way back; to be called last. */
export function notesSection({ notes }: Context): Markup {
  const all = notes.all();
  if (all.length === 0) return nothing;
  return markup`<section id="notes">
<h2>Notes</h2>
<p>What the numbers above rest on, and where it stands.</p>
<ol class="notes">${all.map(
    (
      note,
      place,
    ) => markup`<li id="note-${place + 1}">${note} <a href="#cite-${place + 1}" aria-label="back to where note ${place + 1} is cited">↩</a></li>
`,
  )}</ol>
</section>`;
}

/** The passages of either pole on either side, institution by institution, each count with its passages. */
function balanceNote(context: Context, finding: ContrastFinding): Markup {
  const { numerator, denominator, sides } = finding;
  const of = (side: Side, code: string) => {
    const parts = side.institutions.flatMap((one) => {
      const times = code === numerator ? one.numerator : one.denominator;
      if (times === 0) return [];
      const anchor = context.anchor('institution', one.institution, code);
      const shown = anchor === null ? count(times) : markup`<a href="#${anchor}">${count(times)}</a>`;
      return [markup`<bdi>${one.institution}</bdi> ${shown}`];
    });
    return markup`${sideLabel(side)}: ${parts.length === 0 ? 'none' : parts.map((part, at) => markup`${at > 0 ? ', ' : ''}${part}`)}`;
  };
  const pole = (code: string) =>
    markup`Passages with ${inSentence(context.labels(code))}, of ${sides.map((side, at) => markup`${at > 0 ? '; of ' : ''}${of(side, code)}`)}.`;
  return markup`${finding.hypothesis}. ${pole(numerator)} ${pole(denominator)} ${framesCountedWords(finding)}; <code>tables/balances.csv</code>, <code>tables/evidence.csv</code>.`;
}

function plainNote(finding: Finding): Markup {
  const rests = `${counted(finding.passages, 'passage')} about the object in ${counted(finding.documents, 'document')} of ${counted(finding.institutions, 'institution')}`;
  const named = /passage/.test(finding.unit)
    ? markup`<code>tables/evidence.csv</code>`
    : markup`<code>tables/mentions.csv</code>, <a href="#profiles">profiles</a>`;
  return markup`${finding.hypothesis}. Looked at: ${rests}. Each of them stands in ${named}; the test in <code>tables/findings.csv</code>, its checks in <code>tables/gates.csv</code>.`;
}

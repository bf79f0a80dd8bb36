import { describe, type Problem, severity } from '../../model/problem.ts';
import { leading } from '../leading.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, counted, percent } from '../numbers.ts';
import type { Context } from './context.ts';

/** Most problems listed on the page. */
const listed = 200;

/** What no text can settle, and the few terms that carry most of a number. */
export function limitsSection(context: Context): Markup {
  const { claims } = context.results;
  const statements = claims.flatMap((claim) => claim.not_testable);
  return markup`<section id="limits">
<h2>What cannot be tested</h2>
${statements.length === 0 ? markup`<p class="empty">The claims name nothing that lies outside the texts.</p>` : markup`<ul class="prose">${statements.map((one) => markup`<li>${one}</li>`)}</ul>`}
${terms(context)}
</section>`;
}

function terms(context: Context): Markup {
  const carried = leading(context.results, context.gathered);
  if (carried.length === 0) return nothing;
  return markup`<h3>Terms that carry the numbers</h3>
<p>A frame that rests on one or two terms stands or falls with them.</p>
<div class="scroll" role="region" tabindex="0" aria-label="Terms that carry the numbers"><table>
<caption>Most frequent terms of each pole</caption>
<thead><tr><th scope="col">frame</th><th scope="col">term</th><th scope="col">language</th><th scope="col" class="n">hits</th><th scope="col" class="n">of the frame</th></tr></thead>
<tbody>${carried.map(
    ({
      code,
      term,
      hits,
      share,
    }) => markup`<tr><th scope="row">${context.labels(code)}</th><td><bdi>${term.pattern}</bdi></td><td>${term.language}</td><td class="n">${count(hits)}</td><td class="n">${percent(share)}</td></tr>
`,
  )}</tbody></table></div>`;
}

/** Everything that went wrong with an input, the worst first. */
export function problemsSection({ results }: Context): Markup {
  const problems = [...results.problems, ...results.ingest.flatMap((row) => row.problems)];
  const sorted = problems.toSorted((a, b) => rank(a) - rank(b));
  const tally = Map.groupBy(results.ingest, ({ status }) => status);
  const files = (status: 'ok' | 'partial' | 'failed') => tally.get(status)?.length ?? 0;
  return markup`<section id="problems">
<h2>Files and problems</h2>
<p>${counted(results.ingest.length, 'file')}: ${count(files('ok'))} read in full, ${count(files('partial'))} in part, ${count(files('failed'))} not in the numbers. ${problems.length === 0 ? 'Nothing went wrong.' : `${counted(Math.min(listed, sorted.length), 'problem')} of ${count(sorted.length)} shown; all in `}${problems.length === 0 ? nothing : markup`<code>tables/problems.csv</code>, every file in <code>tables/documents.csv</code>.`}</p>
${
  problems.length === 0
    ? nothing
    : markup`<div class="scroll" role="region" tabindex="0" aria-label="Problems"><table>
<caption>Problems, the worst first</caption>
<thead><tr><th scope="col">effect</th><th scope="col">code</th><th scope="col">what and where, and what to do</th></tr></thead>
<tbody>${sorted.slice(0, listed).map(
        (
          problem,
        ) => markup`<tr><th scope="row">${effect(problem)}</th><td><code>${problem.code}</code></td><td class="words"><bdi>${describe(problem)}</bdi></td></tr>
`,
      )}</tbody></table></div>`
}
</section>`;
}

function rank(problem: Problem): number {
  return ['failed', 'partial', 'ok'].indexOf(severity(problem));
}

function effect(problem: Problem): string {
  switch (severity(problem)) {
    case 'failed':
      return 'not in the numbers';
    case 'partial':
      return 'in part';
    case 'ok':
      return 'note';
  }
}

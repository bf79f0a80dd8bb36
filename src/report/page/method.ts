import { freezeWords } from '../../model/freeze.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count } from '../numbers.ts';
import type { Context } from './context.ts';

/** Everything that has to be the same for the numbers to be the same. */
export function methodSection({ results }: Context): Markup {
  const { run, study, claims } = results;
  const pairs = (
    name: string,
    record: Readonly<Record<string, unknown>>,
  ): readonly (readonly [string, string])[] =>
    Object.entries(record).map(([key, value]) => [
      `${name} ${key}`,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
  const rows: readonly (readonly [string, string])[] = [
    ['run', run.run],
    ['started', run.startedAt],
    ['finished', run.finishedAt],
    ['study', run.study],
    ['lexicon', run.lexicon],
    ...pairs('claim', run.claims),
    ['freeze', freezeWords(run.freezing)],
    ['seed', String(run.seed)],
    ...pairs('setting', run.settings),
    ['object', study.object],
    [
      'poles',
      Object.entries(study.poles)
        .map(([pole, code]) => `${pole} ${code}`)
        .join(', '),
    ],
    ['source side', study.contrast.source.join(', ')],
    ['policy side', study.contrast.policy.join(', ')],
    ...pairs('engine', run.engines),
    ...pairs('stage', run.stages),
    ['inputs', `${count(run.inputs.length)} files with their hashes in run.json`],
  ];
  return markup`<section id="method">
<h2>Method</h2>
<p>A passage counts for a frame if at least one term of the frame stands in it and it is about the object: it holds a term of the category ${study.object}. Passages are counted, not hits, so a list of synonyms is one framing act. Claims and their decision rules stand in files whose hashes are below.${claims.length > 0 ? ` Source: ${claims.map((claim) => claim.source).join(' ')}` : ''}</p>
${run.reproducible ? nothing : markup`<p class="warning"><strong>This run cannot be reproduced exactly.</strong> A limit of time or memory stopped: ${run.limited.join(', ')}.</p>`}
<div class="scroll" role="region" tabindex="0" aria-label="Method"><table class="hashes">
<caption>What has to be the same for the numbers to be the same</caption>
<thead><tr><th scope="col">what</th><th scope="col">value</th></tr></thead>
<tbody>${rows.map(
    ([name, value]) => markup`<tr><th scope="row">${name}</th><td><code>${value}</code></td></tr>
`,
  )}</tbody></table></div>
</section>`;
}

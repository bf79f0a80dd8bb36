import { exploratoryWords } from '../../model/freeze.ts';
import type { Results } from '../../model/results.ts';
import type { Gathered } from '../gather.ts';
import { markup, nothing, trusted } from '../markup.ts';
import { sentence } from '../sentence.ts';
import { appendixSection, saidSection } from './appendix.ts';
import { claimSection, plantedSection } from './claim.ts';
import { contextOf } from './context.ts';
import { courseSection } from './course.ts';
import { distinctiveSection } from './distinctive.ts';
import { estimateSection } from './estimate.ts';
import { evidenceSection } from './evidence.ts';
import { hypothesesSection } from './hypotheses.ts';
import { institutionsSection } from './institutions.ts';
import { limitsSection, problemsSection } from './limits.ts';
import { methodSection } from './method.ts';
import { notesSection } from './notes.ts';
import { profilesSection } from './profiles.ts';
import { quotesSection } from './quotes.ts';
import { robustnessSection } from './robustness.ts';
import { script, scriptHash } from './script.ts';
import { style } from './style.ts';
import { timeSection } from './time.ts';

/** The report as one HTML file that needs no network, and its script only to sort tables. */
export function page(results: Results, gathered: Gathered): string {
  const context = contextOf(results, gathered);
  const { study, run } = results;
  const links = [
    ...(results.findings.length > 0 ? [['hypotheses', 'Hypotheses']] : []),
    ['institutions', 'Institutions'],
    ['time', 'Time'],
    ...(results.places.length > 0 ? [['said', 'Said and done']] : []),
    ...(results.appendix.length > 0 ? [['appendix', 'Who does what']] : []),
    ['course', 'Change'],
    ['quotes', 'Quotes'],
    ...(results.findings.length > 0 ? [['estimate', 'Estimate']] : []),
    ...(results.robustness.length > 0 ? [['robustness', 'Robustness']] : []),
    ['words', 'Words'],
    ['profiles', 'Profiles'],
    ['limits', 'Limits'],
    ['problems', 'Problems'],
    ['method', 'Method'],
    ...(results.findings.length > 0 ? [['notes', 'Notes']] : []),
    ['evidence', 'Evidence'],
  ] as const;
  const made = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptHash}'">
<title>${study.title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#claim">Skip to the result</a>
<header>
<h1>${study.title}</h1>
<nav aria-label="Contents"><ol>${links.map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`)}</ol></nav>
${study.synthetic === undefined ? nothing : markup`<p class="banner" role="note"><strong>Made-up documents.</strong> ${study.synthetic.statement}</p>`}
${run.reproducible ? nothing : markup`<p class="warning" role="note"><strong>Not exactly reproducible.</strong> A limit of time or memory stopped ${run.limited.join(', ')}; see Method.</p>`}
${run.freezing.state === 'exploratory' ? markup`<p class="warning" role="note"><strong>Exploratory.</strong> ${sentence(exploratoryWords(run.freezing))}</p>` : nothing}
</header>
<main>
${claimSection(context)}
${plantedSection(context)}
${hypothesesSection(context)}
${institutionsSection(context)}
${timeSection(context)}
${saidSection(context)}
${appendixSection(context)}
${courseSection(context)}
${quotesSection(context)}
${estimateSection(context)}
${robustnessSection(context)}
${distinctiveSection(context)}
${profilesSection(context)}
${limitsSection(context)}
${problemsSection(context)}
${methodSection(context)}
${notesSection(context)}
${evidenceSection(context)}
</main>
<footer><p>Titrate ${run.engines['titrate'] ?? ''}, run ${run.run}. Numbers come from the tables beside this file; their columns are explained in <code>tables/dictionary.csv</code>. Every figure is in <code>figures/</code> as SVG, with its numbers as CSV.</p></footer>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return String(made);
}

import type { Evidence, ReportFile, Results } from '../model/results.ts';
import { drawings } from './drawings/drawings.ts';
import { standAlone } from './drawings/stand-alone.ts';
import { gather } from './gather.ts';
import { findingsJson, json, resultsJson } from './json.ts';
import { markdown } from './markdown.ts';
import { page } from './page/page.ts';
import { actsTable } from './tables/acts.ts';
import { appendixTable, placesTable } from './tables/appendix.ts';
import { documentsTable, problemsTable, profilesTable } from './tables/corpus.ts';
import { dictionary } from './tables/dictionary.ts';
import { effectsTable } from './tables/effects.ts';
import { evidenceTable, lexiconTable, tagsTable } from './tables/evidence.ts';
import { fieldsTable } from './tables/fields.ts';
import { findingsTable } from './tables/findings.ts';
import { balancesTable, gatesTable, strataTable } from './tables/grounds.ts';
import { groupsTable } from './tables/groups.ts';
import { institutionsTable } from './tables/institutions.ts';
import { mentionsTable } from './tables/mentions.ts';
import { missedTable } from './tables/missed.ts';
import { channelPairsTable, channelsTable } from './tables/mixes.ts';
import { heldTable, moneyTable } from './tables/money.ts';
import { plantedTable } from './tables/planted.ts';
import { readingsTable } from './tables/readings.ts';
import { removalsTable } from './tables/removals.ts';
import { robustnessTable, specificationsTable } from './tables/robustness.ts';
import { timeTable } from './tables/time.ts';
import { waysTable } from './tables/ways.ts';
import { witnessesTable } from './tables/witnesses.ts';
import { wordsTable } from './tables/words.ts';

/**
 * The files of a run: a page to read, a text for the terminal, and tables to work with. Tables hold
 * nothing that differs between two runs over the same inputs; the evidence streams through them and is
 * gone through once more for each table read. The table of tags holds those of `tagged`, which is the evidence unless given.
 */
export function report(
  results: Results,
  tagged: Iterable<Evidence> = results.evidence,
): readonly ReportFile[] {
  const gathered = gather(results);
  const { codesOf, use } = gathered;
  const { ingest, evidence, findings, profiles, terms, study } = results;
  const years = study.settings.period_years;
  const patterns = new Map(terms.map((term) => [term.id, term]));
  const tables = [
    documentsTable(ingest, years),
    actsTable(ingest),
    groupsTable(ingest),
    evidenceTable(evidence, codesOf, years),
    tagsTable(tagged, codesOf, patterns),
    mentionsTable(results.mentions),
    removalsTable(results.removals),
    profilesTable(profiles),
    findingsTable(findings, results.robustness),
    witnessesTable(results.witnesses),
    effectsTable(findings),
    balancesTable(findings),
    gatesTable(findings),
    strataTable(findings),
    institutionsTable(findings),
    readingsTable(findings),
    missedTable(findings),
    waysTable(findings),
    plantedTable(results.planted),
    appendixTable(results.appendix),
    channelsTable(results.measures.mixes),
    channelPairsTable(results.measures.contrasts),
    moneyTable(results.measures.money),
    heldTable(results.measures.held),
    fieldsTable(results.fields),
    placesTable(
      results.places,
      results.categories.map(({ code }) => code),
    ),
    robustnessTable(results.robustness),
    specificationsTable(results.robustness),
    timeTable(results.time, results.run.seed),
    wordsTable(results.distinctive, results.run.seed),
    problemsTable([...results.problems, ...ingest.flatMap((row) => row.problems)]),
    lexiconTable(terms, use, codesOf),
  ];
  const figures = drawings(results);
  const kinds = [...Map.groupBy(figures, ({ kind }) => kind)].map(([kind, [first]]) => ({
    name: `figures/${kind}-*`,
    columns: first?.data.columns ?? [],
  }));
  return [
    { path: 'report.html', content: page(results, gathered) },
    { path: 'report.md', content: markdown(results, gathered) },
    { path: 'findings.json', content: findingsJson(results) },
    { path: 'results.json', content: resultsJson(results) },
    { path: 'run.json', content: json(results.run) },
    ...[...tables, dictionary([...tables, ...kinds])].map(({ name, content }) => ({
      path: `tables/${name}.csv`,
      content,
    })),
    ...figures.flatMap((drawing) => [
      { path: `figures/${drawing.name}.svg`, content: standAlone(drawing) },
      { path: `${drawing.data.name}.csv`, content: drawing.data.content },
    ]),
  ];
}

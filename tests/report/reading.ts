import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import type { ReportFile, Results } from '../../src/model/results.ts';
import { report } from '../../src/report/report.ts';

/** The text of a file of the report, however it comes. */
export function textOf(files: readonly ReportFile[], path: string): string {
  const content = files.find((file) => file.path === path)?.content;
  if (content === undefined) throw new Error(`expected the report to have ${path}`);
  return typeof content === 'string' ? content : [...content].join('');
}

/** The page of a report, parsed. */
export function pageOf(results: Results) {
  const html = textOf(report(results), 'report.html');
  return { html, document: parseHTML(html).document };
}

/** A table read back as records. */
export function records(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true });
}

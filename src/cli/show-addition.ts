import type { Analysed } from './analyse.ts';
import { say, strong } from './talk.ts';

/** How and beside what new documents are shown. */
export type AdditionView = {
  readonly json?: true;
  readonly quiet?: true;
  /** On one line each, for programs that read a stream. */
  readonly compact?: true;
  readonly added?: readonly { readonly named: string; readonly file: string }[];
};

/** Prints what new documents came to. */
export async function showAddition(
  { report, addition, categories, missing }: Analysed,
  { json, quiet, compact, added }: AdditionView,
): Promise<void> {
  if (json) {
    const told = { report, ...(added === undefined ? {} : { added }), ...addition, notInTheNumbers: missing };
    say(JSON.stringify(told, null, compact ? 0 : 2));
  } else if (quiet) say(`${report}/report.html`);
  else {
    const { additionLines } = await import('../app/addition-lines.ts');
    say('');
    for (const line of additionLines(addition, categories, strong)) say(line === '' ? '' : `  ${line}`);
    say('');
    if (missing !== null) say(`  ${missing}`);
    say(`  report   ${report}/report.html`);
  }
}

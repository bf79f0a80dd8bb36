import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sideBox, threeColumns, twoColumns } from './columns.ts';
import { decree, numberedDraft, report, signedMinutes } from './records.ts';

/** The documents that are set for this bench, by name. */
const documents = {
  'two-columns-es': twoColumns,
  'three-columns-pt': threeColumns,
  'side-box-es': sideBox,
  'numbered-draft-en': numberedDraft,
  'signed-minutes-pt': signedMinutes,
  'decree-es': decree,
  'report-en': report,
} as const;

/** Writes each document as PDF and its truth beside it as JSON; the same code writes the same bytes. */
export async function makeSynthetic(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, make] of Object.entries(documents)) {
    const { pdf, truth } = await make();
    writeFileSync(join(folder, `${name}.pdf`), pdf);
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(truth, null, 1)}\n`);
  }
}

if (import.meta.main) await makeSynthetic(join(import.meta.dirname, '../../../tests/fixtures/extraction'));

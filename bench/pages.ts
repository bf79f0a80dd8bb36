import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { openDesk } from '../src/explorer/desk.ts';
import { installedBrowser } from '../src/io/browser.ts';
import { makeReal } from '../tests/support/real-study.ts';
import { screensOf } from '../tests/support/screens.ts';
import { serve } from '../tests/support/served.ts';
import { codeShown, makeShown, must } from '../tests/support/shown.ts';
import { type Loaded, loadOf } from './pages/load.ts';
import { doings, slowestOf } from './pages/touch.ts';
import { atEnd } from './support/tidy.ts';

/**
 * What a browser makes of every screen: first and largest contentful paint, total blocking time, layout shift, script bytes as
 * they are compressed, and from a click or a key to the next paint (Event Timing), on the sample study and on a few real
 * documents. Each screen is loaded in a browser without a cache, at 1280 and at 360 pixels. Ends with 1 where a screen needs 250 KB
 * of script, shifts, or takes 100 ms over an interaction.
 *
 * Run: node bench/pages.ts; TITRATE_REAL names the folder of real documents.
 */
const bars = { script: 250_000, shift: 0.005, interaction: 100 };
const real = process.env['TITRATE_REAL'];

const place = mkdtempSync(join(tmpdir(), 'titrate-bench-'));
atEnd(() => rmSync(place, { recursive: true, force: true }));
const browser = await chromium.launch({ executablePath: installedBrowser(), args: ['--no-sandbox'] });
atEnd(() => void browser.close());

async function sample(): Promise<string> {
  const study = join(place, 'sample');
  await makeShown(study);
  return study;
}

async function documents(root: string): Promise<string> {
  const study = join(place, 'real');
  makeReal(study, root);
  const at = ['--documents-root', root];
  await must(['run', study, '--quiet', ...at]);
  await must(['sample', study, '--coders', 'ana,ben', '--name', 'pilot', '--size', '6', ...at]);
  return study;
}

const failed: string[] = [];

async function measure(title: string, study: string, roots: readonly string[]): Promise<void> {
  const desk = await openDesk(study, { documentsRoot: roots });
  const serving = await serve(desk);
  try {
    if (roots.length === 0) await codeShown(serving.address);
    const rows: Record<string, Record<string, string | number>> = {};
    for (const { name, path } of await screensOf(serving.address)) {
      const address = new URL(path, serving.address).href;
      const wide = await loadOf(browser, address, 1280);
      const narrow = await loadOf(browser, address, 360);
      const slowest = await slowestOf(browser, address, doings[name] ?? []);
      rows[name] = { ...shown(wide, narrow), 'slowest ms': slowest === null ? '–' : slowest.milliseconds };
      const at = `${title}, ${name}`;
      if (wide.script >= bars.script) failed.push(`${at}: ${wide.script} bytes of script`);
      for (const { shift, width } of [wide, narrow])
        if (shift >= bars.shift) failed.push(`${at}: shifts by ${shift.toFixed(3)} at ${width} pixels`);
      if (slowest !== null && slowest.milliseconds >= bars.interaction)
        failed.push(`${at}: ${slowest.milliseconds} ms after ${slowest.doing}`);
    }
    console.log(title);
    console.table(rows);
  } finally {
    await serving.close();
    desk.close();
  }
}

function shown(wide: Loaded, narrow: Loaded): Record<string, string | number> {
  return {
    'first paint ms': Math.round(wide.first),
    'largest ms': Math.round(wide.largest),
    'blocking ms': Math.round(wide.blocking),
    'shift 1280': wide.shift.toFixed(3),
    'shift 360': narrow.shift.toFixed(3),
    'script KB': Math.round(wide.script / 1000),
  };
}

await measure('sample study', await sample(), []);
if (real === undefined) console.log('SKIPPED: real documents: TITRATE_REAL names no folder');
else await measure('real documents', await documents(real), [real]);
for (const line of failed) console.log(`over its bar: ${line}`);
await browser.close();
process.exit(failed.length === 0 ? 0 : 1);

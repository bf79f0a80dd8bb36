import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { openDesk } from '../src/explorer/desk.ts';
import { installedBrowser } from '../src/io/browser.ts';
import { type Shown, screensOf } from '../tests/support/screens.ts';
import { copySample, serve } from '../tests/support/served.ts';
import { settled } from '../tests/support/settled.ts';
import { codeShown, contestShown, makeShown, must } from '../tests/support/shown.ts';
import { live, type State, statesOf } from './states.ts';

/**
 * Pictures of every screen of the explorer and of the report, on the sample study: light and dark, narrow and wide, into
 * `dist/screens`. Arguments name the screens that are wanted; without any, all are.
 */
const wanted = new Set(process.argv.slice(2));
const widths = [360, 1280] as const;
const schemes = ['light', 'dark'] as const;
/** What a picture holds of a long page: more can be scrolled to, but nobody looks at it. */
const tallest = 4_000;
const folder = join(import.meta.dirname, '..', 'dist', 'screens');

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  const tall = Number(await page.evaluate('document.documentElement.scrollHeight'));
  const { width } = page.viewportSize() ?? { width: 1280 };
  await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(tall, tallest) },
    animations: 'disabled',
  });
}

const place = mkdtempSync(join(tmpdir(), 'titrate-screens-'));
try {
  const study = join(place, 'sample');
  copySample(study);
  await must(['run', study, '--quiet']);
  await makeShown(study);
  await must(['run', study, '--quiet']);
  const desk = await openDesk(study, {});
  const serving = await serve(desk);
  const seat = await serve(desk, 'ana');
  const browser = await chromium.launch({ executablePath: installedBrowser(), args: ['--no-sandbox'] });
  try {
    await codeShown(serving.address);
    await contestShown(serving.address);
    const report = pathToFileURL(join(desk.runs().at(-1)?.folder ?? '', 'report.html')).href;
    const at = (path: string, address = serving.address) => new URL(path, address).href;
    const as = (shown: Shown): State => ({ ...shown, path: at(shown.path), reach: async () => {} });
    const all: readonly State[] = [
      ...(await screensOf(serving.address)).map(as),
      as({ name: 'report', path: report }),
      ...['coding', 'coding/pilot?coder=ana&role=coder'].map((path, place) =>
        as({ name: place === 0 ? 'seat' : 'seat-desk', path: at(path, seat.address) }),
      ),
      ...(await statesOf(serving.address)).map((state) => ({ ...state, path: at(state.path) })),
      // The last, since it changes what all others show.
      { ...live, path: at(live.path) },
    ];
    mkdirSync(folder, { recursive: true });
    for (const { name, path, reach } of all.filter((one) => wanted.size === 0 || wanted.has(one.name))) {
      for (const colorScheme of schemes) {
        for (const width of widths) {
          const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
          await page.goto(path);
          await settled(page);
          await reach(page);
          await shoot(page, `${name}-${width}-${colorScheme}`);
          await page.close();
        }
      }
    }
    process.stdout.write(`${readdirSync(folder).length} pictures in ${folder}\n`);
  } finally {
    await browser.close();
    await seat.close();
    await serving.close();
    desk.close();
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { openDesk } from '../src/explorer/desk.ts';
import { installedBrowser } from '../src/io/browser.ts';
import type { AnswerOf } from '../src/model/api/api.ts';
import { titrate } from '../tests/support/cli.ts';
import { type Shown, screensOf } from '../tests/support/screens.ts';
import { copySample, serve } from '../tests/support/served.ts';
import { settled } from '../tests/support/settled.ts';

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

async function must(args: readonly string[]): Promise<void> {
  const ended = await titrate(args);
  if (ended.code !== 0) throw new Error(`expected \`titrate ${args[0]}\` to end well, got ${ended.stderr}`);
}

/** The sample, run without some of its documents and then whole, so that there are two runs to compare, and a sample to code. */
async function prepare(study: string): Promise<void> {
  copySample(study);
  const corpus = join(study, 'corpus');
  const whole = readFileSync(join(corpus, 'manifest.csv'), 'utf8');
  const away = join(corpus, 'documents', 'regional_body', 'pacto-arco-oriental');
  const kept = whole.split('\n').filter((line) => !line.includes('/pacto-arco-oriental/'));
  writeFileSync(join(corpus, 'manifest.csv'), kept.join('\n'));
  renameSync(away, `${study}.away`);
  await must(['run', study, '--quiet']);
  renameSync(`${study}.away`, away);
  writeFileSync(join(corpus, 'manifest.csv'), whole);
  await must(['run', study, '--quiet']);
  await must(['sample', study, '--coders', 'ana,ben', '--name', 'pilot', '--size', '24']);
}

/** Two coders code most of a sample, and differ on some. */
async function code(address: string): Promise<void> {
  for (const [place, coder] of ['ana', 'ben'].entries()) {
    const at = new URL('/api/samples/pilot/items', address);
    const { items } = (await (
      await fetch(`${at}?coder=${coder}`)
    ).json()) as AnswerOf<'GET /api/samples/:sample/items'>;
    for (const [number, { item }] of items
      .toSorted((a, b) => a.item.localeCompare(b.item))
      .slice(0, Math.floor(items.length * 0.8))
      .entries()) {
      const isOdd = place === 1 && number % 5 === 0;
      const codes = { SSE: '1', NEP: number % 3 === 0 ? '1' : '0', PE: isOdd ? '?' : '0', ADD: '0' };
      const answer = await fetch(`${at}/${item}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ coder, role: 'coder', codes }),
      });
      if (!answer.ok) throw new Error(`expected a coding to be taken, got ${await answer.text()}`);
    }
  }
}

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
  await prepare(study);
  const desk = await openDesk(study, {});
  const serving = await serve(desk);
  const browser = await chromium.launch({ executablePath: installedBrowser(), args: ['--no-sandbox'] });
  try {
    await code(serving.address);
    const report = pathToFileURL(join(desk.runs().at(-1)?.folder ?? '', 'report.html')).href;
    const all: readonly Shown[] = [...(await screensOf(serving.address)), { name: 'report', path: report }];
    mkdirSync(folder, { recursive: true });
    for (const { name, path } of all.filter((one) => wanted.size === 0 || wanted.has(one.name))) {
      for (const colorScheme of schemes) {
        for (const width of widths) {
          const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
          await page.goto(new URL(path, serving.address).href);
          await settled(page);
          await shoot(page, `${name}-${width}-${colorScheme}`);
          await page.close();
        }
      }
    }
    process.stdout.write(`${readdirSync(folder).length} pictures in ${folder}\n`);
  } finally {
    await browser.close();
    await serving.close();
    desk.close();
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}

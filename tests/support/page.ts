import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Serving } from '../../src/explorer/serve.ts';
import { settled } from './settled.ts';

/** Opens pages of the explorer in the real browser; what one complains of fails the test, as does what `atEnd` expects. */
export function opener(
  browser: () => Browser,
  serving: () => Serving,
  atEnd: (page: Page) => Promise<void> = async () => {},
): (path: string, width?: number) => Promise<Page> {
  return async (path, width = 1280) => {
    const page = await browser().newPage({ viewport: { width, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    onTestFinished(async () => {
      await atEnd(page);
      await page.close();
      expect(complaints).toEqual([]);
    });
    // A page that listens to a run is never idle.
    const waitUntil = path.split('?')[0] === '/runs' ? 'load' : 'networkidle';
    await page.goto(new URL(path, serving().address).href, { waitUntil });
    await settled(page);
    return page;
  };
}

/** What axe finds against WCAG 2.2 AA, by rule and place. */
export async function faults(page: Page): Promise<readonly string[]> {
  // A script element would be against the policy of the page.
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { missing } from './requires.ts';

const places = [
  process.env['TITRATE_CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine, or null where it has none. */
export const browserPath: string | null =
  places.find((path) => path !== '' && existsSync(path)) ??
  missing('chromium', 'install Chromium, or name it in TITRATE_CHROMIUM');

/** A browser for the tests of a file, started before the first and closed after the last. */
export function givenBrowser(): () => Browser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    if (browserPath === null) return;
    browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === null) throw new Error('expected a browser: skip the test where `browserPath` is null');
    return browser;
  };
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../model/input.ts';

/** Where the browsers are that can print, by operating system. */
const places: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Longest that a browser may take over one page, in milliseconds. */
const patience = 120_000;

/**
 * The installed Chromium, or the one that TITRATE_CHROMIUM names; throws an InputError where there is none, with what to do.
 */
export function installedBrowser(named: string | undefined = process.env['TITRATE_CHROMIUM']): string {
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new InputError([`TITRATE_CHROMIUM: expected a browser, got "${named}", which does not exist`]);
  }
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new InputError([
    '--pdf: expected an installed Chromium or Chrome, found none: install one, name it in TITRATE_CHROMIUM, or print report.html from any browser',
  ]);
}

/**
 * Prints a page of this machine to a PDF through a browser that knows no name of the network, keeps nothing and is
 * ended when it takes too long. Throws an InputError with what the browser said where no PDF came of it.
 */
export async function printPdf(browser: string, page: string, pdf: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'titrate-print-'));
  try {
    const said = await ran(browser, [
      '--headless',
      `--user-data-dir=${profile}`,
      // Root has no user namespace of its own to shut the browser into.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-extensions',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--proxy-server=127.0.0.1:9',
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${resolve(pdf)}`,
      pathToFileURL(resolve(page)).href,
    ]);
    const made = await stat(pdf).catch(() => null);
    if (made !== null && made.size > 0) return;
    throw new InputError([
      `${pdf}: expected a PDF of ${browser}, got none: ${said.trim().split('\n').at(-1) ?? 'it said nothing'}`,
    ]);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a program said on its error stream; it is killed when it takes too long. */
function ran(program: string, words: readonly string[]): Promise<string> {
  return new Promise((done) => {
    execFile(program, words, { timeout: patience, killSignal: 'SIGKILL' }, (error, _out, errors) => {
      done(
        error?.killed === true ? `ended after ${patience / 1000} s` : `${errors}` || (error?.message ?? ''),
      );
    });
  });
}

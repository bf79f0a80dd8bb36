import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { installedBrowser, printPdf } from '../../src/io/browser.ts';
import { InputError } from '../../src/model/input.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrate-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('installedBrowser', () => {
  it('is the one that is named', () => {
    const named = program('named', 'exit 0');
    expect(installedBrowser(named)).toBe(named);
  });

  it('refuses a name behind which there is nothing, and says which', () => {
    expect(() => installedBrowser(join(folder, 'none'))).toThrow(
      /TITRATE_CHROMIUM: expected a browser, got ".*none"/,
    );
  });
});

describe.skipIf(process.platform === 'win32')('printPdf', () => {
  it('asks for a page of this machine and no network', async () => {
    const words = join(folder, 'words.txt');
    const browser = program(
      'prints',
      `printf '%s\\n' "$@" > '${words}'\nfor word in "$@"; do case "$word" in --print-to-pdf=*) echo pdf > "\${word#*=}";; esac; done`,
    );
    await printPdf(browser, join(folder, 'report #1.html'), join(folder, 'a.pdf'));
    const { readFileSync, existsSync } = await import('node:fs');
    const said = readFileSync(words, 'utf8').split('\n');
    expect(said.at(-2)).toMatch(/^file:\/\/\/.*report%20%231\.html$/);
    expect(said).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
    const profile = said.find((word) => word.startsWith('--user-data-dir='))?.split('=')[1] ?? '';
    expect(existsSync(profile)).toBe(false);
    expect(said.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });

  it('says what the browser said where no PDF came of it', async () => {
    const browser = program('fails', 'echo first >&2\necho "no display" >&2\nexit 1');
    const failed = printPdf(browser, join(folder, 'r.html'), join(folder, 'b.pdf'));
    await expect(failed).rejects.toThrow(InputError);
    await expect(failed).rejects.toThrow(/b\.pdf: expected a PDF of .*fails, got none: no display/);
  });
});

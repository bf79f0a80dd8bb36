import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { citedPage, type Document } from '../../src/model/document.ts';
import type { Outcome } from '../../src/model/problem.ts';
import { real } from '../support/requires.ts';
import { codes, lines, read, texts } from './make.ts';
import type { Found } from './reader.ts';

const folder = real ?? '';

/** Files read in a child process that is killed when one takes longer than so many seconds; that one is left out. */
async function readAll(paths: readonly string[], seconds: number): Promise<Found[]> {
  const found: Found[] = [];
  let left = paths;
  while (left.length > 0) {
    const done = await readUntilStuck(left, seconds);
    found.push(...done);
    left = left.slice(done.length + 1);
  }
  return found;
}

async function readUntilStuck(paths: readonly string[], seconds: number): Promise<Found[]> {
  const reader = join(import.meta.dirname, 'reader.ts');
  const child = spawn(process.execPath, [reader, ...paths], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = () => child.kill('SIGKILL');
  let clock = setTimeout(kill, 1000 * seconds);
  const found: Found[] = [];
  for await (const line of createInterface(child.stdout)) {
    found.push(JSON.parse(line));
    clearTimeout(clock);
    clock = setTimeout(kill, 1000 * seconds);
  }
  clearTimeout(clock);
  return found;
}

async function open(...path: string[]): Promise<Outcome<Document | null>> {
  const whole = join(folder, 'data', ...path);
  return read(basename(whole), new Uint8Array(readFileSync(whole)));
}

describe.skipIf(real === null)('real documents', () => {
  it('reads 98 hard PDFs or says what is wrong with them, without hanging', { timeout: 60_000 }, async () => {
    const paths = globSync('data/torture/**/*.pdf', { cwd: folder }).sort();
    const found = await readAll(
      paths.map((path) => join(folder, path)),
      20,
    );
    const table = found
      .filter((file) => file.codes.length > 0 || file.reader === 'pdf-parse')
      .map((file) => `${basename(file.path)}: ${file.codes.join(', ')} (${file.reader})`);
    expect(found).toHaveLength(98);
    expect(table).toEqual([
      'GHOSTSCRIPT-698804-1-fuzzed.pdf: no_text (pdfium)',
      'PDFBOX-3148-2-fuzzed.pdf: no_text (pdfium)',
      'Pages-tree-refs.pdf: page_unreadable (pdfium)',
      'REDHAT-1531897-0.pdf: damaged (null)',
      'ThuluthFeatures.pdf: no_text (pdfium)',
      'bitmap-mmr.pdf: no_text (pdfium)',
      'bug1980958.pdf: no_text (pdf-parse)',
      'empty.pdf: no_text (pdfium)',
      'evaljs.pdf: no_text (pdfium)',
      'issue15590.pdf: no_text (pdfium)',
      'issue19802.pdf: no_text (pdfium)',
      'issue6010_1.pdf: encrypted (null)',
      'issue9105_other.pdf: second_reader (pdf-parse)',
      'js-authors.pdf: no_text (pdfium)',
      'labelled_pages.pdf: no_text (pdfium)',
      'multiple-filters-length-zero.pdf: page_unread (pdfium)',
      'poppler-395-0-fuzzed.pdf: damaged (null)',
      'pr6531_2.pdf: encrypted (null)',
      'scan-bad.pdf: page_unread (pdfium)',
      'vertical.pdf: page_unread (pdfium)',
      'aes-256-r6.pdf: encrypted (null)',
      'encrypted_doc_no_id.pdf: no_text (pdfium)',
      'empty.pdf: file_empty (null)',
      'issue-203-decimalize.pdf: no_text (pdfium)',
      'malformed-from-issue-932.pdf: page_unread (pdfium)',
      'password-example.pdf: encrypted (null)',
      'imagemagick-CCITTFaxDecode.pdf: no_text (pdfium)',
      'libreoffice-writer-password.pdf: encrypted (null)',
      'r4-aes-user-password.pdf: encrypted (null)',
      'r4-user-password.pdf: encrypted (null)',
    ]);
    expect(Math.max(...found.map((file) => file.megabytes))).toBeLessThan(1024);
  });

  it('gives pages the labels that their PDF prints', async () => {
    const labels = async (...path: string[]) =>
      (await open('torture', 'share', ...path)).value?.pages.map(citedPage);
    expect(await labels('pdfminer.six', 'pagelabels.pdf')).toEqual(['iii', 'iv', '1', '2', '1']);
    expect(await labels('pdf.js', 'labelled_pages.pdf')).toEqual('i ii iii iv 1 2 3 a b 4 5'.split(' '));
  });

  it('reads a constitution of 286 pages and tells its blank pages', async () => {
    const { value, problems } = await open('policy', 'ChatGPT', 'CF88.pdf');
    expect(value?.pages).toHaveLength(286);
    expect(value?.pages.every((page) => page.label === null)).toBe(true);
    const blank = value?.pages.filter(({ source }) => source === 'blank').map(({ index }) => index + 1);
    expect(blank).toEqual([5, 11, 59, 119, 127, 217]);
    // Its back cover is drawn without a letter of text.
    expect(problems.map((problem) => ('page' in problem ? problem.page : problem.code))).toEqual([286]);
  });

  it('gives every line of minutes and policy papers a size and a place on its page', async () => {
    const paths = globSync('data/{minutes,policy}/**/*.pdf', { cwd: folder });
    let measured = 0;
    for (const path of paths) {
      const { value } = await read(path, new Uint8Array(readFileSync(join(folder, path))));
      for (const page of value?.pages ?? []) {
        for (const { box, size } of page.lines) {
          const [width, height] = [page.width ?? 0, page.height ?? 0];
          const isInside =
            box !== null &&
            box.left > -2 &&
            box.top > -20 &&
            box.right < width + 40 &&
            box.bottom < height + 20;
          expect({ path, page: page.index, box, size, isInside }).toMatchObject({
            isInside: true,
            size: expect.any(Number),
          });
          measured++;
        }
      }
    }
    expect(measured).toBeGreaterThan(10_000);
  });

  it('tells the margin note of signed minutes from the text it is printed beside', async () => {
    const [path = ''] = globSync('data/minutes/plenos-xuli70/pdfActas/*0001*.pdf', { cwd: folder });
    const outcome = await read(path, new Uint8Array(readFileSync(join(folder, path))));
    const notes = lines(outcome).filter((line) => /Validaci\u00f3n: \w{20}/.test(line.text));
    expect(notes).toHaveLength(7);
    for (const { text, box } of notes) {
      expect(text).toMatch(/^C\u00f3d\. Validaci\u00f3n/);
      expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeGreaterThan(
        3 * ((box?.right ?? 0) - (box?.left ?? 0)),
      );
    }
  });

  it('finds the speech in web pages of a government and keeps their menus apart', async () => {
    const paths = globSync('data/movement/planalto/*.html', { cwd: folder });
    expect(paths.length).toBeGreaterThan(50);
    for (const path of paths) {
      const outcome = await read(path, new Uint8Array(readFileSync(join(folder, path))));
      const length = (role: string) =>
        lines(outcome).reduce((sum, line) => sum + (line.role === role ? line.text.length : 0), 0);
      const menus = lines(outcome).filter((line) => line.text === 'Mapa do Site');
      expect(codes(outcome)).toEqual([]);
      expect(length('paragraph') / (length('paragraph') + length('navigation'))).toBeGreaterThan(0.65);
      expect(menus.map((line) => line.role)).toEqual(['navigation']);
    }
  });

  it('parts the paragraphs of web posts that only break lines', async () => {
    const paths = globSync('data/movement/mst/2014-0[2-5]*.md', { cwd: folder });
    for (const path of paths) {
      const outcome = await read(path, new Uint8Array(readFileSync(join(folder, path))));
      expect(codes(outcome)).toEqual([]);
      expect(outcome.value?.title).not.toBeNull();
      expect(lines(outcome).filter((line) => line.role === 'paragraph').length).toBeGreaterThan(5);
      expect(texts(outcome).some((text) => /<\/?[a-z]+/.test(text))).toBe(false);
    }
  });
});

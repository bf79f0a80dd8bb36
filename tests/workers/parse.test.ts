import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reader } from '../../src/compose/engines.ts';
import { openArtefacts } from '../../src/io/artefacts.ts';
import { versionOfTesseractJs } from '../../src/io/ocr/tesseractjs.ts';
import type { DocumentJob } from '../../src/model/ports.ts';
import type { OcrPlan } from '../../src/model/recognition.ts';
import { sha256 } from '../../src/model/units.ts';
import { openPool } from '../../src/queue/pool.ts';
import { drawn, madePdf } from '../support/scan.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const hash = (digit: string) => sha256(digit.repeat(64));
const plan: OcrPlan = {
  engine: 'tesseract.js',
  version: versionOfTesseractJs(),
  dpi: 150,
  seconds: 120,
  confidence: 60,
  low: 'keep',
};

/** A scan of some pages in a folder, and the job of reading it. */
async function scanJob(pages: number, ocr: OcrPlan): Promise<DocumentJob & { readonly step: 'ingest' }> {
  const folder = temporaryFolder();
  const content = 'BT /F1 14 Tf 20 100 Td (Acta de la asamblea) Tj ET';
  const [picture] = await drawn(madePdf([{ width: 260, height: 160, content }]), 150);
  if (picture === undefined) throw new Error('expected a page');
  const page = { width: 260, height: 160, picture };
  put(folder, { 'scan.pdf': madePdf(Array.from({ length: pages }, () => page)) });
  return {
    id: 'scan',
    file: 'scan.pdf',
    path: join(folder, 'scan.pdf'),
    artefacts: join(folder, 'artefacts'),
    hash: hash('a'),
    language: 'es',
    characters: 1_000_000,
    pages: 5_000,
    unpacked: 1_000_000,
    password: null,
    earlier: null,
    lexicon: hash('b'),
    object: 'SSE',
    ocr,
    keys: {
      document: hash('c'),
      passages: hash('d'),
      tags: hash('e'),
      mentions: hash('4'),
      scanned: { recognition: hash('1'), passages: hash('2'), tags: hash('3'), mentions: hash('5') },
    },
    step: 'ingest',
  };
}

function open() {
  const settings = { processes: 2, seconds: 60, megabytes: 1_024, pageSeconds: 60 };
  const pool = openPool({ ...reader([tmpdir()], [tmpdir()], { engine: 'auto' }), ...settings });
  onTestFinished(() => pool.close());
  return pool;
}

describe('the process that reads documents', { timeout: 240_000 }, () => {
  it('reads the pictures of a scan and keeps what it read under the names of scans', async () => {
    const job = await scanJob(3, plan);
    expect((await open().perform(job)).failure).toBe(null);
    const store = openArtefacts(job.artefacts);
    const made = await store.read('passages', job.keys.scanned.passages);
    expect(made?.reading.sources).toEqual({ text: 0, ocr: 3, blank: 0, unread: 0 });
    expect(made?.passages.every(({ confidence }) => confidence !== null)).toBe(true);
    expect(await store.has('passages', job.keys.passages)).toBe(false);
  });

  it('refuses a document whose pages another engine was to read, and keeps nothing of it', async () => {
    const job = await scanJob(1, { ...plan, version: '6.0.0' });
    expect((await open().perform(job)).failure).toMatchObject({
      kind: 'engine_missing',
      detail: expect.stringMatching(/^expected tesseract\.js 6\.0\.0, found \d/),
    });
    expect(await openArtefacts(job.artefacts).has('recognition', job.keys.scanned.recognition)).toBe(false);
  });

  it('keeps nothing of a document of which a page took too long', async () => {
    const job = await scanJob(1, { ...plan, seconds: 0.01 });
    expect((await open().perform(job)).failure).toEqual({ kind: 'time_limit', seconds: 0.01 });
    expect(await openArtefacts(job.artefacts).has('recognition', job.keys.scanned.recognition)).toBe(false);
  });
});

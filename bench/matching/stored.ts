import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refresh } from '../../src/app/refresh.ts';
import { embeddedEngine } from '../../src/compose/engines.ts';
import { openForWork } from '../../src/compose/open.ts';
import { childrenOf, residentMegabytes } from '../../src/queue/memory.ts';
import { processorSecondsOfEnded } from '../support/processes.ts';
import { atEnd } from '../support/tidy.ts';
import { makeText } from './made.ts';

/** Sentences that the lexicons of this program find something in, put among the made-up ones. */
const telling = [
  'The social and solidarity economy is a transformative alternative to the dominant economic model.',
  'Cooperatives and mutual societies fight poverty and create jobs for vulnerable groups.',
  'The ministry supports the social economy as a complement to the market and the public sector.',
  'Not merely a tool against extreme poverty, the solidarity economy is another economy.',
];

/** A study whose documents have been read, in a folder that goes when the bench ends. */
export type Stored = {
  readonly passages: number;
  readonly megabytes: number;
  /** Seconds that reading, tagging and indexing it for the first time took. */
  readonly first: number;
  /**
   * Wordings that a term may be of: one that stands in few documents, one in a few passages of each, and one in most
   * passages, which is work for workers.
   */
  readonly wordings: Readonly<Record<'few' | 'all' | 'most', string>>;
  /**
   * Edits the lexicon so that it has a term of a frame of this wording, or none, beside one that stands nowhere, and brings
   * all tags up to date with so many workers.
   */
  readonly edit: (workers: number, wording: string | null) => Promise<Edited>;
};

export type Edited = {
  /** By the clock, and processor time of this process and its children. */
  readonly seconds: number;
  readonly processor: number;
  /** Most resident memory of a child (Linux). */
  readonly megabytes: number;
  /** Places of the new term, and documents that were tagged anew for it or for the term that is gone. */
  readonly hits: number;
  readonly anew: number;
};

/** Makes a study of so many passages in documents of some 60, and reads it. */
export async function storedStudy(passages: number): Promise<Stored> {
  const folder = mkdtempSync(join(tmpdir(), 'titrate-bench-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const length = 330;
  const { passages: all, vocabulary } = makeText(passages * length * 1.5, 3, length);
  const made = all.slice(0, passages);
  mkdirSync(join(folder, 'corpus', 'documents'), { recursive: true });
  cpSync(join(import.meta.dirname, '..', '..', 'lexicons'), join(folder, 'lexicons'), { recursive: true });
  writeFileSync(join(folder, 'study.yaml'), 'title: Stored passages\n');
  const rows = ['file,institution,voice,kind,date,language'];
  for (let at = 0; at < made.length; at += 60) {
    const file = `${String(at / 60).padStart(5, '0')}.txt`;
    const paragraphs = made
      .slice(at, at + 60)
      .map(({ text }, i) => ((at + i) % 5 === 0 ? `${text} ${telling[i % telling.length]}` : text));
    writeFileSync(join(folder, 'corpus', 'documents', file), `${paragraphs.join('\n\n')}\n`);
    const voice = (at / 60) % 2 === 0 ? 'civil_society' : 'regional_body';
    rows.push(`documents/${file},Institution ${(at / 60) % 20},${voice},statement,2010-01-01,en`);
  }
  writeFileSync(join(folder, 'corpus', 'manifest.csv'), `${rows.join('\n')}\n`);

  let count = 0;
  let edits = 0;
  async function update(workers: number): Promise<Edited> {
    const opened = await openForWork(folder, {}, embeddedEngine(workers));
    const corpus = await opened.corpus();
    const before = usedSeconds();
    const start = performance.now();
    let kept = 0;
    let megabytes = 0;
    const watch = setInterval(() => {
      for (const child of childrenOf(process.pid)) {
        megabytes = Math.max(megabytes, residentMegabytes(child) ?? 0);
      }
    }, 50);
    const hash = opened.input.lexicon.hash;
    const ingest = await refresh(opened.input, corpus, opened.ports, (progress) => {
      ({ kept } = progress);
    });
    const seconds = (performance.now() - start) / 1000;
    const processor = usedSeconds() - before;
    const hits = opened.ports.database
      .hitCounts()
      .reduce((sum, one) => sum + (one.term.startsWith('bench/') ? one.hits : 0), 0);
    const old = ingest.filter(
      ({ document }) => document === null || opened.ports.database.standing(document)?.lexicon !== hash,
    );
    await opened.ports.queue.close();
    opened.ports.database.close();
    count = ingest.reduce((sum, row) => sum + row.passages, 0);
    if (old.length > 0)
      throw new Error(`Expected every document by the new lexicon, got ${old.length} by another`);
    clearInterval(watch);
    return { seconds, processor, megabytes, hits, anew: ingest.length - kept };
  }

  const first = await update(2);
  return {
    passages: count,
    megabytes: made.reduce((sum, { text }) => sum + text.length, 0) / 1e6,
    first: first.seconds,
    wordings: { few: vocabulary[30_000] ?? '', all: 'societies fight', most: 'the' },
    edit: (workers, wording) => {
      edits++;
      // One that stands nowhere makes each lexicon a new one, of which no artefact is there yet.
      const entry = [`edit ${'x'.repeat(edits)}`, ...(wording === null ? [] : [wording])]
        .map((pattern) => `{ pattern: "${pattern}", why: bench, evidence: bench, status: proposed }`)
        .join('\n        - ');
      const category = `  edit:\n    definition: An edit.\n    terms:\n      en:\n        - ${entry}\n`;
      writeFileSync(
        join(folder, 'lexicons', 'bench.yaml'),
        `theme: bench\nlayer: frame\nlabel: Bench\ncategories:\n${category}`,
      );
      return update(workers);
    },
  };
}

function usedSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + processorSecondsOfEnded();
}

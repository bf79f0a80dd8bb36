import { join } from 'node:path';
import { type ReadingKeys, readingKeys } from '../app/keys.ts';
import { passwordOf } from '../app/passwords.ts';
import { openArtefacts } from '../io/artefacts.ts';
import type { CorpusMeans } from '../io/corpus.ts';
import { packagesFolders } from '../io/engine.ts';
import { findFile } from '../io/locate-listed.ts';
import { chooseRecogniser } from '../io/ocr/recogniser.ts';
import type { Study } from '../io/study.ts';
import type { Page } from '../model/document.ts';
import type { DrawingJob, Drawn } from '../model/drawing.ts';
import type { StudyReader } from '../model/ports.ts';
import type { JobFailure } from '../model/queue.ts';
import type { RecogniserChoice } from '../model/recognition.ts';
import type { IngestRow } from '../model/results.ts';
import type { DocumentId, Sha256 } from '../model/units.ts';
import { openPool, type Pool } from '../queue/pool.ts';
import type { KeptStudy } from './kept-study.ts';
import { meansOf, stageEngines } from './open.ts';

/** The printed pages of the documents of a study: where their lines stand, and how they look. */
export type Printed = {
  /** A page as it was read; null where what is kept is of another version than the index. */
  readonly page: (row: IngestRow, index: number, database: StudyReader) => Promise<Page | null>;
  /** A page drawn so many pixels across, in a process that can be killed; `busy` where too many are waiting. */
  readonly draw: (row: IngestRow, index: number, width: number) => Promise<Drawing>;
  readonly close: () => Promise<void>;
};

/** What came of drawing a page. */
export type Drawing = Drawn | { readonly kind: 'missing' | 'busy' } | JobFailure;

/** Limits on drawing, beside those of the study. */
export type DrawingLimits = {
  /** Wall-clock seconds for a page. */
  readonly seconds: number;
  /** Pages that may wait to be drawn. */
  readonly waiting: number;
  /** Bytes of drawn pages that are kept. */
  readonly bytes: number;
  /** The module that draws. */
  readonly worker: URL;
};

const usual: DrawingLimits = {
  seconds: 20,
  waiting: 24,
  bytes: 64_000_000,
  worker: new URL(`../../workers/draw${import.meta.url.slice(-3)}`, import.meta.url),
};

/** Opens the printed pages of a study; no process is started before the first page is drawn. */
export function openPrinted(study: KeptStudy, limits: Partial<DrawingLimits> = {}): Printed {
  const { seconds, waiting, bytes, worker } = { ...usual, ...limits };
  const kept = new Map<string, Drawn & { readonly kind: 'png' }>();
  const under = new Map<string, Promise<Drawing>>();
  let engines: ReturnType<typeof stageEngines> | null = null;
  let means: { readonly state: string; readonly means: CorpusMeans } | null = null;
  let last: { readonly document: DocumentId; readonly pages: readonly Page[] } | null = null;
  let pool: Pool | null = null;

  return {
    async page(row, index, database) {
      const { document, hash } = row;
      if (document === null || hash === null) return null;
      if (last?.document !== document || !isSame(last.pages, row)) {
        const pages = await pagesOf({ ...row, document, hash }, database);
        last = pages === null ? null : { document, pages };
      }
      return last?.pages[index] ?? null;
    },
    async draw(row, index, width) {
      const place = await study();
      const { hash } = row;
      const found = hash === null ? null : await findFile(row.file, place.places, meansFor(place));
      if (hash === null || found === null) return { kind: 'missing' };
      // What was drawn once is shown only as long as the file is still the one it was drawn from.
      if ((await meansFor(place).hash(found)) !== hash) return { kind: 'changed' };
      const name = [hash, index, width].join(' ');
      const old = kept.get(name);
      if (old !== undefined) return old;
      const same = under.get(name);
      if (same !== undefined) return same;
      if (under.size >= waiting) return { kind: 'busy' };
      const password = passwordOf(place.passwords, row.file);
      const drawing = drawn(place, { path: found, hash, page: index, width, password });
      under.set(name, drawing);
      try {
        const made = await drawing;
        if (made.kind === 'png') keep(name, made);
        return made;
      } finally {
        under.delete(name);
      }
    },
    close: async () => pool?.close(),
  };

  async function drawn(place: Study, job: DrawingJob): Promise<Drawing> {
    const { megabytes } = place.file.settings.limits;
    pool ??= openPool({
      worker,
      reach: { read: [...packagesFolders(), ...place.places.roots, place.state], write: [], programs: false },
      setup: null,
      processes: 1,
      seconds,
      megabytes,
    });
    const { result, failure } = await pool.perform(job);
    return failure ?? (result as Drawn);
  }

  function keep(name: string, made: Drawn & { readonly kind: 'png' }): void {
    kept.set(name, made);
    let sum = 0;
    for (const { bytes: picture } of kept.values()) sum += picture.length;
    for (const [oldest, { bytes: picture }] of kept) {
      if (sum <= bytes) break;
      kept.delete(oldest);
      sum -= picture.length;
    }
  }

  function meansFor(place: Study): CorpusMeans {
    if (means?.state !== place.state) means = { state: place.state, means: meansOf(place, {}) };
    return means.means;
  }

  async function pagesOf(
    row: IngestRow & { readonly document: DocumentId; readonly hash: Sha256 },
    database: StudyReader,
  ): Promise<readonly Page[] | null> {
    const place = await study();
    const artefacts = openArtefacts(join(place.state, 'artefacts'));
    const isScan = row.sources.ocr + row.sources.unread > 0;
    // A fleet reads pictures with another engine than one machine may have done.
    for (const fleet of isScan ? [false, true] : [false]) {
      const keys = keysOf(place, row, chooseRecogniser(place.file.settings.ocr, { fleet }));
      const passages = isScan ? keys.scanned.passages : keys.passages;
      if (database.standing(row.document)?.passages !== passages) continue;
      const read = await artefacts.read('document', keys.document);
      if (read?.document == null) return null;
      const seen = isScan ? await artefacts.read('recognition', keys.scanned.recognition) : null;
      const recognised = new Map((seen?.pages ?? []).map((page) => [page.index, page]));
      return read.document.pages.map((page) => recognised.get(page.index) ?? page);
    }
    return null;
  }

  function keysOf(
    { file: { settings }, passwords }: Study,
    row: IngestRow & { readonly hash: Sha256 },
    recogniser: RecogniserChoice,
  ): ReadingKeys {
    engines ??= stageEngines();
    const { characters, pages, unpacked, ocr_seconds: seconds } = settings.limits;
    const { dpi, confidence, low } = settings.ocr;
    return readingKeys(
      row,
      {
        ...{ characters, pages, unpacked },
        password: passwordOf(passwords, row.file),
        ocr: { ...recogniser, dpi, seconds, confidence, low },
      },
      { extract: engines.extract.hash, recognise: engines.recognise.hash, segment: engines.segment.hash },
    );
  }
}

function isSame(pages: readonly Page[], row: IngestRow): boolean {
  return pages.length === row.pages;
}

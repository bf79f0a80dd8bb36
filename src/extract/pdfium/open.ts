import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Page } from '../../model/document.ts';
import type { Picture } from '../../model/recognition.ts';
import { pageIndex } from '../../model/units.ts';
import { countInked } from '../../text/space.ts';
import { linesOf } from '../lines.ts';
import { EngineMemory } from '../memory.ts';
import { type Placement, points } from '../placement.ts';
import { titleOf } from '../reading.ts';
import { type Direct, direct } from './direct.ts';
import { textsOn } from './objects.ts';
import { isInked, type Look, lookAt, type OpenPage, pictureOf } from './picture.ts';
import { textLayer } from './text-layer.ts';

/** A page as PDFium reads it, and how much text its content promises. */
type PdfiumPage = {
  readonly page: Page;
  /** Number of characters drawn, or of objects that draw text where no character came of them. */
  readonly promised: number;
};

/** An open PDF; must be closed. */
export type PdfiumFile = {
  readonly pages: number;
  readonly title: string | null;
  /** The page at an index from 0, or null where it cannot be loaded; throws where the engine breaks down. */
  readonly page: (index: number) => PdfiumPage | null;
  /** What a page shows beside its text; null where it cannot be loaded. */
  readonly look: (index: number) => Look | null;
  /** Whether anything at all is seen on a page; null where it cannot be loaded. */
  readonly inked: (index: number) => boolean | null;
  /** A page at so many pixels to the inch, fewer where it would have more than `pixels`; null where it has none. */
  readonly picture: (index: number, dpi: number, pixels: number) => Picture | null;
  readonly close: () => void;
};

/** PDFium's error of a file with a password. */
const passwordError = 4;

let engine: Promise<WrappedPdfiumModule> | null = null;

/**
 * Opens a PDF, with a password where one is given; one that was encrypted in vain opens with any. The engine starts
 * with the first file and serves all that follow in this process.
 */
export async function openWithPdfium(
  bytes: Uint8Array,
  password: string | null = null,
): Promise<PdfiumFile | 'encrypted' | 'unreadable'> {
  engine ??= start();
  const pdfium = await engine;
  const memory = new EngineMemory(pdfium.pdfium);
  const data = memory.put(bytes);
  const file = pdfium.FPDF_LoadMemDocument(data, bytes.length, password ?? '');
  if (file === 0) {
    const error = pdfium.FPDF_GetLastError();
    memory.free(data);
    return error === passwordError ? 'encrypted' : 'unreadable';
  }
  const open = new OpenFile(pdfium, memory, file);
  return {
    pages: pdfium.FPDF_GetPageCount(file),
    title: open.title(),
    page: (index) => open.page(index),
    look: (index) => open.opened(index, lookAt),
    inked: (index) => open.opened(index, isInked),
    picture: (index, dpi, pixels) => open.opened(index, (page) => pictureOf(page, dpi, pixels)),
    close() {
      open.close();
      memory.free(data);
    },
  };
}

/** Gives up an engine that broke down; the next file starts another. */
export function discardPdfium(): void {
  engine = null;
}

async function start(): Promise<WrappedPdfiumModule> {
  const silent = { print: () => {}, printErr: () => {} };
  const pdfium = await init(silent);
  pdfium.PDFiumExt_Init();
  return pdfium;
}

class OpenFile {
  readonly #pdfium: WrappedPdfiumModule;
  readonly #direct: Direct;
  readonly #memory: EngineMemory;
  readonly #file: number;
  /** Room for what PDFium answers in place: at most one matrix or rectangle, or two numbers. */
  readonly #answer: number;

  constructor(pdfium: WrappedPdfiumModule, memory: EngineMemory, file: number) {
    this.#pdfium = pdfium;
    this.#direct = direct(pdfium);
    this.#memory = memory;
    this.#file = file;
    this.#answer = memory.reserve(64);
  }

  close(): void {
    this.#pdfium.FPDF_CloseDocument(this.#file);
    this.#memory.free(this.#answer);
  }

  title(): string | null {
    return this.#string((at, size) => this.#pdfium.FPDF_GetMetaText(this.#file, 'Title', at, size));
  }

  /** What is made of a page while it is open; null where it cannot be loaded. */
  opened<T>(index: number, use: (page: OpenPage) => T): T | null {
    const pdfium = this.#pdfium;
    const page = pdfium.FPDF_LoadPage(this.#file, index);
    if (page === 0) return null;
    try {
      const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
      return use({ pdfium, memory: this.#memory, page, width, height });
    } finally {
      pdfium.FPDF_ClosePage(page);
    }
  }

  page(index: number): PdfiumPage | null {
    const page = this.#pdfium.FPDF_LoadPage(this.#file, index);
    if (page === 0) return null;
    try {
      const text = this.#pdfium.FPDFText_LoadPage(page);
      if (text === 0) return null;
      try {
        return this.#read(index, page, text);
      } finally {
        this.#pdfium.FPDFText_ClosePage(text);
      }
    } finally {
      this.#pdfium.FPDF_ClosePage(page);
    }
  }

  #read(index: number, page: number, text: number): PdfiumPage {
    const pdfium = this.#pdfium;
    const drawn = pdfium.FPDFText_CountChars(text);
    const label = this.#string((at, size) => pdfium.FPDF_GetPageLabel(this.#file, index, at, size));
    const layer =
      drawn > 0
        ? textLayer(
            { pdfium, direct: this.#direct, memory: this.#memory, page, text, answer: this.#answer },
            drawn,
          )
        : null;
    return {
      page: {
        index: pageIndex(index),
        label,
        width: points(pdfium.FPDF_GetPageWidthF(page)),
        height: points(pdfium.FPDF_GetPageHeightF(page)),
        source: layer === null ? 'blank' : 'text',
        lines: layer === null ? [] : linesOf(layer, this.#placement(page)),
      },
      promised:
        layer === null ? textsOn(this.#direct, page) : drawn - (layer.text.length - countInked(layer.text)),
    };
  }

  #placement(page: number): Placement {
    this.#pdfium.FPDF_GetPageBoundingBox(page, this.#answer);
    const [left, top, right, bottom] = this.#memory.floats(this.#answer);
    return { visible: { left, top, right, bottom }, quarterTurns: this.#pdfium.FPDFPage_GetRotation(page) };
  }

  /** A string that PDFium writes into room of so many bytes and answers with the bytes it needs. */
  #string(write: (at: number, size: number) => number): string | null {
    const size = write(0, 0);
    if (size <= 2) return null;
    const at = this.#memory.reserve(size);
    write(at, size);
    const string = this.#memory.utf16(at, size / 2 - 1);
    this.#memory.free(at);
    return titleOf(string);
  }
}

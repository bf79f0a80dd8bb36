import type { Box } from './document.ts';
import type { LexiconLanguage } from './passage.ts';

/** Engines that read pictures of text, and `off` where none may. */
export const recognisers = ['tesseract', 'tesseract.js', 'off'] as const;
export type RecogniserName = (typeof recognisers)[number];

/** The engine of a run, fixed when it starts: its name, and all that its results depend on in words. */
export type RecogniserChoice = {
  readonly engine: RecogniserName;
  /** Version of the engine and a digest of its language data; empty for `off`. */
  readonly version: string;
};

/** How the pages of a run that have no text are read, and which of their passages count. */
export type OcrPlan = RecogniserChoice & {
  /** Pixels to the inch that a page is drawn with. */
  readonly dpi: number;
  /** Most wall-clock seconds for a page. */
  readonly seconds: number;
  /** Mean confidence of its words below which a passage is doubtful. */
  readonly confidence: number;
  readonly low: 'keep' | 'exclude';
};

/** A page as 8-bit grey, 0 black to 255 white, row by row from the top. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Pixels to the inch of the page. */
  readonly dpi: number;
  readonly pixels: Uint8Array;
};

/** A word that an engine sees in a picture; its box counts pixels from the upper left corner. */
export type SeenWord = {
  readonly text: string;
  /** How sure the engine is, from 0 to 100. */
  readonly confidence: number;
  readonly box: Box;
};

/** The words of one printed line, from left to right; lines come in reading order. */
export type SeenLine = readonly SeenWord[];

/** Reads pictures of text; must be closed, and ends with its process in any case. */
export interface Recogniser {
  /** Number of pages that it may be asked for at a time now, at least 1. */
  lanes(): number;
  /**
   * The lines of a page. Throws a RecognitionTimeout where it takes too long, another error where the engine
   * cannot read the picture.
   */
  read(picture: Picture, languages: readonly LexiconLanguage[]): Promise<readonly SeenLine[]>;
  close(): Promise<void>;
}

/** A page took longer than it may, which depends on the machine: nothing of its document is kept. */
export class RecognitionTimeout extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`no text after ${seconds} s`);
    this.name = 'RecognitionTimeout';
    this.seconds = seconds;
  }
}

/** The engine that a run was started with is not on this machine, or not in that version. */
export class RecogniserMissing extends Error {
  constructor(expected: RecogniserChoice, found: string) {
    super(`expected ${expected.engine} ${expected.version}, found ${found}`);
    this.name = 'RecogniserMissing';
  }
}

import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { EngineMemory } from '../memory.ts';
import type { Direct } from './direct.ts';

/** A text page that PDFium has open. */
export type OpenText = {
  readonly pdfium: WrappedPdfiumModule;
  readonly direct: Direct;
  readonly memory: EngineMemory;
  readonly page: number;
  readonly text: number;
  /** Room for what PDFium answers in place: 64 bytes. */
  readonly answer: number;
};

import type { Handlers } from './handler.ts';
import { documentsHandlers } from './routes/documents.ts';
import { evidenceHandlers } from './routes/evidence.ts';
import { resultsHandlers } from './routes/results.ts';
import { studyHandlers } from './routes/study.ts';

/** The answers to the whole API. */
export const handlers: Handlers = {
  ...studyHandlers,
  ...resultsHandlers,
  ...documentsHandlers,
  ...evidenceHandlers,
};

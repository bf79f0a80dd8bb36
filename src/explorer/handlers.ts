import type { Handlers } from './handler.ts';
import { resultsHandlers } from './routes/results.ts';
import { searchHandlers } from './routes/search.ts';
import { studyHandlers } from './routes/study.ts';

/** The answers to the whole API. */
export const handlers: Handlers = { ...studyHandlers, ...resultsHandlers, ...searchHandlers };

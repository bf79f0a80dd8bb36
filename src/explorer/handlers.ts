import type { Handlers } from './handler.ts';
import { codingHandlers } from './routes/coding.ts';
import { resultsHandlers } from './routes/results.ts';
import { studyHandlers } from './routes/study.ts';

/** The answers to the whole API. */
export const handlers: Handlers = { ...studyHandlers, ...resultsHandlers, ...codingHandlers };

import type { Handlers } from './handler.ts';
import { claimsHandlers } from './routes/claims.ts';
import { codingHandlers } from './routes/coding.ts';
import { documentsHandlers } from './routes/documents.ts';
import { evidenceHandlers } from './routes/evidence.ts';
import { institutionsHandlers } from './routes/institutions.ts';
import { lexiconHandlers } from './routes/lexicon.ts';
import { mentionsHandlers } from './routes/mentions.ts';
import { resultsHandlers } from './routes/results.ts';
import { runsHandlers } from './routes/runs.ts';
import { searchHandlers } from './routes/search.ts';
import { studyHandlers } from './routes/study.ts';
import { timeHandlers } from './routes/time.ts';

/** The answers to the whole API. */
export const handlers: Handlers = {
  ...studyHandlers,
  ...resultsHandlers,
  ...documentsHandlers,
  ...evidenceHandlers,
  ...institutionsHandlers,
  ...timeHandlers,
  ...claimsHandlers,
  ...searchHandlers,
  ...codingHandlers,
  ...lexiconHandlers,
  ...mentionsHandlers,
  ...runsHandlers,
};

import type { lexiconApi } from '../../model/api/lexicon.ts';
import { InputError } from '../../model/input.ts';
import type { HandlersOf } from '../handler.ts';
import { Refused } from '../refused.ts';

export const lexiconHandlers: HandlersOf<typeof lexiconApi> = {
  'GET /api/lexicon': ({ lexicons }, { signal }) => lexicons.ask('view', [], signal),

  'GET /api/lexicon/term': async ({ lexicons }, { input: { term }, signal }) => {
    const found = await lexicons.ask('term', [term], signal);
    if (found !== null) return found;
    throw new Refused('not_found', `expected a term of the lexicon, got "${term}": it may have been changed`);
  },

  'POST /api/lexicon/preview': ({ lexicons }, { body, signal }) => lexicons.ask('preview', [body], signal),

  'PUT /api/lexicon/term': ({ lexicons }, { body: { draft, hash } }) =>
    refusing(() => lexicons.ask('save', [draft, hash])),

  'POST /api/lexicon/own': async ({ lexicons }) => ({
    folder: await refusing(() => lexicons.ask('own', [])),
  }),
};

/** What cannot be written stands against what is there, and is no fault of how it was asked. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) throw new Refused('conflict', ...error.lines);
    throw error;
  }
}

import type { SearchQuery } from '../../src/model/search.ts';

/** A search that asks for nothing in particular, for tests to narrow. */
export const anySearch: SearchQuery = {
  words: null,
  terms: null,
  polarity: null,
  institution: null,
  voice: null,
  from: null,
  to: null,
  zone: null,
  language: null,
  sort: 'document',
  after: null,
  limit: 50,
};

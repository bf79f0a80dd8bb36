import { claimsApi } from './claims.ts';
import { codingApi } from './coding.ts';
import { documentsApi } from './documents.ts';
import type { Endpoint } from './endpoint.ts';
import { evidenceApi } from './evidence.ts';
import { institutionsApi } from './institutions.ts';
import { lexiconApi } from './lexicon.ts';
import { mentionsApi } from './mentions.ts';
import { resultsApi } from './results.ts';
import { runsApi } from './runs.ts';
import { searchApi } from './search.ts';
import { studyApi } from './study.ts';
import { timeApi } from './time.ts';

/** All that the pages can ask, by method and path; types of requests and answers follow from it on both ends. */
export const api = {
  ...studyApi,
  ...resultsApi,
  ...documentsApi,
  ...evidenceApi,
  ...institutionsApi,
  ...timeApi,
  ...claimsApi,
  ...searchApi,
  ...codingApi,
  ...lexiconApi,
  ...mentionsApi,
  ...runsApi,
};
export type Api = typeof api;
export type Asked = keyof Api;

type Parts<E> =
  E extends Endpoint<infer Input, infer Body, infer Answer>
    ? { input: Input; body: Body; answer: Answer }
    : never;
export type InputOf<Key extends Asked> = Parts<Api[Key]>['input'];
export type BodyOf<Key extends Asked> = Parts<Api[Key]>['body'];
export type AnswerOf<Key extends Asked> = Parts<Api[Key]>['answer'];

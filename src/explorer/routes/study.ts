import { studyView } from '../../app/explore/study.ts';
import type { studyApi } from '../../model/api/study.ts';
import type { HandlersOf } from '../handler.ts';

export const studyHandlers: HandlersOf<typeof studyApi> = {
  'GET /api/name': async ({ study }) => {
    const { title, synthetic } = (await study()).file;
    return { title, synthetic: synthetic?.statement ?? null };
  },

  'GET /api/study': async ({ results }) => studyView(await results()),
};

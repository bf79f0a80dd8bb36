import { overviewView } from '../../app/explore/overview.ts';
import type { resultsApi } from '../../model/api/results.ts';
import type { HandlersOf } from '../handler.ts';

export const resultsHandlers: HandlersOf<typeof resultsApi> = {
  'GET /api/overview': async ({ results }, { input }) => overviewView(await results(input.run)),
};

import { appendixView, comparedView, institutionsView, namesIn } from '../../app/explore/institutions.ts';
import type { institutionsApi } from '../../model/api/institutions.ts';
import type { HandlersOf } from '../handler.ts';

export const institutionsHandlers: HandlersOf<typeof institutionsApi> = {
  'GET /api/institutions': async ({ results }, { input }) => institutionsView(await results(input.run)),
  'GET /api/institutions/compared': async ({ results }, { input }) =>
    comparedView(await results(input.run), namesIn(input.with)),
  'GET /api/appendix': async ({ results }, { input }) => appendixView(await results(input.run)),
};

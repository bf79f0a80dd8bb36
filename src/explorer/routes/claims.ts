import { claimsView } from '../../app/explore/claims.ts';
import { hypothesisView } from '../../app/explore/hypothesis.ts';
import type { claimsApi } from '../../model/api/claims.ts';
import type { HandlersOf } from '../handler.ts';
import { Refused } from '../refused.ts';

export const claimsHandlers: HandlersOf<typeof claimsApi> = {
  'GET /api/claims': async ({ results }, { input }) => claimsView(await results(input.run)),
  async 'GET /api/claims/:hypothesis'({ results, database }, { input }) {
    const view = hypothesisView(await results(input.run), input, (ids) => database().passages(ids));
    if (view !== null) return view;
    throw new Refused('not_found', `expected a hypothesis of this run, got "${input.hypothesis}"`);
  },
};

import { timeView } from '../../app/explore/time.ts';
import type { timeApi } from '../../model/api/time.ts';
import type { HandlersOf } from '../handler.ts';

export const timeHandlers: HandlersOf<typeof timeApi> = {
  'GET /api/time': async ({ results }, { input: { run, ...asked } }) => timeView(await results(run), asked),
};

import { bodiesAbove } from '../../app/bodies.ts';
import { mentionQuery, mentionsView } from '../../app/explore/mentions.ts';
import type { mentionsApi } from '../../model/api/mentions.ts';
import { mentionsPage } from '../../model/reader.ts';
import type { KeptResults } from '../../model/results.ts';
import type { HandlersOf } from '../handler.ts';
import { inTime, longest } from '../in-time.ts';

/** Bodies above actors, which the same run never sees otherwise. */
const known = new WeakMap<KeptResults, ReadonlyMap<string, readonly string[]>>();

export const mentionsHandlers: HandlersOf<typeof mentionsApi> = {
  'GET /api/mentions': async ({ database, results }, { input, signal }) => {
    const kept = await results();
    const reader = database();
    const above = input.of === undefined ? new Map() : (known.get(kept) ?? bodiesAbove(kept.study, reader));
    if (input.of !== undefined) known.set(kept, above);
    const query = mentionQuery(input, (actor) => above.get(actor) ?? [], kept.study.settings.period_years);
    const found = await inTime(signal, longest.page, 'ask for one kind, role or name', (end) =>
      reader.mentionsOf(query, end),
    );
    return mentionsView(input, found, reader.passagesOf, mentionsPage);
  },
};

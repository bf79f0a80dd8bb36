import { join } from 'node:path';
import { contestOf } from '../../app/explore/contest.ts';
import { contestsView } from '../../app/explore/contests.ts';
import { cellQuery, evidenceView } from '../../app/explore/evidence.ts';
import { addLines, readLines } from '../../io/lines.ts';
import type { evidenceApi } from '../../model/api/evidence.ts';
import { Contest } from '../../model/contest.ts';
import { evidencePage } from '../../model/reader.ts';
import type { Desk } from '../desk.ts';
import type { HandlersOf } from '../handler.ts';
import { inTime, longest } from '../in-time.ts';
import { Refused } from '../refused.ts';

export const evidenceHandlers: HandlersOf<typeof evidenceApi> = {
  'GET /api/evidence': async ({ database, results }, { input, signal }) => {
    const kept = await results();
    const query = cellQuery(kept, input);
    if (query === null) {
      const codes = kept.categories.map(({ code }) => code).join(', ');
      throw new Refused('not_found', `expected one of the categories ${codes}, got "${input.code}"`);
    }
    const found = await inTime(signal, longest.page, 'ask for a language, a zone or some years', (end) =>
      database().cell(query, input.from, evidencePage, end),
    );
    return evidenceView(kept, input, input.from, found);
  },

  'GET /api/contests': async (desk, { input: { of } }) => {
    const held = await readLines(placeOf(desk), Contest);
    const wanted = held.filter(({ passage }) => passage === of || passage.startsWith(`${of}-`));
    return { contests: wanted.map(shown) };
  },

  'GET /api/contests/all': async (desk, { input }) => {
    const { passage } = desk.database();
    return contestsView(await readLines(placeOf(desk), Contest), input, passage);
  },

  'POST /api/contests': async (desk, { body }) => {
    const found = desk.database().passage(body.passage);
    const made = typeof found === 'string' ? null : contestOf(body, found, new Date());
    if (made === null) {
      const { start, end, term, passage } = body;
      throw new Refused(
        'not_found',
        `expected a tag of the index, got none of "${term}" at ${start} to ${end} of passage ${passage}`,
      );
    }
    await addLines(placeOf(desk), Contest, () => [made]);
    return shown(made);
  },
};

function placeOf({ codings }: Desk): string {
  return join(codings, 'contests.jsonl');
}

function shown({ act: _, ...contest }: Contest): Omit<Contest, 'act'> {
  return contest;
}

import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ofRun } from './results.ts';
import { FigureView, TableView } from './views.ts';

const Choice = z.strictObject({ key: z.string(), label: z.string(), documents: z.number() });

/** A panel with what there is to say of it, in sentences. */
const Told = z.strictObject({ key: z.string(), figure: FigureView, lines: z.array(z.string()) });

/** How the object was framed when: by all voices and institutions, or by one of them. */
export const TimeView = z.strictObject({
  /** Width of a bin in years. */
  step: z.number(),
  voices: z.array(Choice),
  institutions: z.array(Choice),
  /** The one that was asked for, in words; null of all. */
  chosen: z.string().nullable(),
  /** Of all: a panel a voice with all frames of the poles. Of one: a panel a frame, with intervals. */
  frames: z.array(FigureView),
  /** What the lines of a panel of all are, for screens on which their ends are out of sight. */
  legend: z.array(z.strictObject({ label: z.string(), tone: z.string() })),
  /** The balance of the two poles, an institution a panel, with trend, changes of level and comparisons in words. */
  courses: z.array(Told),
  events: z.array(z.strictObject({ date: z.string(), name: z.string() })),
  tables: z.array(TableView),
});
export type TimeView = z.infer<typeof TimeView>;

export const timeApi = {
  'GET /api/time': endpoint({
    summary: 'framing over time with intervals, counts, events and changes of level',
    input: ofRun.extend({
      by: z.enum(['voice', 'institution']).optional(),
      key: z.string().max(2_000).optional(),
    }),
    body: null,
    answer: TimeView,
  }),
};

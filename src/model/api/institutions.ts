import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ofRun } from './results.ts';
import { FigureView, TableView } from './views.ts';

const Panel = z.strictObject({ key: z.string(), figure: FigureView });

/** Institutions as small multiples by side of the contrast, and their shares as a table. */
export const InstitutionsView = z.strictObject({
  /** Names of all institutions, those with the most passages about the object first. */
  names: z.array(z.string()),
  drawn: z.number(),
  groups: z.array(z.strictObject({ title: z.string(), note: z.string(), members: z.array(Panel) })),
  table: TableView,
});
export type InstitutionsView = z.infer<typeof InstitutionsView>;

/** One thing that an institution's documents name, and the passage where they name it first. */
export const NamedView = z.strictObject({
  name: z.string(),
  note: z.string().nullable(),
  times: z.number(),
  file: z.string(),
  page: z.string(),
  href: z.string().nullable(),
  /** Where all places that name it are listed; null where the index knows it by another name. */
  every: z.string().nullable(),
});
export type NamedView = z.infer<typeof NamedView>;

const Named = z.strictObject({
  institution: z.string(),
  /** In the order of the columns; `left` counts those that are not shown, and `all` is where all are listed. */
  cells: z.array(z.strictObject({ items: z.array(NamedView), left: z.number(), all: z.string() })),
});

/** Who does what with whose money for whom, a row an institution. */
export const AppendixView = z.strictObject({
  columns: z.array(z.string()),
  /** How well its fields are read, a sentence each; none where nobody coded them. */
  read: z.array(z.string()),
  rows: z.array(Named),
});
export type AppendixView = z.infer<typeof AppendixView>;

/** Some institutions beside each other: their frames, how they frame the object place by place, and what they name. */
export const ComparedView = z.strictObject({
  columns: z.array(z.string()),
  institutions: z.array(
    z.strictObject({
      key: z.string(),
      voice: z.string(),
      facts: z.array(z.string()),
      frames: FigureView.nullable(),
      /** The same places of every institution, so that they stand beside each other; null of one without a passage. */
      places: z.array(z.strictObject({ title: z.string(), figure: FigureView.nullable() })),
      named: Named.shape.cells,
    }),
  ),
});
export type ComparedView = z.infer<typeof ComparedView>;

export const institutionsApi = {
  'GET /api/institutions': endpoint({
    summary: 'institutions as small multiples, and their shares as a table',
    input: ofRun,
    body: null,
    answer: InstitutionsView,
  }),
  'GET /api/institutions/compared': endpoint({
    summary: 'up to four institutions beside each other',
    input: ofRun.extend({
      /** Names of institutions, each encoded as in an address, separated by commas. */
      with: z.string().max(10_000),
    }),
    body: null,
    answer: ComparedView,
  }),
  'GET /api/appendix': endpoint({
    summary: 'who does what with whose money for whom, by institution',
    input: ofRun,
    body: null,
    answer: AppendixView,
  }),
};

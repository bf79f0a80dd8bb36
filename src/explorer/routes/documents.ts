import { pageBoxes } from '../../app/explore/boxes.ts';
import { documentView } from '../../app/explore/document.ts';
import { documentRow } from '../../app/explore/documents.ts';
import { explaining, explanationView } from '../../app/explore/explanation.ts';
import { passageView } from '../../app/explore/passage.ts';
import { remembered } from '../../app/remembered.ts';
import type { documentsApi } from '../../model/api/documents.ts';
import type { Glance } from '../../model/glance.ts';
import type { Found } from '../../model/ports.ts';
import type { IngestRow } from '../../model/results.ts';
import type { DocumentId, Sha256 } from '../../model/units.ts';
import type { Desk } from '../desk.ts';
import type { HandlersOf } from '../handler.ts';
import { pictureAnswer } from '../picture.ts';
import { Refused } from '../refused.ts';

/** Making a lexicon ready takes longer than all that is asked of it: the last one of a study stays ready. */
const lexiconOf = remembered(async (desk: Desk, hash: Sha256, object: string) => {
  const lexicon = await desk.lexicon(hash);
  return lexicon === null ? null : explaining(lexicon, object);
});

export const documentsHandlers: HandlersOf<typeof documentsApi> = {
  'GET /api/documents': ({ database }) => ({ rows: database().corpus().map(documentRow) }),

  'GET /api/documents/:document': async (desk, { input }) => {
    const { row, glance } = opened(desk, input.document);
    return documentView(row, glance, await desk.results());
  },

  'GET /api/documents/:document/passages': ({ database }, { input: { document, from, count } }) => {
    const glance = database().glance(document as DocumentId);
    if (glance === null) throw unknown(document);
    const found = database().documentPassages(document as DocumentId, from, count);
    return {
      from,
      total: glance.passages,
      passages: found.map((one) => passageView(one, glance.labels)),
    };
  },

  'GET /api/documents/:document/pages/:page': async (desk, { input, headers }) => {
    const { document, page, width } = input;
    const { row } = opened(desk, document);
    if (row.format !== 'pdf') {
      throw new Refused(
        'not_found',
        `expected a document with pages, got one of ${row.format}: read its text`,
      );
    }
    return pictureAnswer(await desk.printed.draw(row, page, width), row, `${page}-${width}`, headers);
  },

  'GET /api/documents/:document/pages/:page/boxes': async (desk, { input: { document, page } }) => {
    const { row } = opened(desk, document);
    const read = await desk.printed.page(row, page, desk.database());
    if (read === null) {
      throw new Refused(
        'conflict',
        `expected page ${page + 1} of ${row.file} as it was read, got none of this version: \`titrate run ${desk.path}\``,
      );
    }
    return pageBoxes(read, desk.database().pagePassages(document as DocumentId, page));
  },

  'GET /api/passages/:passage/place': (desk, { input }) => {
    const { id, document, ordinal, runs } = passageOf(desk, input.passage).passage;
    return { passage: id, document, ordinal, page: runs[0]?.page ?? 0 };
  },

  'GET /api/passages/:passage': async (desk, { input }) => {
    const found = passageOf(desk, input.passage);
    const { study } = await desk.results();
    const prepared = await lexiconOf(desk, found.lexicon, study.object);
    if (prepared === null) {
      const lines = `expected the lexicon that ${found.file} was tagged with, got none: \`titrate run ${desk.path}\``;
      throw new Refused('not_run', lines);
    }
    return explanationView(found, prepared);
  },
};

/** A document of the index with the row of its file; throws a Refused where there is none. */
function opened({ database }: Desk, document: string): { row: IngestRow; glance: Glance } {
  const row = database().file(document as DocumentId);
  const glance = row === null ? null : database().glance(document as DocumentId);
  if (row === null || glance === null) throw unknown(document);
  return { row, glance };
}

/** A passage of the index; throws a Refused where there is none. */
function passageOf({ database }: Desk, id: string): Found {
  const found = database().passage(id);
  if (typeof found !== 'string') return found;
  throw new Refused('not_found', `expected a passage of the index, got "${id}"`);
}

function unknown(document: string): Refused {
  return new Refused('not_found', `expected a document of the index, got "${document}"`);
}

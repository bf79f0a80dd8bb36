import type { Line } from '../../src/model/document.ts';
import type { Passage } from '../../src/model/passage.ts';

/** What most lines of a test have in common. */
export const plainLine = {
  box: null,
  size: null,
  bold: false,
  role: null,
  level: null,
  unseen: null,
  words: null,
} as const satisfies Partial<Line>;

/** What most passages of a test have in common. */
export const plainPassage = {
  form: 'paragraph',
  level: null,
  section: [],
  zone: 'body',
  speaker: null,
  quotations: [],
  confidence: null,
} as const satisfies Partial<Passage>;

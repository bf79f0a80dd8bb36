/** Widths that a page is drawn in, in pixels: few, so that a picture that was drawn once is used again. */
export const pageWidths = [640, 960, 1280, 1920] as const;

/** Most passages of a document that are given at a time. */
export const mostPassages = 200;

/** Passages behind a cell that are given at a time. */
export const evidencePage = 50;

/** Mentions that are given at a time. */
export const mentionsPage = 50;

/** Notes against tags on a page of their list. */
export const contestsPage = 50;

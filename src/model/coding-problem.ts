/** What can be wrong with what people have coded; `file` is the document, or the folder of the sample. */
export type CodingProblem =
  /** Here and in the next three, `file` is the log and `lines` says which, as in `lines 3 to 7, 9`; `detail` is of the first. */
  | {
      readonly code: 'coding_line_unread';
      readonly file: string;
      readonly lines: string;
      readonly detail: string;
    }
  | {
      readonly code: 'coding_sample_unknown';
      readonly file: string;
      readonly lines: string;
      readonly sample: string;
    }
  | {
      readonly code: 'coding_item_unknown';
      readonly file: string;
      readonly lines: string;
      readonly sample: string;
    }
  | {
      readonly code: 'coding_passage_changed';
      readonly file: string;
      readonly lines: string;
      readonly sample: string;
    }
  /** The passage was coded, but its document has changed or is gone. */
  | {
      readonly code: 'coded_passage_gone';
      readonly file: string;
      readonly sample: string;
      readonly item: string;
    }
  | { readonly code: 'codings_open'; readonly file: string; readonly items: number }
  | { readonly code: 'codings_undecidable'; readonly file: string; readonly items: number }
  | {
      readonly code: 'codings_incomplete';
      readonly file: string;
      readonly items: number;
      readonly of: number;
    }
  | { readonly code: 'stratum_uncoded'; readonly file: string; readonly stratum: string }
  | { readonly code: 'population_changed'; readonly file: string }
  | { readonly code: 'lexicon_after_codings'; readonly file: string }
  | { readonly code: 'codings_simulated'; readonly file: string; readonly items: number };

/** What they do to a document: nothing, since its text is in the numbers all the same. */
export const codingSeverities = {
  coding_line_unread: 'ok',
  coding_sample_unknown: 'ok',
  coding_item_unknown: 'ok',
  coding_passage_changed: 'ok',
  coded_passage_gone: 'ok',
  codings_open: 'ok',
  codings_undecidable: 'ok',
  codings_incomplete: 'ok',
  stratum_uncoded: 'ok',
  population_changed: 'ok',
  lexicon_after_codings: 'ok',
  codings_simulated: 'ok',
} as const satisfies Readonly<Record<CodingProblem['code'], string>>;

/** Whether a problem is one of codings. */
export function isCodingProblem(problem: { readonly code: string }): problem is CodingProblem {
  return problem.code in codingSeverities;
}

/** One such problem in words, without its file. */
export function codingSentence(problem: CodingProblem): string {
  switch (problem.code) {
    case 'coding_line_unread':
      return `${problem.lines} cannot be read, first for: ${problem.detail}; what stands there is left out: put it back from a copy`;
    case 'coding_sample_unknown':
      return `${problem.lines}: expected a sample of this study, got \`${problem.sample}\`, so that what was coded is left out: put the folder codings/${problem.sample} back`;
    case 'coding_item_unknown':
      return `${problem.lines}: expected an item of ${problem.sample}, got one that is not in its key, so that what was coded is left out: put lines and codings/${problem.sample}/key.csv back as they were`;
    case 'coding_passage_changed':
      return `${problem.lines}: expected the passage that the item stands for in the key of ${problem.sample}, got another, so that what was coded is left out: put lines and codings/${problem.sample}/key.csv back as they were`;
    case 'coded_passage_gone':
      return `item ${problem.item} of ${problem.sample} was coded, but its passage is in the corpus no longer, and is left out: put the document back as it was, or draw a new sample`;
    case 'codings_open':
      return `coders differ on ${problem.items} of its items, or could not tell, and these are left out: \`titrate codings adjudicate\` writes a sheet of them`;
    case 'codings_undecidable':
      return `whoever decides says of ${problem.items} of its items that nobody can tell, so that they are left out and findings are told with them counted either way: import another decision where a sharper codebook allows one`;
    case 'codings_incomplete':
      return `${problem.items} of ${problem.of} items are not coded yet, and the others stand for them: import the other sheets`;
    case 'stratum_uncoded':
      return `no item of the stratum \`${problem.stratum}\` is coded, so that nothing can be corrected by this sample: import its sheets`;
    case 'population_changed':
      return 'the corpus has other passages than when it was drawn, which it cannot speak for: draw a new sample, or take out what is new';
    case 'lexicon_after_codings':
      return 'the lexicon is another than before its codings had come in, so that it may agree with them better than with what nobody coded, and errors come out too small: put the lexicon back as it was, or draw a new sample and have it coded';
    case 'codings_simulated':
      return `${problem.items} of its items were coded by a simulation and not by people, which is good for a made-up study alone: import the codings of people for any other`;
  }
}

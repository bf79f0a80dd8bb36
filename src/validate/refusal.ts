import { shown } from '../model/input.ts';
import type { Refusal } from './read.ts';

/** One refused row in words: where, what was expected, what was found, and the remedy. */
export function describeRefusal(file: string, refusal: Refusal): string {
  return `${file}:${refusal.row}  ${refusalSentence(refusal)}`;
}

/** The same without its place in a file. */
export function refusalSentence(refusal: Refusal): string {
  const found = shown(refusal.found);
  switch (refusal.why) {
    case 'unknown_sample':
      return `sample: expected a sample of this study, got ${found}: put back the cell as it was on the sheet`;
    case 'unknown_item':
      return `item: expected an id of this sample, got ${found}: put back the id as it was on the sheet`;
    case 'edited_text':
      return `text: expected the text of item ${refusal.found} as it was given out, got another: copy it back from the sheet, and where many rows are refused so, save as XLSX or as CSV UTF-8`;
    case 'no_text':
      return `text: expected the text of item ${refusal.found}, got nothing: copy it back from the sheet`;
    case 'not_assigned':
      return `item: expected an item that was given to ${refusal.coder}, got ${found}: put the row onto the sheet of its own coder, or correct the column coder`;
    case 'own_item':
      return `item: expected one that ${refusal.coder} does not code, got ${found}: let somebody else decide it`;
    case 'unknown_code':
      return `${refusal.column}: expected ${refusal.values.join(', ')}, ? or nothing, got ${found}: correct it`;
    case 'duplicate':
      return `item: expected each item once for a coder, got ${found} as in row ${refusal.first}: delete one of the two rows`;
    case 'unknown_coder':
      return `coder: expected one of the coders that the sample was dealt to, got ${found}: put back the name as it was on the sheet`;
    case 'simulated_sample':
      return `sample: expected one that was drawn for people, got ${found}, which was drawn for simulated coders: draw another with \`titrate sample\``;
    case 'unknown_role':
      return `role: expected coder or adjudicator, got ${found}: put back the cell as it was on the sheet`;
    case 'missing_column':
      return `expected a column \`${refusal.found}\`, got none: put it back as it was on the sheet`;
    case 'contradicts_object':
      return `${refusal.column}: expected 0 or nothing where ${refusal.object} is 0, got "1" for item ${refusal.found}: correct one of the two`;
    case 'other_origin':
      return `coder: expected ${refusal.found} to be ${refusal.before} as in earlier codings, got ${refusal.now}: give people, machines and simulations different names, or say --origin ${refusal.before}`;
    case 'changed':
      return `${refusal.column}: expected "${refusal.before}" for item ${refusal.found} as coded before, got "${refusal.now}": correct it, or import with --revise if the coder has changed their mind`;
  }
}

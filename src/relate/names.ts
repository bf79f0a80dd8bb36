import { plain } from '../text/fold.ts';
import { languageMarks, stageWords } from './words.ts';

const marks = new Set(Object.values(languageMarks).flat());
const wordsOf = (stage: keyof typeof stageWords) => new Set(Object.values(stageWords[stage]).flat());
const [draft, revision, final] = [wordsOf('draft'), wordsOf('revision'), wordsOf('final')];

/**
 * A file's path without what says its language, so that `actas/es/03_ES.pdf` and `actas/pt/03_PT.pdf` are one.
 * `marked` is what was taken out.
 */
export function namePattern(file: string): { readonly pattern: string; readonly marked: string } {
  const folders = file.split('/');
  const name = (folders.pop() ?? '').replace(/\.[^.]*$/, '');
  const taken: string[] = [];
  const keep = (word: string) => {
    if (marks.has(word)) taken.push(word);
    return !marks.has(word);
  };
  const path = folders.map((folder) => (keep(plain(folder)) ? folder : '*'));
  return { pattern: [...path, partsOf(name).filter(keep).join(' ')].join('/'), marked: taken.join(' ') };
}

/**
 * How far an act has come by words in its file's name and title: 0 for a draft, 1 where nothing is said, above 1 and
 * below 2 for a numbered revision, 2 for the final text.
 */
export function stageOf(file: string, title: string | null): number {
  const words = [...partsOf((file.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')), ...partsOf(title ?? '')];
  if (words.some((word) => draft.has(word))) return 0;
  if (words.some((word) => final.has(word))) return 2;
  const at = words.findIndex((word, index) => revision.has(word) && /^\d{1,2}$/.test(words[index + 1] ?? ''));
  return at < 0 ? 1 : 1 + Number(words[at + 1]) / 100;
}

/** Words and numbers of a name, folded; `Discurso2009Ingles` has three. */
function partsOf(name: string): readonly string[] {
  return [...name.normalize('NFC').matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu)].map(([part]) =>
    plain(part),
  );
}

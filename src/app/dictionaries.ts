import { type Adoption, adopt } from '../lexicon/adopt.ts';
import { readDictionary, writeDictionary, type Yaml } from '../lexicon/formats/formats.ts';
import { handOver } from '../lexicon/hand-over.ts';
import { lossesOf } from '../lexicon/losses.ts';
import { isTable, readTable, writeTable } from '../lexicon/table.ts';
import type { DictionaryFormat, LexiconReading, LexiconWriting } from '../model/dictionary.ts';
import type { LexiconSource } from '../model/lexicon.ts';
import type { LexiconLanguage } from '../model/passage.ts';

/**
 * Themes made of a dictionary of another program, or all of a lexicon of a table, and what of it is refused. Only a table
 * of a whole lexicon holds the categories of the claim and the cues of speech.
 */
export function importDictionary(
  text: string,
  format: DictionaryFormat,
  adoption: Adoption,
  yaml: Yaml,
): LexiconReading {
  if (format === 'csv' && isTable(text)) return readTable(text);
  const { dictionary, refused } = readDictionary(text, format, yaml);
  const adopted = adopt(dictionary, adoption);
  const all = [...refused, ...adopted.refused].toSorted((a, b) => Number(a.place) - Number(b.place));
  return { themes: adopted.themes, categories: null, speech: null, refused: all };
}

/**
 * A lexicon in the format of another program, one language of it, with what the format has no place for; or, as csv without a
 * language, all of it.
 */
export function exportLexicon(
  source: LexiconSource,
  format: DictionaryFormat,
  language: LexiconLanguage | null,
  yaml: Yaml,
): LexiconWriting {
  if (language === null) return { text: writeTable(source), refused: [], lost: [] };
  const { dictionary, refused } = handOver(source, language);
  const [only, ...others] = dictionary;
  const isOne = only !== undefined && others.length === 0;
  const flat =
    format === 'lc3'
      ? dictionary.flatMap(({ name, children }) =>
          children.map((child) => (isOne ? child : { ...child, name: `${name}/${child.name}` })),
        )
      : dictionary;
  const written = writeDictionary(flat, format, yaml);
  return {
    text: written.text,
    refused: [...refused, ...written.refused],
    lost: lossesOf(source, language, format),
  };
}

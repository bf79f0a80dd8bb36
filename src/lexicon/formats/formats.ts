import type {
  Dictionary,
  DictionaryFormat,
  DictionaryReading,
  DictionaryWriting,
  YamlNode,
} from '../../model/dictionary.ts';
import { readFlat, writeFlat } from './flat.ts';
import { readLexicoder, writeLexicoder } from './lexicoder.ts';
import { readLiwc, writeLiwc } from './liwc.ts';
import { readLiwcTable, writeLiwcTable } from './liwc-table.ts';
import { readQuanteda, writeQuanteda } from './quanteda.ts';
import { readWordstat, writeWordstat } from './wordstat.ts';
import { readYoshikoder, writeYoshikoder } from './yoshikoder.ts';

/** What reads and writes YAML: the package for it is none of ours to import here. */
export type Yaml = {
  readonly read: (text: string) => YamlNode;
  readonly write: (value: unknown) => string;
};

/** Reads a dictionary; what is written in XML is one of Yoshikoder, whatever its file is called. */
export function readDictionary(text: string, format: DictionaryFormat, yaml: Yaml): DictionaryReading {
  if (format !== 'csv' && /^\ufeff?\s*<(\?xml|dictionary\b)/.test(text)) return readYoshikoder(text);
  switch (format) {
    case 'dic':
      return readLiwc(text);
    case 'dicx':
      return readLiwcTable(text);
    case 'cat':
      return readWordstat(text);
    case 'ykd':
    case 'lcd':
      return readYoshikoder(text);
    case 'lc3':
      return readLexicoder(text);
    case 'yml':
      return readQuanteda(yaml.read(text));
    case 'csv':
      return readFlat(text);
  }
}

/** Writes a dictionary; reading it again gives the same, but for what is refused. */
export function writeDictionary(
  dictionary: Dictionary,
  format: DictionaryFormat,
  yaml: Yaml,
): DictionaryWriting {
  switch (format) {
    case 'dic':
      return writeLiwc(dictionary);
    case 'dicx':
      return writeLiwcTable(dictionary);
    case 'cat':
      return writeWordstat(dictionary);
    case 'ykd':
    case 'lcd':
      return writeYoshikoder(dictionary);
    case 'lc3':
      return writeLexicoder(dictionary);
    case 'yml': {
      const { value, refused } = writeQuanteda(dictionary);
      return { text: yaml.write(value), refused };
    }
    case 'csv':
      return writeFlat(dictionary);
  }
}

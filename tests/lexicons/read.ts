import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { CategoryMap, type LexiconSource, Theme } from '../../src/model/lexicon.ts';
import { Speech } from '../../src/model/speech.ts';

const folder = new URL('../../lexicons/', import.meta.url);

/** The lexicons that the project ships, checked against their schema. */
export function readLexicons(): LexiconSource {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return {
    themes: files
      .filter((file) => file !== 'categories.yaml' && file !== 'speech.yaml')
      .map((file) => ({ file, theme: Theme.parse(read(file)) })),
    categories: CategoryMap.parse(read('categories.yaml')),
    speech: readSpeech(),
  };
}

/** The cues of polarity and voice that the project ships. */
export function readSpeech(): Speech {
  return Speech.parse(read('speech.yaml'));
}

function read(file: string): unknown {
  return parse(readFileSync(new URL(file, folder), 'utf8'));
}

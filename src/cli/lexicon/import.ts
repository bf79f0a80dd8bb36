import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { importDictionary } from '../../app/dictionaries.ts';
import { counted } from '../../app/overview.ts';
import { readDictionaryText, writeLexicon } from '../../io/dictionary.ts';
import { writtenYaml, yamlNodes } from '../../io/yaml.ts';
import {
  type DictionaryFormat,
  describeRefusal,
  dictionaryFormats,
  formatNames,
} from '../../model/dictionary.ts';
import { InputError } from '../../model/input.ts';
import { layers } from '../../model/lexicon.ts';
import { lexiconLanguages } from '../../model/passage.ts';
import { overlaps } from '../../model/study.ts';
import { exitCodes, harmless, say, tell } from '../talk.ts';
import { oneOf } from './choices.ts';

type ImportFlags = {
  readonly language: string;
  readonly layer: string;
  readonly overlap: string;
  readonly format?: string;
  readonly encoding?: string;
  readonly output: string;
  readonly partial?: true;
  readonly json?: true;
};

/** `titrate lexicon import`: a dictionary of another program becomes themes. */
export function addImport(lexicon: Command): void {
  lexicon
    .command('import')
    .summary('make themes of a dictionary of another program')
    .description(
      `Reads a ${dictionaryFormats.map((format) => formatNames[format]).join(', ')} and writes a YAML file a theme. What cannot be represented (rules, weights, conditions, wording that two categories claim) is named by its line, and nothing is written unless --partial says to go on without it. No file is overwritten.`,
    )
    .argument('<file>', 'dictionary')
    .option('--language <language>', 'language of the entries: en, es, pt', 'es')
    .option('--layer <layer>', `what they are: ${layers.join(', ')}`, 'frame')
    .option(
      '--overlap <policy>',
      `what study.yaml says of terms that overlap: ${overlaps.join(', ')}; but with layer, two categories may have the same wording`,
      'layer',
    )
    .option('--format <format>', `${dictionaryFormats.join(', ')} (default: by the ending of the file)`)
    .option(
      '--encoding <encoding>',
      'encoding, such as windows-1252 or shift_jis (default: told by the file)',
    )
    .option('--output <folder>', 'where the themes go', 'lexicons')
    .option('--partial', 'write what can be represented, and leave the rest out')
    .option('--json', 'print what was made and refused as JSON')
    .action(async (path: string, flags: ImportFlags) => {
      const file = basename(path);
      const format = formatOf(path, flags.format);
      const adoption = {
        file,
        name: basename(path, extname(path)),
        language: oneOf('--language', flags.language, lexiconLanguages),
        layer: oneOf('--layer', flags.layer, layers),
        overlap: oneOf('--overlap', flags.overlap, overlaps),
      };
      const { text, guessed } = await readDictionaryText(path, flags.encoding);
      const yaml = { read: (written: string) => yamlNodes(written, file), write: writtenYaml };
      const read = importDictionary(text, format, adoption, yaml);
      const { themes, refused } = read;
      const lines = refused.map((refusal) => harmless(describeRefusal(file, refusal)));
      if (refused.length > 0 && !flags.partial) {
        throw new InputError([
          ...lines,
          `nothing was written: correct the file, or leave ${refused.length === 1 ? 'this' : 'these'} out with --partial`,
        ]);
      }
      if (themes.length === 0)
        throw new InputError([...lines, `${file}  expected entries, got none: check the file and --format`]);
      const written = await writeLexicon(flags.output, read);
      if (flags.json) say(JSON.stringify({ encoding: guessed, written, refused }, null, 2));
      else {
        for (const line of lines) tell(`  left out  ${line}`);
        if (guessed !== null)
          tell(`  read as ${guessed}, which was guessed: check the accents, or give --encoding`);
        for (const [index, { theme, categories }] of themes.entries()) {
          const entries = Object.values(categories).flatMap(({ terms }) =>
            Object.values(terms).flat(),
          ).length;
          say(
            `  made  ${written[index]}  ${counted(entries, 'term')} in ${counted(Object.keys(categories).length, 'category', 'categories')}, theme ${theme}`,
          );
        }
        for (const path of written.slice(themes.length)) say(`  made  ${path}`);
        say(
          `  next  ${adoption.overlap === 'layer' ? '' : `set \`overlap: ${adoption.overlap}\` under \`settings\` in study.yaml, `}name them in categories.yaml, say why each term is one, and add sentences that must match and must not`,
        );
      }
      process.exitCode = refused.length > 0 ? exitCodes.incomplete : exitCodes.done;
    });
}

/** The format by its name or by the ending of the file. */
export function formatOf(path: string, named: string | undefined): DictionaryFormat {
  if (named !== undefined) return oneOf('--format', named, dictionaryFormats);
  const ending = extname(path).slice(1).toLowerCase();
  const format = dictionaryFormats.find((one) => one === (ending === 'yaml' ? 'yml' : ending));
  if (format !== undefined) return format;
  throw new InputError([
    `${path}  expected one of ${dictionaryFormats.map((one) => `.${one}`).join(', ')}, got "${extname(path)}": give the format with --format`,
  ]);
}

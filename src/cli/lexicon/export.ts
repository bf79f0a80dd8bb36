import type { Command } from 'commander';
import { exportLexicon } from '../../app/dictionaries.ts';
import { writeNew } from '../../io/dictionary.ts';
import { openLexicon } from '../../io/study.ts';
import { writtenYaml, yamlNodes } from '../../io/yaml.ts';
import { describeLoss, describeRefusal, dictionaryFormats } from '../../model/dictionary.ts';
import { InputError } from '../../model/input.ts';
import { lexiconLanguages } from '../../model/passage.ts';
import { exitCodes, harmless, say, tell } from '../talk.ts';
import { oneOf } from './choices.ts';

type ExportFlags = {
  readonly format: string;
  readonly language?: string;
  readonly output?: string;
  readonly partial?: true;
};

/** `titrate lexicon export`: themes as a dictionary of another program. */
export function addExport(lexicon: Command): void {
  lexicon
    .command('export')
    .summary('write the lexicon as a dictionary of another program')
    .description(
      'Writes the terms of one language, every wording of a pattern as an entry; what the format cannot hold (rules, masks, cues, stems, regular expressions, exact case or accents) is named, and nothing is written unless --partial says to go on without it. What changes no match there and has no place in the format (reasons, sentences, definitions, actors, terms of other languages, categories of the claim, cues of speech) is named by its kind and lines. As csv without --language the whole lexicon is written, with categories.yaml and speech.yaml, and import reads it back.',
    )
    .argument('[study]', 'study, or folder of lexicons', '.')
    .requiredOption('--format <format>', dictionaryFormats.join(', '))
    .option('--language <language>', 'en, es or pt')
    .option('--output <file>', 'file to make (default: standard output)')
    .option('--partial', 'leave out what the format cannot hold')
    .action(async (path: string, flags: ExportFlags) => {
      const format = oneOf('--format', flags.format, dictionaryFormats);
      const language =
        flags.language === undefined ? null : oneOf('--language', flags.language, lexiconLanguages);
      if (language === null && format !== 'csv') {
        throw new InputError([
          `--language: expected one of ${lexiconLanguages.join(', ')}, got none: this format knows no languages`,
        ]);
      }
      const yaml = { read: (text: string) => yamlNodes(text, path), write: writtenYaml };
      const { text, refused, lost } = exportLexicon(await openLexicon(path), format, language, yaml);
      const lines = refused.map((refusal) => harmless(describeRefusal('lexicons', refusal)));
      if (refused.length > 0 && !flags.partial) {
        throw new InputError([
          ...lines,
          'nothing was written: export as csv, or leave these out with --partial',
        ]);
      }
      for (const line of lines) tell(`  left out  ${line}`);
      for (const loss of lost) tell(`  not in it  ${harmless(describeLoss(loss))}`);
      if (lost.length > 0) tell('  as csv without --language all of it goes out');
      if (flags.output === undefined) process.stdout.write(text);
      else {
        await writeNew(flags.output, text);
        say(`  made  ${flags.output}`);
      }
      process.exitCode = refused.length > 0 ? exitCodes.incomplete : exitCodes.done;
    });
}

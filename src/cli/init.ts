import type { Command } from 'commander';
import { createStudy } from '../io/init.ts';
import { exitCodes, say } from './talk.ts';

/** `titrate init`: a study to fill. */
export function addInit(program: Command): void {
  program
    .command('init')
    .summary('make an empty study')
    .description(
      'Makes a folder with study.yaml, an empty manifest and a place for documents. Lexicons and claims are the ones shipped with the program until the study has its own.',
    )
    .argument('<folder>', 'where the study will be')
    .option('--lexicons', 'copy the default lexicons into the study, to change them')
    .option('--claims', 'copy the default claims into the study, to change them')
    .option('--template', 'write an empty claim with everything explained, to test another claim')
    .option('--sources', 'copy the list of documents of the field, which titrate fetch downloads')
    .action(
      async (folder: string, flags: { lexicons?: true; claims?: true; template?: true; sources?: true }) => {
        const made = await createStudy(folder, {
          lexicons: flags.lexicons === true,
          claims: flags.claims === true,
          template: flags.template === true,
          sources: flags.sources === true,
        });
        for (const path of made) say(`  made     ${path}`);
        say(`  next     put documents into ${folder}/corpus/documents, then: titrate run ${folder}`);
        if (flags.sources) say(`           or see what can be had: titrate fetch ${folder}`);
        process.exitCode = exitCodes.done;
      },
    );
}

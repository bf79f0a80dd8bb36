import { join } from 'node:path';
import type { Command } from 'commander';
import { openStudy } from '../io/study.ts';
import { Freeze } from '../model/freeze.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { exitCodes, say, tell } from './talk.ts';

/** `titrate freeze`: what is fixed before passages are coded. */
export function addFreeze(program: Command): void {
  studyOptions(
    program
      .command('freeze')
      .summary('fix claims, lexicons, settings and samples before codings are opened')
      .description(
        'Adds the hashes of claims, lexicons, settings, what is compared, and samples to codings/freezes.jsonl, which is only ever added to. From then on a run in which one of them differs is exploratory, and its report says which. Freeze after drawing a sample and before coding it.',
      )
      .argument('[study]', 'folder or manifest', '.'),
  )
    .option('--json', 'print the freeze as JSON')
    .action(async (path: string, flags: StudyFlags & { json?: true }) => {
      const [{ freezeParts }, { openCodings }, { addLines }] = await Promise.all([
        import('../app/freeze.ts'),
        import('../compose/codings.ts'),
        import('../io/lines.ts'),
      ]);
      const place = await openStudy(path, optionsOf(flags));
      const { study } = await openCodings(place);
      const { samples } = study.codings;
      const codings = study.codingLines;
      const parts = freezeParts(study, samples);
      const freeze: Freeze = { at: new Date().toISOString(), act: 'freeze', parts, codings };
      let number = 0;
      await addLines(join(place.codings, 'freezes.jsonl'), Freeze, (held) => {
        number = held.length + 1;
        return [freeze];
      });
      if (flags.json) say(JSON.stringify(freeze, null, 2));
      else {
        say(`  freeze ${number}  ${freeze.at}`);
        for (const [part, hash] of Object.entries(parts)) say(`    ${hash.slice(0, 12)}  ${part}`);
      }
      if (samples.length === 0)
        tell('  no sample has been drawn yet: one drawn later counts as frozen with this');
      if (codings > 0) {
        tell(
          `  ${codings} codings are in already, and the report will say so: this counts for samples alone that nobody has coded yet`,
        );
      }
      process.exitCode = exitCodes.done;
    });
}

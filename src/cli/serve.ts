import type { Command } from 'commander';
import type { CodingRoom } from '../compose/coding-room.ts';
import { builtPages } from '../io/pages.ts';
import { InputError } from '../model/input.ts';
import { onInterrupt } from './interrupts.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { exitCodes, say, tell, tellError } from './talk.ts';

type ServeFlags = StudyFlags & {
  readonly host: string;
  readonly port: string;
  readonly name?: readonly string[];
  readonly coder?: string;
};

/** `titrate serve`: the explorer, for reading, checking and coding in a browser. */
export function addServe(program: Command): void {
  studyOptions(
    program
      .command('serve')
      .summary('open the explorer: read, check and code in a browser')
      .description(
        'Serves the explorer of a study on this machine until it is stopped: every number leads to its passages and every passage to its page, and a drawn sample can be coded there. Opens no browser; it prints the address. On another address than loopback whoever asks needs the token that is printed with it. With --coder it serves one coder alone: what they are to code, and nothing that Coding hides.',
      )
      .argument('[study]', 'folder or manifest', '.'),
  )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on, 0 for any that is free', '4617')
    .option('--name <host...>', 'further names that the explorer is asked for by, such as that of a proxy')
    .option('--coder <name>', 'serve only what this coder is to code')
    .action(async (path: string, flags: ServeFlags) => {
      const port = Number(flags.port);
      if (!Number.isInteger(port) || port < 0 || port > 65535) {
        throw new InputError([`--port: expected a whole number from 0 to 65535, got "${flags.port}"`]);
      }
      const [{ openDesk }, { readPages }, { startExplorer }] = await Promise.all([
        import('../explorer/desk.ts'),
        import('../explorer/pages.ts'),
        import('../explorer/serve.ts'),
      ]);
      const desk = await openDesk(path, optionsOf(flags));
      const coder = flags.coder ?? null;
      try {
        if (coder !== null) await refuseStranger(coder, path, desk.coding);
      } catch (error) {
        desk.close();
        throw error;
      }
      const pages = await readPages(await builtPages((text) => tell(`  ${text}`)));
      const listening = { host: flags.host, port, names: flags.name ?? [], coder };
      const serving = await startExplorer(desk, pages, listening, (error) => tellError(error));
      say(`  explorer   ${serving.address}`);
      tell('  Ctrl-C ends it');
      await new Promise<void>((resolve) => onInterrupt(resolve));
      await serving.close();
      desk.close();
      process.exitCode = exitCodes.done;
    });
}

/** Throws an InputError for a coder that no sample was dealt to. */
async function refuseStranger(coder: string, path: string, coding: () => Promise<CodingRoom>): Promise<void> {
  const { study } = await coding();
  const known = [...new Set(study.codings.samples.flatMap(({ design }) => design.coders))];
  if (known.includes(coder)) return;
  const names = known.length === 0 ? `none: \`titrate sample ${path}\` draws one` : known.join(', ');
  throw new InputError([
    `--coder: expected one of those that a sample of ${path} was dealt to (${names}), got "${coder}"`,
  ]);
}

import { Command, CommanderError } from 'commander';
import { programVersion } from '../io/engine.ts';
import { addAdd } from './add.ts';
import { addAgreement } from './agreement.ts';
import { addAttach } from './attach.ts';
import { addCalibrate } from './calibrate.ts';
import { addCheck } from './check.ts';
import { addCodings } from './codings.ts';
import { addExplain } from './explain.ts';
import { addFetch } from './fetch.ts';
import { addFreeze } from './freeze.ts';
import { addInit } from './init.ts';
import { addLexicon } from './lexicon/lexicon.ts';
import { addQueue } from './queue.ts';
import { addReport } from './report.ts';
import { addRun } from './run.ts';
import { addSample } from './sample.ts';
import { addSearch } from './search.ts';
import { addServe } from './serve.ts';
import { addStatus } from './status.ts';
import { exitCodes, tellError } from './talk.ts';
import { addWatch } from './watch.ts';
import { addWorker } from './worker.ts';

/** The command line with all its commands. */
export function createProgram(): Command {
  const program = new Command('titrate')
    .description('Measures how far a political idea is diluted on its way from a movement into policy.')
    .version(programVersion())
    .exitOverride()
    .showHelpAfterError();
  for (const add of [
    addInit,
    addFetch,
    addCheck,
    addRun,
    addAdd,
    addWatch,
    addReport,
    addServe,
    addSearch,
    addExplain,
    addCalibrate,
    addLexicon,
    addSample,
    addFreeze,
    addCodings,
    addAgreement,
    addStatus,
    addWorker,
    addAttach,
    addQueue,
  ])
    add(program);
  for (const command of program.commands) command.exitOverride();
  return program;
}

/** Runs one command line and gives its exit code; tells errors instead of throwing them. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? exitCodes.done);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.input;
    return tellError(error);
  }
}

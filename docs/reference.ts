import { createProgram } from '../src/cli/program.ts';
import { exitCodes } from '../src/cli/talk.ts';
import { problemCodes } from '../src/model/problem-codes.ts';

const exitMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'done; documents with problems are in the report',
  fault: 'a fault of the program or of the machine',
  input: 'the command line or the study is not as it has to be; nothing was done',
  incomplete: 'with `--strict`: the run is complete, but some documents are not in its numbers',
  interrupted: 'stopped by the user; the next run goes on from there',
};

/** `docs/cli.md` as the program describes itself. */
export function cliReference(): string {
  const program = createProgram();
  const wide = { helpWidth: 92 };
  const sections = program.commands.flatMap(function section(command): readonly string[] {
    command.configureHelp(wide);
    const depth = command.parent === program ? '##' : '###';
    const name = command.parent === program ? command.name() : `${command.parent?.name()} ${command.name()}`;
    const help = `${depth} titrate ${name}\n\n\`\`\`\n${command.helpInformation().trim()}\n\`\`\`\n`;
    return [help, ...command.commands.flatMap(section)];
  });
  const codes = Object.entries(exitCodes).map(
    ([name, code]) => `| ${code} | ${exitMeanings[name as keyof typeof exitCodes]} |`,
  );
  return [
    '# Command line',
    '',
    'Made from the program by `npm run docs`; a test compares the two.',
    '',
    'Results go to standard output, talk and progress to standard error.',
    '',
    ...sections,
    '## Exit codes',
    '',
    '| code | meaning |',
    '|---|---|',
    ...codes,
    '',
  ].join('\n');
}

/** `docs/problems.md`: every code with what it does to its document and how it reads. */
export function problemReference(): string {
  return [
    '# Problems',
    '',
    'Made from the program by `npm run docs`; a test compares the two.',
    '',
    'Whatever goes wrong with a document has a code, stands in the ingest table of the report, and changes the',
    'status of its document: `ok` (all of it is in the numbers), `partial` (some of it) or `failed` (nothing).',
    '',
    '| code | the document is | how it reads |',
    '|---|---|---|',
    ...problemCodes.map(({ code, status, example }) => `| \`${code}\` | ${status} | ${example} |`),
    '',
  ].join('\n');
}

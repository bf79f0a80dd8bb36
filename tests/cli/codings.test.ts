import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { titrate } from '../support/cli.ts';
import { once } from '../support/once.ts';
import { copyOf, ranStudy } from '../support/ran.ts';
import { put, tables, temporaryFolder, tinyStudy } from '../support/tiny.ts';

type Row = Record<string, string>;

const sheetOf = (study: string, name: string) => join(study, 'codings', 'sample-1', 'sheets', name);
const rowsOf = (path: string): Row[] => parse(readFileSync(path), { columns: true, bom: true });
const linesOf = (study: string) =>
  readFileSync(join(study, 'codings', 'codings.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Imports a sheet that is as it should be. */
async function take(study: string, sheet: string): Promise<void> {
  expect(await titrate(['codings', 'import', sheet, '--study', study])).toMatchObject({
    code: 0,
    stderr: '',
  });
}

/** A study that has been run, with a sample for two coders. */
async function sampled(documents = 12): Promise<string> {
  const base = await once(`sampled-${documents}`, async (folder) => {
    cpSync(await ranStudy(documents), folder, { recursive: true });
    expect(await titrate(['sample', folder, '--coders', 'ana,ben'])).toMatchObject({ code: 0 });
  });
  return copyOf(base);
}

/** Codes a sheet by its words and saves it under a name of its own, as a spreadsheet would. */
function fill(
  study: string,
  coder: string,
  change: (row: Row, at: number) => void = () => {},
  delimiter = ';',
): string {
  const rows = rowsOf(sheetOf(study, `${coder}.csv`));
  for (const [at, row] of rows.entries()) {
    const text = row['text'] ?? '';
    row['SSE'] = /cooperativas|economía/.test(text) ? '1' : '0';
    row['NEP'] = /alternativa/.test(text) ? '1' : '0';
    row['ADD'] = '0';
    row['PE'] = /pobreza/.test(text) ? '1' : '0';
    change(row, at);
  }
  const path = join(temporaryFolder(), `${coder}.csv`);
  writeFileSync(path, `\ufeff${stringify(rows, { header: true, delimiter, record_delimiter: 'windows' })}`);
  return path;
}

describe('coding by people, from draw to agreement', () => {
  it('writes blind sheets, and what ids stand for apart from them', async () => {
    const study = await sampled();
    const folder = join(study, 'codings', 'sample-1');
    expect(readdirSync(folder).toSorted()).toEqual(['design.json', 'key.csv', 'sheets']);
    expect(readdirSync(join(folder, 'sheets')).toSorted()).toEqual(
      ['ana', 'ben']
        .flatMap((coder) => [`${coder}-instructions.md`, `${coder}.csv`, `${coder}.xlsx`])
        .toSorted(),
    );
    const key = rowsOf(join(folder, 'key.csv'));
    expect(key.length).toBeGreaterThan(50);
    for (const { probability } of key) expect(Number(probability)).toBeGreaterThan(0);
    const given = new Set(
      ['ana', 'ben'].flatMap((coder) => rowsOf(sheetOf(study, `${coder}.csv`)).map(({ item }) => item)),
    );
    expect(given).toEqual(new Set(key.map(({ item }) => item)));
    expect(readFileSync(sheetOf(study, 'ana.csv'), 'utf8')).not.toMatch(
      /red-|consejo-|civil_society|documents/,
    );
    const words = readFileSync(sheetOf(study, 'ana-instructions.md'), 'utf8');
    expect(words).toContain('## NEP: New paradigm');
    expect(words).toContain('Exclude:');
  });

  it('takes a sheet half done, then whole, then again, and keeps whose it is', async () => {
    const study = await sampled();
    const half = fill(study, 'ana', (row, at) => {
      if (at % 2 === 0) for (const code of ['SSE', 'NEP', 'ADD', 'PE']) row[code] = '';
    });
    const first = await titrate(['codings', 'import', half, '--study', study]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toMatch(/\d+ rows taken \(human\), \d+ not coded yet/);
    const before = readFileSync(join(study, 'codings', 'codings.jsonl'), 'utf8');
    const whole = fill(study, 'ana');
    expect((await titrate(['codings', 'import', whole, '--study', study])).stdout).toMatch(
      /\d+ known already/,
    );
    const after = readFileSync(join(study, 'codings', 'codings.jsonl'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect((await titrate(['codings', 'import', whole, '--study', study])).stdout).toMatch(
      /^ {2}0 rows taken/,
    );
    expect(readFileSync(join(study, 'codings', 'codings.jsonl'), 'utf8')).toBe(after);
    for (const line of linesOf(study))
      expect(line).toMatchObject({ origin: 'human', role: 'coder', coder: 'ana' });
  });

  it('refuses row by row and takes nothing, or the rest where asked', async () => {
    const study = await sampled();
    await take(study, fill(study, 'ana'));
    const wrong = fill(study, 'ben', (row, at) => {
      if (at === 0) row['text'] = `${row['text']} edited`;
      if (at === 1) row['NEP'] = 'maybe';
      if (at === 2) row['item'] = 'QQQQQQ';
    });
    const lines = linesOf(study).length;
    const refused = await titrate(['codings', 'import', wrong, '--study', study]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/ben\.csv:2 {2}text: expected the text of item/);
    expect(refused.stderr).toMatch(/ben\.csv:3 {2}NEP: expected 1, 0, \? or nothing, got "maybe"/);
    expect(refused.stderr).toMatch(/ben\.csv:4 {2}item: expected an id of this sample, got "QQQQQQ"/);
    expect(refused.stderr).toContain('nothing was taken: correct 3 rows, or take the others with --rest');
    expect(linesOf(study)).toHaveLength(lines);
    const rest = await titrate(['codings', 'import', wrong, '--study', study, '--rest']);
    expect(rest).toMatchObject({ code: 0 });
    expect(rest.stdout).toContain('3 refused');
    expect(linesOf(study).length).toBeGreaterThan(lines);
  });

  it('takes a workbook, in which codes are numbers', async () => {
    const study = await sampled();
    await take(study, fill(study, 'ben'));
    const path = sheetOf(study, 'ben.xlsx');
    const { sheets } = await readXlsx(readFileSync(path));
    const [header = [], ...rows] = sheets[0]?.rows ?? [];
    const filled = rows.map((row) =>
      row.map((cell, at) => {
        const text = String(row[header.indexOf('text')]);
        switch (header[at]) {
          case 'SSE':
            return /cooperativas|economía/.test(text) ? 1 : 0;
          case 'NEP':
            // Differs from ana on all that both code.
            return /cooperativas|economía/.test(text) && !/alternativa/.test(text) ? 1 : 0;
          case 'ADD':
            return 0;
          case 'PE':
            return /pobreza/.test(text) ? 1 : 0;
          default:
            return cell;
        }
      }),
    );
    const saved = join(temporaryFolder(), 'ben.xlsx');
    writeFileSync(saved, await writeXlsx({ sheets: [{ name: 'Coding', rows: [header, ...filled] }] }));
    const changed = await titrate(['codings', 'import', saved, '--study', study]);
    expect(changed.code).toBe(2);
    expect(changed.stderr).toMatch(
      /NEP: expected "\d" for item .* as coded before, got "\d": correct it, or import with --revise/,
    );
    const revised = await titrate(['codings', 'import', saved, '--study', study, '--revise']);
    expect(revised).toMatchObject({ code: 0, stderr: '' });
  });

  it('lets nobody pass for somebody else', async () => {
    const study = await sampled();
    const sheet = fill(study, 'ana');
    await take(study, sheet);
    const machine = await titrate(['codings', 'import', sheet, '--study', study, '--origin', 'machine']);
    expect(machine.code).toBe(2);
    expect(machine.stderr).toContain('expected ana to be human as in earlier codings, got machine');
    expect(machine.stderr).toMatch(/and \d+ rows more/);
    const simulated = await titrate(['codings', 'import', sheet, '--study', study, '--origin', 'simulated']);
    expect(simulated.code).toBe(2);
    expect(simulated.stderr).toContain('only a study that says in study.yaml that it is synthetic');
  });

  it('gives disagreements to an adjudicator, and tells agreement and quality', {
    timeout: 240_000,
  }, async () => {
    const study = await sampled();
    await take(study, fill(study, 'ana'));
    const opposed = fill(study, 'ben', (row) => {
      row['NEP'] = row['SSE'] === '1' && row['NEP'] === '0' ? '1' : '0';
    });
    await take(study, opposed);
    const before = await titrate(['agreement', study]);
    expect(before.stdout).toMatch(/coders differ on \d+ of its items/);
    const made = await titrate(['codings', 'adjudicate', '--by', 'carla', '--study', study]);
    expect(made.stdout).toMatch(/sample-1 {2}\d+ passages to decide/);
    const path = sheetOf(study, 'carla-adjudicates.csv');
    const rows = rowsOf(path);
    for (const row of rows) {
      expect(row['said']).toMatch(/ana: .*\nben: /);
      row['SSE'] = '1';
      row['NEP'] = /alternativa/.test(row['text'] ?? '') ? '1' : '0';
      row['ADD'] = '0';
      row['PE'] = /pobreza/.test(row['text'] ?? '') ? '1' : '0';
    }
    const decided = join(temporaryFolder(), 'carla.csv');
    writeFileSync(decided, stringify(rows, { header: true }));
    expect(await titrate(['codings', 'import', decided, '--study', study])).toMatchObject({ code: 0 });
    expect((await titrate(['codings', 'adjudicate', '--by', 'carla', '--study', study])).stdout).toContain(
      'nothing to decide',
    );

    const folder = join(temporaryFolder(), 'tables');
    const told = await titrate(['agreement', study, '--json', '--tables', folder]);
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(folder).toSorted()).toEqual([
      'agreement.csv',
      'fields.csv',
      'frames.csv',
      'terms.csv',
    ]);
    const { agreements, frames, coded, drawn } = JSON.parse(told.stdout);
    expect(coded).toBe(drawn);
    const of = (code: string) => agreements.find((one: { code: string }) => one.code === code);
    expect(of('PE').alpha.value).toBe(1);
    // Ben says the contrary of ana on every passage about the object.
    expect(of('NEP').alpha.value).toBeLessThan(0);
    const frame = frames.find((one: Row) => one['code'] === 'NEP' && one['by'] === 'all');
    expect(frame).toMatchObject({ precision: 1, missed: 0 });

    const { stdout } = await titrate(['report', study, '--methods']);
    const text = readFileSync(/methods {2}(.+)/.exec(stdout)?.[1] ?? '', 'utf8');
    expect(text).toMatch(/\| ana +\| coder +\| a person +\| \d+ +\| yes +\|/);
    expect(text).toMatch(/`sample-1` [\d,]+ of [\d,]+ passages in \d+ strata/);
    expect(text).toContain("Agreement by Krippendorff's alpha");
    expect(text).toMatch(/\| New paradigm +\| all +\| \d+ +\| \d+ +\| 1\.00/);
  });

  it('corrects findings by what was coded, with both estimates', { timeout: 240_000 }, async () => {
    const study = await sampled(64);
    const h1 = async () => {
      expect(await titrate(['run', study, '--quiet'])).toMatchObject({ code: 0 });
      const latest = readdirSync(join(study, 'reports')).toSorted().at(-1) ?? '';
      const { findings } = JSON.parse(readFileSync(join(study, 'reports', latest, 'findings.json'), 'utf8'));
      return findings.find((one: Row) => one['hypothesis'] === 'H1' && one['role'] === 'primary');
    };
    for (const coder of ['ana', 'ben']) {
      // The lexicon misses an add-on in some passages that name no frame.
      const sheet = fill(study, coder, (row) => {
        row['ADD'] = (row['item'] ?? '').charCodeAt((row['item'] ?? '').length - 1) % 2 === 0 ? '1' : '0';
      });
      await take(study, sheet);
    }
    const { corrected, estimate, uncorrected, gates } = await h1();
    expect(gates.map(({ passed }: { passed: boolean }) => passed)).toEqual([true, true, true, true, true]);
    expect(corrected).toBe(true);
    expect(estimate.value).toBeLessThan(uncorrected.value);
    // Three weights of documents with each part of the diluted pole and the whole.
    const rows: Row[] = parse(tables(study)['specifications.csv'] ?? '', { columns: true });
    const corrections = rows.filter((row) => row['corrected'] === 'true');
    expect(corrections).toHaveLength(9);
    const primary = corrections.find((row) => row['primary'] === 'true');
    expect(Number(primary?.['estimate'])).toBeCloseTo(estimate.value, 6);
    expect(estimate.standardError).toBeGreaterThan(0);
  });

  it('fixes what is there, and says in the report what differs', async () => {
    const study = await sampled();
    await take(study, fill(study, 'ana'));
    const report = async () => {
      const { stdout } = await titrate(['report', study]);
      const folder = /report {3}(.+)report\.html/.exec(stdout)?.[1] ?? '';
      return [
        readFileSync(join(folder, 'report.md'), 'utf8'),
        readFileSync(join(folder, 'report.html'), 'utf8'),
        readFileSync(join(folder, 'run.json'), 'utf8'),
      ] as const;
    };
    for (const text of (await report()).slice(0, 2)) expect(text).toContain('not frozen');
    const frozen = await titrate(['freeze', study]);
    expect(frozen.stdout).toMatch(/freeze 1 .*\n.* {2}claim dilution\n.* {2}lexicon\n/);
    expect(frozen.stderr).toMatch(/\d+ codings are in already/);
    for (const text of (await report()).slice(0, 2))
      expect(text).toMatch(/irst frozen by freeze 1 of [\d-]+, made after \d+ of the codings/);
    writeFileSync(
      join(study, 'study.yaml'),
      'title: Tiny study of invented texts\nsettings: { smallest_effect: 2 }\n',
    );
    const [, , run] = await report();
    expect(JSON.parse(run).freezing).toMatchObject({ state: 'exploratory', changed: ['settings (changed)'] });
  }, 180_000);

  it('lets no freeze make up for what was changed after codings had been opened', async () => {
    const study = await sampled();
    const path = join(study, 'codings', 'freezes.jsonl');
    const report = async () => {
      const { stdout } = await titrate(['report', study]);
      const folder = /report {3}(.+)report\.html/.exec(stdout)?.[1] ?? '';
      return ['report.md', 'report.html', 'run.json'].map((name) => readFileSync(join(folder, name), 'utf8'));
    };
    await titrate(['freeze', study]);
    await take(study, fill(study, 'ana'));
    writeFileSync(
      join(study, 'study.yaml'),
      'title: Tiny study of invented texts\nsettings: { smallest_effect: 2 }\n',
    );
    const changed =
      /<?\*{0,2}(?:strong>)?Exploratory\.(?:<\/strong>|\*\*) Not as in freeze 1 of [\d-]+, made before any coding: settings \(changed\)/;
    const first = readFileSync(path, 'utf8');
    const again = await titrate(['freeze', study]);
    expect(again.stdout).toContain('freeze 2');
    expect(again.stderr).toMatch(/this counts for samples alone that nobody has coded yet/);
    expect(readFileSync(path, 'utf8').startsWith(first)).toBe(true);
    const [markdown = '', html = '', run = ''] = await report();
    for (const text of [markdown, html]) {
      expect(text).toMatch(changed);
      expect(text).toMatch(/freeze 2 of [\d-]+ came after codings had been opened \(\d+ by then\)/);
    }
    expect(JSON.parse(run).freezing).toMatchObject({ state: 'exploratory', number: 1, later: { number: 2 } });
  }, 180_000);

  it('does not run with a log that was tampered with', async () => {
    const study = await sampled();
    const path = join(study, 'codings', 'freezes.jsonl');
    await titrate(['freeze', study]);
    appendFileSync(path, '{"act":"freeze"');
    const refused = await titrate(['report', study]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/freezes\.jsonl:2 {2}expected a whole line/);
  });
});

describe('commands of coding', () => {
  it('ask for what they need first, and change nothing', async () => {
    const study = tinyStudy(4);
    const before = readdirSync(study).toSorted();
    const refusals = [
      [['sample', study, '--coders', 'ana'], 'expected a study that has been run'],
      [['sample', study], "required option '--coders <names>'"],
      [
        ['sample', study, '--coders', 'Ana María,ben'],
        '--coders: expected different names of lower-case letters',
      ],
      [['sample', study, '--coders', 'ana,ana'], '--coders: expected different names'],
      [['sample', study, '--coders', '../x'], '--coders: expected different names'],
      [['sample', study, '--coders', 'ana', '--name', '../x'], '--name: expected lower-case letters'],
      [
        ['sample', study, '--coders', 'ana', '--size', '0'],
        '--size: expected a whole number from 1, got "0"',
      ],
      [['sample', study, '--coders', 'ana', '--size', '10', '--per-side', '5'], 'cannot be used with option'],
      [['codings', 'import', '--study', study], 'codings import: expected sheets, got none'],
      [['codings', 'import', 'x.csv', '--study', study], 'expected a sample to take codings of, got none'],
      [['codings', 'export', '--study', study], 'expected import or adjudicate, got "export"'],
      [['codings', 'adjudicate', '--study', study], '--by: expected the name of whoever decides'],
      [['agreement', study], 'expected codings, got none'],
      [
        ['codings', 'import', 'x', '--origin', 'guess', '--study', study],
        'Allowed choices are human, machine, simulated',
      ],
    ] as const;
    for (const [args, message] of refusals) {
      const { code, stderr } = await titrate(args);
      expect(stderr, args.join(' ')).toContain(message);
      expect(code).toBe(2);
    }
    expect(readdirSync(study).toSorted()).toEqual(before);
  }, 240_000);

  it('draw under a name, of a size, with other codes, and add to a sample', async () => {
    const study = await ranStudy(8);
    const args = [
      'sample',
      study,
      '--coders',
      'ana,ben,eva',
      '--size',
      '20',
      '--name',
      'pilot',
      '--codes',
      'NEP,VOICE',
      '--seed',
      '5',
    ];
    const { stdout } = await titrate([...args, '--json']);
    const { design, sheets } = JSON.parse(stdout);
    expect(design).toMatchObject({ sample: 'pilot', seed: 5, coders: ['ana', 'ben', 'eva'] });
    expect(design.columns.map(({ code }: { code: string }) => code)).toEqual(['SSE', 'NEP', 'VOICE']);
    expect(sheets.map((path: string) => basename(path))).toContain('eva.xlsx');
    expect(rowsOf(join(study, 'codings', 'pilot', 'key.csv'))).toHaveLength(20);
    expect((await titrate(args)).stderr).toContain('expected no sample of that name, got one');
    const more = await titrate(['sample', study, '--coders', 'ana', '--extend', 'pilot', '--size', '30']);
    expect(more.stderr).toContain('with one coder nothing is coded twice');
    expect(rowsOf(join(study, 'codings', 'sample-1', 'key.csv'))).toHaveLength(10);
  });

  it('say what lies about in a folder of sheets', async () => {
    const study = await ranStudy(4);
    await titrate(['sample', study, '--coders', 'ana']);
    const folder = temporaryFolder();
    put(folder, {
      'photo.xlsx': new Uint8Array([1, 2, 3]),
      'list.csv': 'a,b\n1,2\n',
      'open.csv': 'item,text\n"x',
    });
    const read = (name: string) => titrate(['codings', 'import', join(folder, name), '--study', study]);
    expect((await read('photo.xlsx')).stderr).toContain('expected a workbook (XLSX), got a damaged one');
    expect((await read('list.csv')).stderr).toContain('list.csv:2  expected a column `item`, got none');
    expect((await read('open.csv')).stderr).toContain('expected a CSV table, got a damaged one');
    expect((await read('none.csv')).stderr).toContain('expected a file, got ENOENT');
    expect(existsSync(join(study, 'codings', 'codings.jsonl'))).toBe(false);
  });
});

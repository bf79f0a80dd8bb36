import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerOf, BodyOf } from '../../src/model/api/api.ts';
import { titrate } from './cli.ts';

/** Runs the program and throws where it does not end well. */
export async function must(args: readonly string[]): Promise<void> {
  const ended = await titrate(args);
  if (ended.code !== 0) throw new Error(`expected \`titrate ${args[0]}\` to end well, got ${ended.stderr}`);
}

/** Gives the sample, as it is once it has been run, a sample to code and a run without some of its documents; run whole again, it has runs to compare. */
export async function makeShown(study: string): Promise<void> {
  await must(['sample', study, '--coders', 'ana,ben', '--name', 'pilot', '--size', '24']);
  const corpus = join(study, 'corpus');
  const whole = readFileSync(join(corpus, 'manifest.csv'), 'utf8');
  const away = join(corpus, 'documents', 'regional_body', 'pacto-arco-oriental');
  const kept = whole.split('\n').filter((line) => !line.includes('/pacto-arco-oriental/'));
  writeFileSync(join(corpus, 'manifest.csv'), kept.join('\n'));
  renameSync(away, `${study}.away`);
  await must(['run', study, '--quiet']);
  renameSync(`${study}.away`, away);
  writeFileSync(join(corpus, 'manifest.csv'), whole);
}

/** Two coders code most of a sample, and differ on some. */
export async function codeShown(address: string): Promise<void> {
  for (const [place, coder] of ['ana', 'ben'].entries()) {
    const at = new URL('/api/samples/pilot/items', address);
    const { items } = (await (
      await fetch(`${at}?coder=${coder}`)
    ).json()) as AnswerOf<'GET /api/samples/:sample/items'>;
    for (const [number, { item }] of items
      .toSorted((a, b) => a.item.localeCompare(b.item))
      .slice(0, Math.floor(items.length * 0.8))
      .entries()) {
      const isOdd = place === 1 && number % 5 === 0;
      const codes = { SSE: '1', NEP: number % 3 === 0 ? '1' : '0', PE: isOdd ? '?' : '0', ADD: '0' };
      const answer = await fetch(`${at}/${item}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ coder, role: 'coder', codes }),
      });
      if (!answer.ok) throw new Error(`expected a coding to be taken, got ${await answer.text()}`);
    }
  }
}

/** Two people hold tags to be wrong. */
export async function contestShown(address: string): Promise<void> {
  const at = new URL('/api/evidence?by=voice&key=civil_society&code=NEP', address);
  const { passages } = (await (await fetch(at)).json()) as AnswerOf<'GET /api/evidence'>;
  const notes = [
    ['ana', 'The passage reports what others say.'],
    ['ben', 'Here the word means a branch of trade.'],
  ] as const;
  for (const [place, [by, note]] of notes.entries()) {
    const { passage = '', tags = [] } = passages[place] ?? {};
    const [tag] = tags;
    if (tag === undefined) throw new Error('expected passages with tags to contest');
    const { start, end, term } = tag;
    const body: BodyOf<'POST /api/contests'> = { passage, start, end, term, note, by };
    const answer = await fetch(new URL('/api/contests', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`expected a note to be taken, got ${await answer.text()}`);
  }
}

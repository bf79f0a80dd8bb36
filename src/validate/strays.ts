import type { CodingAct, Sample } from '../model/coding.ts';
import type { CodingProblem } from '../model/coding-problem.ts';
import type { LogLine } from '../model/input.ts';
import { ranges } from '../text/ranges.ts';

/** Ranges of lines that a Problem names; more of them would say nothing new. */
const named = 20;

/** The lines of a log that are of something that was drawn, and Problems of the others. */
export function withoutStrays(
  file: string,
  log: readonly LogLine<CodingAct>[],
  samples: readonly Sample[],
): { readonly log: readonly LogLine<CodingAct>[]; readonly problems: readonly CodingProblem[] } {
  const drawn = new Map(
    samples.map(({ design, keys }) => [
      design.sample,
      new Map<string, string>(keys.map(({ item, passage }) => [item, passage])),
    ]),
  );
  const kept: LogLine<CodingAct>[] = [];
  const strays = new Map<string, { code: StrayCode; sample: string; lines: number[] }>();
  for (const one of log) {
    const { sample, item, passage } = one.value;
    const code = strayCode(drawn.get(sample), item, passage);
    if (code === null) {
      kept.push(one);
      continue;
    }
    const name = `${code} ${sample}`;
    const known = strays.get(name) ?? { code, sample, lines: [] };
    known.lines.push(one.line);
    strays.set(name, known);
  }
  return {
    log: kept,
    problems: [...strays.values()].map(({ code, sample, lines }) => ({
      code,
      file,
      sample,
      lines: lineWords(lines),
    })),
  };
}

type StrayCode = 'coding_sample_unknown' | 'coding_item_unknown' | 'coding_passage_changed';

function strayCode(
  items: ReadonlyMap<string, string> | undefined,
  item: string,
  passage: string,
): StrayCode | null {
  if (items === undefined) return 'coding_sample_unknown';
  const own = items.get(item);
  if (own === undefined) return 'coding_item_unknown';
  return own === passage ? null : 'coding_passage_changed';
}

/** Numbers of lines in words: `line 4`, `lines 3 to 7, 9`. */
export function lineWords(lines: readonly number[]): string {
  const runs = ranges(lines);
  const more = runs.length > named ? `, … (${lines.length} lines)` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${runs.slice(0, named).join(', ')}${more}`;
}

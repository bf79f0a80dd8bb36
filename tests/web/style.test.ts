import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join('web', 'src', 'style');
/** Those that are meant for every screen. */
const shared = new Set(['style.css', 'marks.css']);
/** The classes that a sheet may speak of; its own name where none are given. */
const roots: Readonly<Record<string, RegExp>> = {
  'coding.css': /^:is\(\.coding, \.desk\)$/,
  'table.css': /^\.sorted\b/,
};

/** Selectors of the rules of a sheet that stand in no other rule, one by one. */
function selectorsOf(css: string): readonly string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@import[^;]+;/g, '');
  let depth = 0;
  let heard = '';
  const found: string[] = [];
  for (const sign of plain) {
    if (sign === '{' && depth++ === 0) {
      found.push(...(heard.includes('(') ? [heard] : heard.split(',')).map((one) => one.trim()));
      heard = '';
    } else if (sign === '}') depth--;
    else if (depth === 0 && sign !== '{') heard += sign;
  }
  return found;
}

describe('sheets of style', () => {
  // A sheet stays when its screen is left: what it says at large, it says of all others from then on.
  it.each(readdirSync(folder).filter((name) => !shared.has(name)))('%s keeps to its own screen', (name) => {
    const selectors = selectorsOf(readFileSync(join(folder, name), 'utf8'));
    expect(selectors.length).toBeGreaterThan(0);
    const own = roots[name] ?? new RegExp(`^\\.${name.replace('.css', '')}\\b`);
    expect(selectors.filter((selector) => !own.test(selector))).toEqual([]);
  });

  it('are told apart by this test', () => {
    expect(
      selectorsOf('@import "./x.css";\n/* a { } */\n.a, .b { c { d: e } }\n@media (x) { .f {} }'),
    ).toEqual(['.a', '.b', '@media (x)']);
  });
});

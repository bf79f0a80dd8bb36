import { codePointLength } from '../text/codepoints.ts';
import { createTokenizer } from '../text/tokens.ts';
import { faultOfRegex } from './regex.ts';

/** Most token sequences that one pattern may stand for. */
export const maxSequences = 4096;

/** Most words that one sequence of a pattern may have. */
export const maxWords = 64;

/** How deep groups may nest. */
export const maxDepth = 16;

/**
 * What is wrong with a pattern; `position` counts code points from 0. `syntax` is a slip of writing,
 * the other codes are patterns that are well formed but useless or too costly.
 */
export type PatternFault =
  | { readonly code: 'syntax'; readonly position: number; readonly expected: string; readonly found: string }
  | { readonly code: 'punctuation'; readonly position: number; readonly found: string }
  | { readonly code: 'empty' }
  | { readonly code: 'wildcards_only'; readonly sequence: string }
  | { readonly code: 'regex'; readonly position: number; readonly expected: string; readonly found: string }
  | { readonly code: 'too_long'; readonly words: number }
  | { readonly code: 'too_many_sequences'; readonly sequences: number };

/**
 * The token sequences that a pattern stands for, each at most once: words as written, with `*` and `?`
 * left in them; a word that is just `*` stands for any one word. A last `~` asks for the stem, a first and
 * last `/` hold a regular expression.
 */
export type Sequences = readonly (readonly string[])[];

type Part = { readonly words: readonly string[] } | { readonly branches: readonly (readonly Part[])[] };

/**
 * Reads a pattern of the lexicon: words parted by spaces and cut as text is (`trabajo-digno` is two),
 * `*` for any and `?` for one character inside a word, `(a|b c)` for alternatives, `[a]` for what may
 * be left out, `~3` for up to three words between two others, `word~` for all words of one stem, `/re/`
 * for one word by a regular expression. Groups nest and stand apart from letters.
 */
export function parsePattern(
  pattern: string,
): { readonly sequences: Sequences } | { readonly fault: PatternFault } {
  const parser = new Parser(pattern);
  try {
    const parts = parser.whole();
    const size = measure(parts);
    if (size.longest > maxWords) return { fault: { code: 'too_long', words: size.longest } };
    if (size.sequences > maxSequences)
      return { fault: { code: 'too_many_sequences', sequences: size.sequences } };
    const sequences = distinct(expand(parts));
    const idle = sequences.find((words) => words.every((word) => /^[*?]*$/.test(word)));
    if (idle === undefined) return { sequences };
    return {
      fault: idle.length === 0 ? { code: 'empty' } : { code: 'wildcards_only', sequence: idle.join(' ') },
    };
  } catch (error) {
    if (error instanceof Slip) return { fault: error.fault };
    throw error;
  }
}

/** Carries a fault out of the recursion; never leaves this file. */
class Slip extends Error {
  readonly fault: PatternFault;
  constructor(fault: PatternFault) {
    super(fault.code);
    this.fault = fault;
  }
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' };
const tokenize = createTokenizer('*?~');

class Parser {
  private readonly pattern: string;
  private at = 0;
  private readonly gaps = new Set<Part | undefined>();

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  whole(): readonly Part[] {
    const parts = this.parts(0);
    if (this.at < this.pattern.length)
      this.fail(this.peek() === '|' ? 'alternatives in parentheses' : 'no closing bracket here');
    return parts;
  }

  private parts(depth: number): readonly Part[] {
    const parts: Part[] = [];
    let apart = true;
    while (this.at < this.pattern.length && !')]|'.includes(this.peek())) {
      if (/\s/.test(this.peek())) {
        this.at++;
        apart = true;
        continue;
      }
      if (!apart) this.fail('a space between a group and what stands beside it');
      parts.push(this.part(depth));
      apart = false;
    }
    if (this.gaps.has(parts[0])) this.fail('a word before a gap');
    if (this.gaps.has(parts.at(-1))) this.fail('a word after a gap');
    return parts;
  }

  private part(depth: number): Part {
    if (this.peek() in closing) return this.group(depth + 1);
    if (this.peek() === '/') return this.regex();
    const words = /^~(\d?)(?=[\s)\]|]|$)/.exec(this.pattern.slice(this.at, this.at + 3))?.[1];
    if (words === undefined) return this.words();
    if (words === '' || words === '0') this.fail('a number of words from 1 to 9 after `~`');
    this.at += 2;
    const gap: Part = {
      branches: Array.from({ length: Number(words) + 1 }, (_, n) => [{ words: Array<string>(n).fill('*') }]),
    };
    this.gaps.add(gap);
    return gap;
  }

  private regex(): Part {
    const start = this.at;
    const end = /^\/(?:[^/\\]|\\.)+\/(?=[\s)\]|]|$)/u.exec(this.pattern.slice(start))?.[0].length;
    if (end === undefined) this.fail('a regular expression that ends in `/`');
    this.at += end;
    const word = this.pattern.slice(start, this.at);
    const fault = faultOfRegex(word.slice(1, -1));
    if (fault === null) return { words: [word] };
    throw new Slip({ code: 'regex', position: this.position(start), expected: fault, found: word });
  }

  private group(depth: number): Part {
    if (depth > maxDepth) this.fail(`groups at most ${maxDepth} deep`);
    const open = this.peek();
    const branches: (readonly Part[])[] = open === '[' ? [[]] : [];
    do {
      this.at++;
      const parts = this.parts(depth);
      if (parts.length === 0) this.fail('a word in every alternative (write `[a]` for what may be left out)');
      branches.push(parts);
    } while (this.peek() === '|');
    if (this.peek() !== closing[open]) this.fail(`\`${closing[open]}\``);
    this.at++;
    return { branches };
  }

  private words(): Part {
    const start = this.at;
    while (this.at < this.pattern.length && !/[\s()[\]|]/.test(this.peek())) this.at++;
    const part = this.pattern.slice(start, this.at);
    // The word set behind the part shows by its break whether the part ends in punctuation.
    const tokens = tokenize(`${part} x`);
    if (tokens.broken.subarray(0, tokens.length).includes(1)) {
      throw new Slip({ code: 'punctuation', position: this.position(start), found: part });
    }
    const words: string[] = [];
    for (let i = 0; i < tokens.length - 1; i++) words.push(part.slice(tokens.starts[i], tokens.ends[i]));
    if (words.some((word) => /~(?!$)|^[*?]*~|[*?].*~/.test(word))) this.fail('`~` only after a whole word');
    return { words };
  }

  private peek(): string {
    return this.pattern[this.at] ?? '';
  }

  private fail(expected: string): never {
    throw new Slip({ code: 'syntax', position: this.position(this.at), expected, found: this.peek() });
  }

  private position(index: number): number {
    return codePointLength(this.pattern.slice(0, index));
  }
}

/** Counts sequences before any is built, so that a short hostile pattern cannot fill the memory. */
function measure(parts: readonly Part[]): { readonly sequences: number; readonly longest: number } {
  let sequences = 1;
  let longest = 0;
  for (const part of parts) {
    if ('words' in part) longest += part.words.length;
    else {
      const sizes = part.branches.map(measure);
      sequences *= sizes.reduce((sum, size) => sum + size.sequences, 0);
      longest += Math.max(...sizes.map((size) => size.longest));
    }
  }
  return { sequences, longest };
}

function expand(parts: readonly Part[]): Sequences {
  let sequences: Sequences = [[]];
  for (const part of parts) {
    const tails = 'words' in part ? [part.words] : part.branches.flatMap(expand);
    sequences = sequences.flatMap((head) => tails.map((tail) => [...head, ...tail]));
  }
  return sequences;
}

function distinct(sequences: Sequences): Sequences {
  return [...new Map(sequences.map((words) => [words.join(' '), words])).values()];
}

/** Most repetitions without an upper bound in one expression. */
const maxRepeats = 3;

/** Words longer than this fit no expression, so that its work on a text stays in proportion to the text. */
const longestWord = 100;

/**
 * What makes an expression one that cannot be allowed, as what was expected; null where it may stand.
 * Allowed is what runs in bounded time on a word: no references back, no looking around, no repetition
 * of a group that itself repeats or chooses.
 */
export function faultOfRegex(source: string): string | null {
  try {
    new RegExp(source, 'u');
  } catch {
    return 'a regular expression that compiles';
  }
  const plain = source.replace(/\\[^\dk]/gu, '.').replace(/\[[^\]]*\]/gu, '.');
  if (/\\[\dk]/u.test(plain)) return 'no reference back to a group';
  if (/\(\?[=!<]/u.test(plain)) return 'no looking ahead or behind';
  if (/[\s]/u.test(source)) return 'one word, without spaces';
  if (/\{\d{3,}|,\d{3,}\}/u.test(plain)) return 'at most 99 repetitions';
  if ((plain.match(/[*+]|\{\d+,\}/gu) ?? []).length > maxRepeats) {
    return `at most ${maxRepeats} repetitions without an upper bound`;
  }
  return repeatsARepeat(plain) ? 'no repetition of a group that repeats or chooses' : null;
}

function repeatsARepeat(plain: string): boolean {
  const open: boolean[] = [];
  for (let i = 0; i < plain.length; i++) {
    const char = plain[i] ?? '';
    if (char === '(') open.push(false);
    else if (char === ')') {
      const busy = open.pop() ?? false;
      if (busy && /[*+{]/u.test(plain[i + 1] ?? '')) return true;
      if (busy && open.length > 0) open[open.length - 1] = true;
    } else if ('*+{|'.includes(char) && open.length > 0) open[open.length - 1] = true;
  }
  return false;
}

/** Makes a test of whole words, for an expression that has no fault. */
export function regexTest(source: string, ignoreCase: boolean): (word: string) => boolean {
  const whole = new RegExp(`^(?:${source})$`, ignoreCase ? 'iu' : 'u');
  return (word) => word.length <= longestWord && whole.test(word);
}

import type { StudyFile } from '../model/study.ts';
import { pseudonymOf } from '../text/pseudonym.ts';

/**
 * What stands for private names in whatever leaves a study; null where it shows them. The key is asked for with the
 * first name, since most studies name nobody and need none.
 */
export function pseudonymsOf(
  { names }: StudyFile['privacy'],
  key: () => Uint8Array,
): ((name: string) => string) | null {
  if (names === 'shown') return null;
  let made: ((name: string) => string) | null = null;
  return (name) => {
    made ??= pseudonymOf(key());
    return made(name);
  };
}

import type { Zone } from '../../model/passage.ts';
import { isMoney } from './provisions.ts';
import type { ProvisionMark } from './rules/provisions.ts';
import type { Sight } from './sight.ts';
import type { Steps } from './steps.ts';

const parts: ReadonlySet<ProvisionMark | null> = new Set<ProvisionMark>([
  'objective',
  'instrument',
  'budget',
]);

/**
 * Reads programmes: what stands below a heading of objectives, instruments or budget, until a heading that is not
 * below that one by its level or its number.
 */
export function programmeZones(): Steps {
  let part: 'objective' | 'instrument' | 'budget' | null = null;
  let level: number | null = null;
  let number: string | null = null;

  function step(sight: Sight): Zone {
    const { provision, title, passage } = sight;
    const own = numberOf(sight.text);
    const heads = title && passage.form !== 'list_item' && passage.form !== 'table_row';
    if (parts.has(provision) && (heads || (title && own !== null))) {
      part = provision as typeof part;
      level = passage.level;
      number = own;
    } else if (heads && part !== null && !isBelow(passage.level, own, passage.form === 'heading'))
      part = null;
    else if (parts.has(provision) && !title) return provision as Zone;
    if (part === null) return isMoney(sight) ? 'budget' : 'body';
    return part;
  }

  function isBelow(other: number | null, own: string | null, heading: boolean): boolean {
    if (number !== null && own !== null) return own.startsWith(`${number}.`);
    if (level !== null && other !== null) return other > level;
    return !heading;
  }

  return { step, mayEnd: () => true, agenda: () => [] };
}

function numberOf(text: string): string | null {
  return /^\s*((?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2})*)[.)]?\s+\p{L}/u.exec(text)?.[1] ?? null;
}

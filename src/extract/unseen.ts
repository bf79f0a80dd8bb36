import type { Unseen } from '../model/document.ts';
import type { Placement, UserBox } from './placement.ts';

/** A line before it is known whether a reader sees it. */
type Drawn = {
  readonly text: string;
  readonly box: UserBox | null;
  /** Font size in points. */
  readonly size: number | null;
  /** True where it leaves no mark of its own. */
  readonly hidden: boolean;
};

/** Font size in points below which nobody reads. */
const smallest = 1;
/** Distance in font sizes up to which the same text drawn again is the same line, made bold or given a shadow. */
const shadow = 0.3;

/**
 * Asked of the lines of a page one after the other, tells why a reader does not see a line, or null: it is not
 * drawn, the same text has been drawn in the same place before, or its middle is outside the page.
 */
export function unseenIn({ visible }: Placement): (line: Drawn) => Unseen | null {
  const drawn = new Map<string, UserBox[]>();
  return ({ text, box, size, hidden }) => {
    if (hidden) return 'hidden';
    if (box === null) return null;
    // Of fonts drawn as pictures the size alone says little.
    if (size !== null && Math.max(size, box.top - box.bottom) < smallest) return 'hidden';
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    if (x < visible.left || x > visible.right || y < visible.bottom || y > visible.top) return 'outside';
    const key = text.replace(/\s+/g, '');
    const before = drawn.get(key);
    const reach = shadow * (size ?? box.top - box.bottom);
    if (before?.some((one) => isNear(one, box, reach)) === true) return 'duplicate';
    if (before === undefined) drawn.set(key, [box]);
    else before.push(box);
    return null;
  };
}

function isNear(one: UserBox, other: UserBox, reach: number): boolean {
  return (
    Math.abs(one.left - other.left) <= reach &&
    Math.abs(one.right - other.right) <= reach &&
    Math.abs(one.top - other.top) <= reach
  );
}

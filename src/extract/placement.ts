import type { Box } from '../model/document.ts';

/** A rectangle in the user space of a PDF page, whose y axis points up. */
export type UserBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** How a page is shown: the part of user space that is visible, and clockwise quarter turns. */
export type Placement = { readonly visible: UserBox; readonly quarterTurns: number };

/** A rectangle of user space as it is shown: in points from the upper left corner, to 1/100 point. */
export function shown(box: UserBox, { visible, quarterTurns }: Placement): Box {
  const fromLeft = [box.left - visible.left, box.right - visible.left] as const;
  const fromRight = [visible.right - box.right, visible.right - box.left] as const;
  const fromTop = [visible.top - box.top, visible.top - box.bottom] as const;
  const fromBottom = [box.bottom - visible.bottom, box.top - visible.bottom] as const;
  const [across, down] = (
    [
      [fromLeft, fromTop],
      [fromBottom, fromLeft],
      [fromRight, fromBottom],
      [fromTop, fromRight],
    ] as const
  )[quarterTurns % 4] ?? [fromLeft, fromTop];
  return { left: points(across[0]), top: points(down[0]), right: points(across[1]), bottom: points(down[1]) };
}

/** A length in points, to 1/100, far below what the eye or a printer tells apart. */
export function points(length: number): number {
  return Math.round(length * 100) / 100;
}

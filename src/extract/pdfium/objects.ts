import type { UserBox } from '../placement.ts';
import type { Direct } from './direct.ts';
import type { OpenText } from './open-text.ts';

/** Kinds of page objects in PDFium's C interface. */
const textObject = 1;
const pathObject = 2;
const imageObject = 3;
const shadingObject = 4;
const formObject = 5;

/** Depth to which objects inside objects are counted; deeper ones are hostile. */
const deepest = 4;

/** Number of objects that draw text on a page, also inside others. */
export function textsOn(direct: Direct, page: number): number {
  const texts = (count: number, depth: number, objectAt: (index: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const object = objectAt(i);
      const kind = direct.FPDFPageObj_GetType(object);
      if (kind === textObject) sum++;
      if (kind !== formObject || depth === deepest) continue;
      const inner = direct.FPDFFormObj_CountObjects(object);
      sum += texts(inner, depth + 1, (index) => direct.FPDFFormObj_GetObject(object, index));
    }
    return sum;
  };
  return texts(direct.FPDFPage_CountObjects(page), 0, (index) => direct.FPDFPage_GetObject(page, index));
}

/** Something on a page against which text of the paper's colour can be read, or in which it may have been recognised. */
export type Backdrop = { readonly kind: 'picture' | 'shape'; readonly box: UserBox };

/** Pictures and shapes that are filled with another colour than white. An object made of others counts as a picture. */
export function backdrops({ direct, memory, page, answer }: OpenText): readonly Backdrop[] {
  const found: Backdrop[] = [];
  const count = direct.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) {
    const object = direct.FPDFPage_GetObject(page, i);
    const kind = direct.FPDFPageObj_GetType(object);
    if (kind === textObject || (kind === pathObject && !isColoured(object))) continue;
    if (direct.FPDFPageObj_GetBounds(object, answer, answer + 4, answer + 8, answer + 12) !== 1) continue;
    const [left, bottom, right, top] = memory.floats(answer);
    const box = { left, bottom, right, top };
    if (kind === imageObject || kind === formObject) found.push({ kind: 'picture', box });
    if (kind === pathObject || kind === shadingObject) found.push({ kind: 'shape', box });
  }
  return found;

  function isColoured(object: number): boolean {
    if (direct.FPDFPath_GetDrawMode(object, answer, answer + 4) !== 1) return false;
    if (memory.integers(answer)[0] === 0) return false;
    if (direct.FPDFPageObj_GetFillColor(object, answer, answer + 4, answer + 8, answer + 12) !== 1)
      return true;
    const [red, green, blue, alpha] = memory.integers(answer);
    return alpha > 0 && Math.min(red, green, blue) < 235;
  }
}

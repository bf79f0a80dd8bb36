import type { Page } from 'playwright-core';

/** The passage that is coded, as its coder reads it. */
export function textOf(page: Page): Promise<string> {
  return page.locator('blockquote').innerText();
}

/** Waits until the explorer has all that was said; where nothing new was said, no words tell so. */
export function isSaved(page: Page): Promise<void> {
  return page.locator('.saved:is([data-state="saved"], [data-state="still"])').waitFor({ state: 'attached' });
}

/** Where one is: the number of the passage, and of how many. */
export async function whereOf(page: Page): Promise<readonly [number, number]> {
  const [at = '', of = ''] = (await page.locator('#passage').innerText()).match(/\d+/g) ?? [];
  return [Number(at), Number(of)];
}

/** Codes passages from the one in view on, by keys alone. */
export async function code(page: Page, count: number, keys: (text: string) => string): Promise<void> {
  for (let step = 0; step < count; step++) {
    const [at, of] = await whereOf(page);
    for (const key of keys(await textOf(page))) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    if (at < of) await page.getByRole('heading', { name: `${at + 1} of ${of}` }).waitFor();
  }
  await isSaved(page);
}

import type { Page } from 'playwright-core';

/** Waits until a page has its first heading, and neither words nor pictures of it are under way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor();
  const isBusy =
    "[...document.querySelectorAll('.loading')].some((one) => one.checkVisibility()) || [...document.images].some((one) => !one.complete)";
  // A page under its policy evaluates no text, so that it cannot be asked to poll by itself.
  for (let tries = 0; await page.evaluate(isBusy); tries++) {
    if (tries > 300) throw new Error(`expected ${page.url()} to be there within 30 s`);
    await page.waitForTimeout(100);
  }
}

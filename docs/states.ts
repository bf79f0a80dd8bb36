import type { Page } from 'playwright-core';
import type { AnswerOf } from '../src/model/api/api.ts';
import type { Shown } from '../tests/support/screens.ts';

/** A state of a screen that no address leads to, or only an address with something done on its page. */
export type State = Shown & { readonly reach: (page: Page) => Promise<unknown> };

/** States of a served study: forms that are open, drafts, dialogs, and what is wrong. */
export async function statesOf(address: string): Promise<readonly State[]> {
  const at = new URL('/api/evidence?by=voice&key=civil_society&code=NEP', address);
  const { passages } = (await (await fetch(at)).json()) as AnswerOf<'GET /api/evidence'>;
  const { document = '', passage = '', tags = [] } = passages[0] ?? {};
  const tag = tags.find(({ layer }) => layer === 'frame') ?? tags[0];
  const term = new URLSearchParams({ term: tag?.term ?? '' });
  const named = [tag?.start, tag?.end, tag?.term].join('-');
  return [
    {
      name: 'contest',
      path: `/documents/${document}?${new URLSearchParams({ passage, tag: named })}`,
      reach: (page) => page.getByText('Contest this tag').first().click(),
    },
    {
      name: 'term-preview',
      path: `/lexicon/term?${term}`,
      async reach(page) {
        const pattern = page.getByRole('textbox', { name: 'Pattern' }).first();
        await pattern.fill(`(${await pattern.inputValue()}|cooperativas)`);
        await page.locator('.kwic').first().waitFor();
      },
    },
    {
      name: 'codebook',
      path: '/coding/pilot?coder=ana&role=coder',
      async reach(page) {
        await page.keyboard.press('?');
        await page
          .getByRole('dialog')
          .getByText(/^Exclude: /)
          .first()
          .waitFor();
      },
    },
    { name: 'error', path: '/documents/0123456789abcdef', reach: async () => {} },
  ];
}

/** A run that has been started from the page of runs and is under way. */
export const live: State = {
  name: 'live',
  path: '/runs',
  async reach(page) {
    const start = page.getByRole('button', { name: 'Run now' });
    // Another picture has started it already.
    if (await start.isVisible()) await start.click();
    await page.getByText('A run is under way.').waitFor();
  },
};

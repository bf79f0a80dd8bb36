import type { Page, Request } from 'playwright-core';

/** What keys come to on a page, and what of it they do not reach. */
export type Tabbed = {
  readonly stops: number;
  /** Interactive elements that the tab key never comes to, as markup. */
  readonly missed: readonly string[];
  /** Elements that had the focus and did not show it. */
  readonly unseen: readonly string[];
};

/** Hears of every element that takes the focus; run in the page. */
const listen = `
// A link that was met is met, also where the page has drawn it anew since: a focus may turn the pages beside it.
window.named = (one) => [one.localName, one.getAttribute('href'), one.getAttribute('aria-label'), one.textContent.trim()].join('|');
window.isMet = (one) => met.has(one) || (one.hasAttribute('href') && met.has(named(one)));
window.met = new Set();
window.unseen = new Set();
window.stops = 0;
addEventListener('focusin', ({ target }) => {
  met.add(target).add(named(target));
  stops += 1;
  // What is drawn shows it in what it draws.
  const shown = [target, ...(target.closest('svg') === null ? [] : target.querySelectorAll('*'))].some((one) => {
    const { outlineStyle, outlineWidth, stroke } = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (one !== target && stroke !== 'none');
  });
  const box = target.getBoundingClientRect();
  if (!shown || box.width === 0 || box.height === 0) unseen.add(target);
});
`;

/** All that can be clicked, typed into or turned, and is there to be seen; of a group of radio buttons the chosen or first one. */
const interactive = `
window.wanted = () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((one) => {
  if (one.matches(':disabled, [tabindex="-1"]') || !one.checkVisibility({ visibilityProperty: true })) return false;
  if (one.type !== 'radio') return true;
  const group = [...document.querySelectorAll('input[type="radio"]')].filter((other) => other.name === one.name && other.form === one.form);
  return one === (group.find((other) => other.checked) ?? group[0]);
});
`;

const written = '(one) => one.outerHTML.replace(/\\s+/g, " ").slice(0, 160)';

/**
 * Goes through a page by the tab key alone, until all that is there was met, or twice as often as there is something to be met:
 * what the focus comes to may bring in more.
 */
export async function tabThrough(page: Page): Promise<Tabbed> {
  const answers = answersOf(page);
  await page.evaluate(listen);
  await page.evaluate(interactive);
  for (let presses = 0; ; presses += 5) {
    const [left, all] = (await page.evaluate(
      '[wanted().filter((one) => !isMet(one)).length, wanted().length]',
    )) as [number, number];
    if (left === 0 || presses > all * 2 + 20) break;
    for (let more = 0; more < 5; more++) await page.keyboard.press('Tab');
    await answers.come();
  }
  answers.stop();
  return (await page.evaluate(
    `({ stops, missed: wanted().filter((one) => !isMet(one)).map(${written}), unseen: [...unseen].map(${written}) })`,
  )) as Tabbed;
}

/** What a page asks for from now on, to be waited for: what the focus came to may have turned a page beside it. */
function answersOf(page: Page): { readonly come: () => Promise<void>; readonly stop: () => void } {
  const open = new Set<Request>();
  const asked = (request: Request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
  };
  const answered = (request: Request) => void open.delete(request);
  page.on('request', asked).on('requestfinished', answered).on('requestfailed', answered);
  return {
    async come() {
      for (let tries = 0; open.size > 0; tries++) {
        if (tries > 300) throw new Error(`expected ${page.url()} to have what it asks for within 30 s`);
        await page.waitForTimeout(100);
      }
    },
    stop() {
      page.off('request', asked).off('requestfinished', answered).off('requestfailed', answered);
    },
  };
}

import { createHash } from 'node:crypto';

/**
 * Lets a reader sort tables by any column. Without it they stand as they are; tables marked `data-fixed` always do. Rows
 * that name or sum up a group keep their places. What is folded opens where a link leads into it, for browsers that do not do
 * so themselves, and for the printer. Runs in the page alone, asks nothing and keeps nothing.
 */
export const script = `
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  let isFolded = false;
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    isFolded ||= !fold.open;
    fold.open = true;
  }
  if (isFolded) target.scrollIntoView();
};
addEventListener('hashchange', unfold);
unfold();
// A link to where the address already is changes nothing that could be heard.
addEventListener('click', ({ target }) => {
  if (target.closest('a')?.getAttribute('href') === location.hash) unfold();
});
let folded = [];
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details:not([open])')];
  for (const fold of folded) fold.open = true;
});
addEventListener('afterprint', () => {
  for (const fold of folded) fold.open = false;
});
const numberOf = (text) => {
  const plain = text.trim().replace(/\\u2212/g, '-').replace(/(\\d),(?=\\d{3})/g, '$1').replace(/^[<>]/, '');
  const found = /^(1\\/)?(-?\\d+(?:\\.\\d+)?)/.exec(plain);
  return found === null ? null : found[1] ? 1 / Number(found[2]) : Number(found[2]);
};
for (const table of document.querySelectorAll('table:not([data-fixed])')) {
  const heads = [...table.querySelectorAll('thead th')];
  const bodies = [...table.tBodies];
  if (table.tHead === null || table.tHead.rows.length !== 1 || bodies.every((body) => body.rows.length < 3)) continue;
  heads.forEach((head, column) => {
    if (head.querySelector('.unseen, .ends') !== null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const isDown = head.hasAttribute('aria-sort')
        ? head.getAttribute('aria-sort') === 'ascending'
        : head.classList.contains('n');
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      const way = isDown ? -1 : 1;
      for (const body of bodies) {
        const rows = [...body.rows].filter((row) => !row.matches('.side, .sum'));
        const sums = [...body.rows].filter((row) => row.matches('.sum'));
        const keys = new Map(rows.map((row) => [row, (row.cells[column]?.textContent ?? '').trim()]));
        const isByNumber = rows.some((row) => numberOf(keys.get(row)) !== null) && head.classList.contains('n');
        rows.sort((one, other) => {
          if (!isByNumber) return way * keys.get(one).localeCompare(keys.get(other));
          const [a, b] = [numberOf(keys.get(one)), numberOf(keys.get(other))];
          if (a === null || b === null) return Number(a === null) - Number(b === null);
          return way * (a - b);
        });
        body.append(...rows, ...sums);
      }
    });
  });
}
`;

/** What the page's policy knows the script by: no other can run. */
export const scriptHash: string = `sha256-${createHash('sha256').update(script).digest('base64')}`;

import type { Block, Composed } from './compose.ts';
import type { Texts } from './texts.ts';

/** Writes a document as a web page with the site's navigation, list of recent documents and imprint around it. */
export function writeHtml(document: Composed, texts: Texts): Buffer {
  const { planned, title, institution } = document;
  const notes = document.blocks.flatMap((block) =>
    block.kind === 'passage' && block.note !== null ? [block.note] : [],
  );
  const recent = Object.values(texts.kinds).map((kind) => kind.headings[0] ?? '');
  const body = document.blocks.map((block, i) =>
    element(block, document.blocks[i - 1]?.kind, document.blocks[i + 1]?.kind),
  );
  return Buffer.from(`<!DOCTYPE html>
<html lang="${planned.language}">
<head>
<meta charset="utf-8">
<title>${escaped(title)} | ${escaped(institution)}</title>
<meta name="date" content="${planned.date}">
<style>body { font-family: serif; max-width: 60em; margin: auto } nav li { display: inline }</style>
</head>
<body>
<header><a href="/">${escaped(institution)}</a></header>
<nav><ul>${texts.nav.map((text) => `<li><a href="#">${escaped(text)}</a></li>`).join('')}</ul></nav>
<main>
<article>
${body.join('\n')}
${notes.length === 0 ? '' : `<hr>\n<ol>${notes.map((note) => `<li>${escaped(note.text)}</li>`).join('\n')}</ol>\n`}</article>
</main>
<aside><h2>${escaped(texts.aside)}</h2>
<ul>${recent.map((text) => `<li><a href="#">${escaped(text)}</a></li>`).join('')}</ul></aside>
<footer><p>© ${planned.date.slice(0, 4)} ${escaped(institution)}. ${escaped(texts.imprint)}</p></footer>
</body>
</html>
`);
}

function element(block: Block, before?: Block['kind'], after?: Block['kind']): string {
  const note = block.kind === 'passage' ? block.note : null;
  const text = escaped(block.text) + (note === null ? '' : `<sup>${note.number}</sup>`);
  switch (block.kind) {
    case 'letterhead':
      return `<p><strong>${text}</strong></p>`;
    case 'title':
      return `<h1>${text}</h1>`;
    case 'heading':
      return `<h2>${text}</h2>`;
    case 'subheading':
      return `<h3>${text}</h3>`;
    case 'item':
      return `${before === 'item' ? '' : '<ul>\n'}<li>${text}</li>${after === 'item' ? '' : '\n</ul>'}`;
    default:
      return `<p>${text}</p>`;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

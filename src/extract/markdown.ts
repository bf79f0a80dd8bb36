import { marked } from 'marked';
import { readConverted } from './html.ts';
import { type Reading, titleOf, unmeasuredPage, unplacedLine } from './reading.ts';

/**
 * Reads Markdown as the HTML it stands for, HTML inside it included. Lines of YAML front matter come first, as
 * metadata; a title on one line of it is the title of the document.
 */
export function readMarkdown(text: string): Reading {
  const { whole, front } = frontMatter(text);
  const body = readConverted(marked.parse(text.slice(whole.length), { async: false }), 'marked');
  const metadata = front.split('\n').filter((line) => line.trim() !== '');
  const lines = [
    ...metadata.map((line) => unplacedLine(line, 'metadata')),
    ...body.pages.flatMap((page) => page.lines),
  ];
  return { ...body, title: frontTitle(front), pages: [unmeasuredPage(0, lines)] };
}

/** What stands between two rules at the very start, if it begins with a key: prose may begin with a rule too. */
function frontMatter(text: string): { readonly whole: string; readonly front: string } {
  const [whole = '', front = ''] = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? [];
  return /^\s*[\w-]+:/.test(front) ? { whole, front } : { whole: '', front: '' };
}

function frontTitle(front: string): string | null {
  const scalar = /^title:[ \t]+(.*?)[ \t]*$/m.exec(front)?.[1] ?? '';
  if (/^'.*'$/.test(scalar)) return titleOf(scalar.slice(1, -1).replaceAll("''", "'"));
  if (!/^".*"$/.test(scalar)) return titleOf(scalar);
  return titleOf(scalar.slice(1, -1).replace(/\\(["\\/])/g, '$1'));
}

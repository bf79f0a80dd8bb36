/** A table in Markdown whose columns line up in a terminal; foreign text in it is inert. */
export function grid(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const cells = [header, ...rows].map((row) => row.map((text) => plain(text).replaceAll('|', '\\|')));
  const widths = header.map((_, column) =>
    Math.max(3, ...cells.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => pad(row[column] ?? '', width)).join(' | ')} |`;
  return [
    line(cells[0] ?? []),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...cells.slice(1).map(line),
  ];
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length));
}

/**
 * Foreign text as inert Markdown on one line: what could start markup is escaped, and what a terminal
 * would obey (control characters, changes of direction) is taken out.
 */
export function plain(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\\`*[\]<>@$~^]|(?<!\w)_|_(?!\w)/g, '\\$&')
    .replace(/^(\d*)([#+.)=-])(?=[\s#=-]|$)/, '$1\\$2');
}

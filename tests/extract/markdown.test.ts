import { describe, expect, it } from 'vitest';
import { lines, read } from './make.ts';

/** Role and text of every line. */
async function roles(content: string): Promise<string[]> {
  return lines(await read('a.md', content)).map((line) => `${line.role}: ${line.text}`);
}

describe('Markdown', () => {
  it('reads blocks as the HTML they stand for', async () => {
    expect(
      await roles(
        '# Ley *16*\n\nuno\ndos [enlace](http://x)\n\n- a\n- b\n\n| c | d |\n|---|---|\n| 1 | 2 |\n\n```\ncódigo\n```\n',
      ),
    ).toEqual([
      'heading: Ley 16',
      'paragraph: uno dos enlace',
      'list_item: a',
      'list_item: b',
      'table_row: c\td',
      'table_row: 1\t2',
      'null: código',
    ]);
  });

  it('reads HTML inside it, and no script', async () => {
    expect(await roles('<p>uno<br><br>dos</p>\n\n<script>x()</script>\n\ntres')).toEqual([
      'paragraph: uno',
      'paragraph: dos',
      'paragraph: tres',
    ]);
  });

  it('keeps lines of front matter as metadata', async () => {
    expect(
      await roles('---\r\ntitle: Carta\r\ntags:\r\n- tag: ley\r\n\r\n---\r\nuno\r\n\r\n---\r\n\r\ndos'),
    ).toEqual([
      'metadata: title: Carta',
      'metadata: tags:',
      'metadata: - tag: ley',
      'paragraph: uno',
      'paragraph: dos',
    ]);
  });

  it('takes rules around prose for rules', async () => {
    expect(await roles('---\n\nuno\n\n---\n\ndos')).toEqual(['paragraph: uno', 'paragraph: dos']);
  });

  it.each([
    ['title: Carta de la tierra', 'Carta de la tierra'],
    ['title: "\\"Agricultura\\" es desarrollo"', '"Agricultura" es desarrollo'],
    ["title: 'l''économie sociale'", "l'économie sociale"],
    ['title:', null],
    ['name: x', null],
  ])('takes the title from %s', async (front, title) => {
    const { value } = await read('a.md', `---\n${front}\nmore: y\n---\nuno`);
    expect(value).toMatchObject({ title, format: 'markdown', reader: 'marked' });
  });
});

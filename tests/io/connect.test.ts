import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect, transaction } from '../../src/io/connect.ts';
import { schemaVersion } from '../../src/io/schema.ts';
import { temporaryFolder } from '../support/tiny.ts';

const indexer = fileURLToPath(new URL('./indexer.ts', import.meta.url));
const newPath = () => join(temporaryFolder(), 'state', 'study.sqlite');
function tablesAt(path: string): readonly unknown[] {
  const database = connect(path);
  try {
    return database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'passages~_text~_%' ESCAPE '~'",
      )
      .all()
      .map(({ name }) => name);
  } finally {
    database.close();
  }
}
const expected = ['documents', 'corpus', 'passages', 'passages_text', 'tags', 'mentions', 'totals', 'runs'];
/** An index with enough in it for several pages. */
function filled(path: string): void {
  const database = connect(path);
  for (let number = 0; number < 500; number++) {
    database.prepare('INSERT INTO runs VALUES (?, ?, ?)').run(`${number}`, 'a', 'x'.repeat(200));
  }
  database.close();
}
function runsAt(path: string): unknown {
  const database = connect(path);
  const found = database.prepare('SELECT count(*) AS runs FROM runs').get();
  database.close();
  return found?.['runs'];
}

describe('the database file', () => {
  it('is made with its folder, and kept as it is from then on', () => {
    const path = newPath();
    expect(tablesAt(path)).toEqual(expected);
    filled(path);
    expect(runsAt(path)).toBe(500);
    expect(schemaVersion).toBeGreaterThan(0);
    expect(schemaVersion).toBeLessThan(2 ** 31);
  });

  it.each<[string, (path: string) => void]>([
    ['text', (path) => writeFileSync(path, 'This is no database. '.repeat(100))],
    ['too short', (path) => writeFileSync(path, 'SQLite')],
    ['cut in the middle', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
    ['cut after its header', (path) => truncateSync(path, 100)],
    [
      'overwritten inside its first page',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0xff, 100, 4096);
        writeFileSync(path, bytes);
      },
    ],
  ])('is made anew where it is %s', (_, damage) => {
    const path = newPath();
    filled(path);
    damage(path);
    expect(tablesAt(path)).toEqual(expected);
    expect(runsAt(path)).toBe(0);
    filled(path);
    expect(runsAt(path)).toBe(500);
  });

  it('may be empty', () => {
    const path = newPath();
    filled(path);
    truncateSync(path, 0);
    expect(runsAt(path)).toBe(0);
  });

  it('takes no stale log over from a file that was replaced', () => {
    const path = newPath();
    filled(path);
    writeFileSync(`${path}-wal`, 'no log at all');
    expect(runsAt(path)).toBe(500);
  });

  it('gets new tables where they are of another version, while others have it open', () => {
    const path = newPath();
    filled(path);
    const reader = connect(path);
    onTestFinished(() => reader.close());
    const old = new DatabaseSync(path);
    old.exec(
      'CREATE TABLE "odd ""name" (a); CREATE VIRTUAL TABLE more USING fts5 (b); PRAGMA user_version = 7',
    );
    old.close();
    expect(tablesAt(path)).toEqual(expected);
    expect(reader.prepare('SELECT count(*) AS runs FROM runs').get()).toEqual({ runs: 0 });
  });

  it('is refused, not removed, where it cannot be opened for another reason', () => {
    const folder = temporaryFolder();
    expect(() => connect(folder)).toThrow();
    expect(existsSync(folder)).toBe(true);
  });

  it('is made once by processes that start together', async () => {
    const path = newPath();
    const children = ['a', 'b', 'c', 'd'].map((name) =>
      spawn(process.execPath, [indexer, path, name, '3'], {
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
    const errors = children.map(async (child) => {
      const texts: string[] = [];
      child.stderr.on('data', (text) => texts.push(String(text)));
      const [code] = await once(child, 'exit');
      return `${code}${texts.join('')}`;
    });
    expect(await Promise.all(errors)).toEqual(['0', '0', '0', '0']);
    const database = connect(path);
    expect(database.prepare('SELECT count(*) AS documents FROM documents').get()).toEqual({ documents: 12 });
    database.close();
  });

  it('can be copied to another place', () => {
    const path = newPath();
    filled(path);
    const copy = join(temporaryFolder(), 'copy.sqlite');
    copyFileSync(path, copy);
    expect(runsAt(copy)).toBe(500);
  });
});

describe('a transaction', () => {
  it('keeps others from writing from its beginning, so that what it reads stays true', () => {
    const path = newPath();
    const database = connect(path);
    const other = new DatabaseSync(path, { timeout: 0 });
    onTestFinished(() => {
      database.close();
      other.close();
    });
    const write = () => other.exec("INSERT INTO runs VALUES ('a', 'a', '{}')");
    transaction(database, () => {
      expect(database.prepare('SELECT count(*) AS runs FROM runs').get()).toEqual({ runs: 0 });
      expect(write).toThrow('locked');
    });
    expect(write).not.toThrow();
  });

  it('does nothing when its work throws, and lets the next one begin', () => {
    const database = connect(newPath());
    onTestFinished(() => database.close());
    const add = (folder: string) => database.prepare("INSERT INTO runs VALUES (?, 'a', '{}')").run(folder);
    expect(() =>
      transaction(database, () => {
        add('one');
        add('one');
      }),
    ).toThrow('UNIQUE');
    transaction(database, () => add('two'));
    expect(database.prepare('SELECT folder FROM runs').all()).toEqual([{ folder: 'two' }]);
  });
});

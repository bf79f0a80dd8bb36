import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

/**
 * A folder that takes long to make, made by the first file of tests that asks for it and shared by all that do: whoever
 * changes what is in it copies it before. Throws where making it failed, for each that asks.
 */
export async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const around = join(inject('shared'), name);
  const folder = join(around, 'folder');
  const [made, failed] = [join(around, 'made'), join(around, 'failed')];
  if (isFirst(around)) {
    try {
      await make(folder);
      writeFileSync(made, '');
    } catch (error) {
      writeFileSync(failed, '');
      throw error;
    }
  }
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`expected ${name} to have been made, got an error elsewhere`);
    await setTimeout(50);
  }
  return folder;
}

/** Whether nobody else has begun: of many that make a folder, one does. */
function isFirst(around: string): boolean {
  try {
    mkdirSync(around);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

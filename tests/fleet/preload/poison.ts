import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

// Loaded into every process of a host; only a child that parses dies of the document, as a fault in a native
// library would have it.
if (process.argv[1]?.endsWith('parse.ts')) {
  fs.readFile = new Proxy(fs.readFile, {
    apply(readFile, self, given: Parameters<typeof fs.readFile>) {
      if (String(given[0]).endsWith('texto-0003.txt')) process.kill(process.pid, 'SIGSEGV');
      return Reflect.apply(readFile, self, given);
    },
  });
  syncBuiltinESMExports();
}

import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const base='http://127.0.0.1:4711';
for (const [name,path,w,scheme] of [
 ['list','/coding?coder=ana',1280,'light'],['list360','/coding?coder=ana',360,'dark'],
 ['desk','/coding/pilot?coder=ana&role=coder',1280,'light'],['desk360','/coding/pilot?coder=ana&role=coder',360,'dark']] as const) {
 const p = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme });
 p.on('console', (m) => console.log(name, m.type(), m.text()));
 await p.goto(base+path, { waitUntil: 'networkidle' });
 if (name==='desk') { await p.keyboard.press('1'); await p.keyboard.press('2'); }
 console.log(name, await p.evaluate('document.documentElement.scrollWidth'));
 await p.screenshot({ path: `/tmp/exc/${name}.png`, fullPage: true });
 if (name==='desk') { await p.keyboard.press('?'); await p.waitForTimeout(800); await p.screenshot({ path: `/tmp/exc/help.png` }); }
 await p.close();
}
await b.close();

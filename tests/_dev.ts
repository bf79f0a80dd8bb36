import { developed } from './tag/polarity/sentences.ts';
import { judgeMarked } from './support/judged.ts';
let bad=0;
for (const [l,f,p,v,t] of developed) { const j=judgeMarked(t,l,f); if (j.polarity!==p||j.voice!==v){bad++;console.log(l,f,'want',p,v,'got',j.polarity,j.voice,j.because.map(b=>b.rule+':'+t.replace(/[{}]/g,'').slice(b.start,b.end)).join(' | '),'\n   ',t)} }
console.log(bad,'of',developed.length);

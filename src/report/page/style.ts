import { tones } from '../frames.ts';
import { light } from '../light.ts';

const frames = Object.entries({ ...tones, ...light })
  .map(([name, colour]) => `--${name}:${colour};`)
  .join('');

/** How the underlines of marked words differ, for readers and printers without colour. */
const underlines = {
  paradigm: 'solid',
  poverty: 'double',
  addon: 'dashed',
  integration: 'dotted',
  mainstream: 'wavy',
  rose: 'solid',
  grey: 'dashed',
} as const satisfies Record<keyof typeof tones, string>;

const marks = Object.entries(underlines)
  .map(
    ([name, line]) =>
      `mark.${name}{background:color-mix(in srgb,var(--${name}) 20%,transparent);text-decoration:underline ${line} var(--${name}) 2px;text-underline-offset:.22em}
.code.${name}::before{background:var(--${name})}`,
  )
  .join('\n');

/** The page's look: two grounds, four sizes, one measure; light, dark, narrow and A4. */
export const style = `
:root{${frames}
--small:.8125rem;--large:1.375rem;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--serif:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"DejaVu Serif",serif}
@media (prefers-color-scheme:dark){:root{--ground:#151514;--ink:#ebeae4;--muted:#a9a8a0;--line:#393935;--wash:#232321;--link:#8cc8ee}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;padding:0 clamp(1rem,4vw,3rem) 4rem;background:var(--ground);color:var(--ink);font:1rem/1.6 var(--sans);max-width:76rem;margin-inline:auto;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--link);outline-offset:3px}
:target{scroll-margin-top:1rem}
article:target,div:target,h4:target{box-shadow:none;outline:2px solid var(--line);outline-offset:.5rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem 1rem;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{padding-top:1.5rem}
h1,h3,h4{font-size:1rem;line-height:1.4;margin:0}
h1{font-weight:600}
h2{font-size:var(--large);line-height:1.35;font-weight:600;margin:0 0 .75rem;text-wrap:balance}
h3{margin:2rem 0 .5rem}
h4{margin:1.5rem 0 .5rem}
small,figcaption,caption,.note,.source,nav,footer,.also,dd,dt,aside,.events,.print{font-size:var(--small);font-weight:400;color:var(--muted)}
p,ul.prose{max-width:70ch;margin:0 0 .75rem}
p.note,figcaption{max-width:44rem}
nav ol{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin:.25rem 0 0;padding:0;list-style:none}
nav a{display:inline-block;padding:.15rem 0;color:var(--muted)}
.banner,.warning{max-width:none;margin:1rem 0 0;padding:.6rem 1rem;background:var(--wash);border-left:4px solid var(--ink)}
main>section{margin-top:4rem}
main>section.first{margin-top:2.25rem;display:grid;grid-template-columns:minmax(0,1fr);gap:2rem 4rem}
@media (min-width:60rem){main>section.first{grid-template-columns:minmax(0,1fr) 17rem}}
.claim+.claim{margin-top:3rem}
.claim h2{font-weight:500;max-width:40em}
.eyebrow{display:block;font-size:var(--small);font-weight:400;color:var(--muted)}
.number{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 2rem;margin:1.25rem 0}
.figure{margin:0;font-size:clamp(4rem,16vw,7rem);line-height:1;font-weight:600;letter-spacing:-.03em;font-variant-numeric:tabular-nums;white-space:nowrap}
.times{font-size:.55em;font-weight:400;margin-left:.08em;vertical-align:.12em}
.reading{flex:1 1 18rem;max-width:34rem;margin:0}
.unit{display:block;font-size:var(--small);color:var(--muted)}
.unit em{font-style:normal;font-weight:600;color:var(--ink)}
.verdict strong{font-size:var(--large);display:block;line-height:1.35}
.intervals{margin:1.25rem 0 0}
.intervals .narrow{display:none}
@media (max-width:44rem){.intervals .narrow{display:block}.intervals .wide{display:none}}
aside h2{font-size:var(--small);color:var(--ink);margin:0 0 .4rem}
aside ul{list-style:none;margin:0 0 1.25rem;padding:0}
aside li{border-top:1px solid var(--line);line-height:1.45}
aside li a{display:block;padding:.3rem 0;color:inherit;text-decoration-color:var(--line)}
aside li a:hover{text-decoration-color:currentColor}
details.institution,details.index{border-top:1px solid var(--line)}
summary{padding:.35rem 0;cursor:pointer}
summary h3{display:inline;margin:0}
summary:focus-visible{outline:2px solid var(--link);outline-offset:3px}
details[open]>summary{margin-bottom:.5rem}
figure{margin:0}
svg{display:block;max-width:100%;height:auto;overflow:visible;font-family:var(--sans);font-variant-numeric:tabular-nums}
svg text{white-space:pre}
.panels{display:grid;gap:1.5rem 2.5rem;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr))}
.panels.large{grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr))}
.large svg{width:100%;max-width:30rem}
.sides{display:grid;grid-template-columns:minmax(0,1fr);gap:0 4rem}
@media (min-width:60rem){.sides{grid-template-columns:repeat(2,minmax(0,1fr))}}
.panel{break-inside:avoid}
.panel figcaption{color:var(--ink);font-size:1rem;line-height:1.4;margin-bottom:.35rem}
.panel figcaption small{display:block}
.panel figcaption a{color:inherit}
.events{padding-left:1.4rem;margin:1rem 0 0}
.scroll{overflow-x:auto;margin:1.25rem 0}
table{border-collapse:collapse;font-size:var(--small);line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;padding-bottom:.35rem;color:var(--ink);font-weight:600}
th,td{padding:.35rem .75rem .35rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line);font-weight:400}
thead th{vertical-align:bottom;color:var(--muted);border-bottom-color:var(--muted);max-width:9rem}
tbody th{min-width:9rem}
.n{text-align:right;white-space:nowrap;padding-left:.5rem}
thead .n{white-space:normal}
.standing{padding-left:1.5rem}
thead button{padding:.3rem 0;border:0;background:none;color:inherit;font:inherit;text-align:inherit;cursor:pointer}
thead button:hover,[aria-sort] button{color:var(--ink)}
thead button:focus-visible{outline:2px solid var(--link);outline-offset:2px}
thead button::after{content:"↕";display:inline-block;width:1em;text-align:right;opacity:.45}
[aria-sort] button::after{opacity:1}
[aria-sort=ascending] button::after{content:"↑"}
[aria-sort=descending] button::after{content:"↓"}
.cite{line-height:0;margin-left:.15em;font-size:.75em}
.notes{padding-left:1.6rem;max-width:60rem;font-size:var(--small);line-height:1.5}
.notes li{margin-bottom:.4rem}
svg a:focus-visible rect{stroke:var(--link);stroke-width:2}
td small{display:inline-block;min-width:3.2em}
tr.side th{padding-top:1rem;font-weight:600}
tr.sum>*{color:var(--muted)}
td.words{min-width:16rem;max-width:46rem}
.spread{grid-column:1/-1}
table.outcomes{width:100%}
table.outcomes tbody td,table.outcomes tbody th{vertical-align:middle;padding-block:.15rem}
.outcomes tbody td:nth-child(2){min-width:13rem}
.outcomes tbody th{min-width:2.5rem;font-weight:600}
.outcomes small{display:block;min-width:0;line-height:1.3;color:var(--muted)}
.outcomes strong{font-weight:600}
.outcomes tr.secondary>:nth-child(2)::before{content:"– ";color:var(--muted)}
.outcomes .drawn{padding:0 1rem 0 0;width:21rem}
.outcomes td.n{padding-right:1.5rem}
.outcomes thead th{max-width:none}
.ends{display:flex;justify-content:space-between;max-width:20rem}
@media screen and (max-width:44rem){
.outcomes thead tr,.outcomes tbody tr{display:grid;grid-template-columns:2.75rem minmax(0,1fr) auto;gap:0 .75rem;padding-block:.5rem;border-bottom:1px solid var(--line)}
.outcomes thead th:not(:nth-child(3)){display:none}
table.outcomes th,table.outcomes tbody td,table.outcomes tbody th{padding:0;border:0;min-width:0}
.outcomes thead th,.outcomes .drawn{grid-column:1/-1}
.outcomes tbody td:nth-child(2){grid-column:2/-1}
.outcomes tbody td:nth-child(4){order:1}
.outcomes tbody td:nth-child(5){grid-column:1/3}
.outcomes .drawn:has(.empty){display:none}
}
table.appendix{table-layout:fixed;width:100%;min-width:60rem}
.appendix td,.appendix tbody th{vertical-align:top;min-width:0}
.appendix thead th{width:18%;max-width:none}
.appendix thead th:first-child{width:12%}
.appendix ul{list-style:none;margin:0;padding:0}
.appendix li+li{margin-top:.35rem}
.anchor{font-family:var(--serif)}
.whole{margin-top:1rem}
.whole ul{margin:0;padding-left:1.2rem}
code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em;overflow-wrap:anywhere}
.passage{max-width:44rem;margin:0 0 1.5rem;break-inside:avoid}
blockquote{margin:0;font:1rem/1.6 var(--serif)}
mark{color:inherit;border-radius:2px;padding:0 .05em}
mark.object{background:none;text-decoration:underline dotted var(--muted) 1px;text-underline-offset:.22em}
${marks}
.source{margin:.35rem 0 0;line-height:1.45}
.source cite{font-style:normal}
.source code,.source .id{font-size:.92em}
.source .id{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--muted)}
.code{white-space:nowrap;color:var(--ink);margin-right:.6em}
.code::before{content:"";display:inline-block;width:.65em;height:.65em;margin-right:.35em;border-radius:50%}
.codes{display:block}
.date{white-space:nowrap}
.index dl{margin:0}
.index dl>div{padding:.35rem 0;border-top:1px solid var(--line)}
dt{color:var(--ink)}
dd{margin:0}
.empty{color:var(--muted)}
.print{display:none}
footer{margin-top:4rem;border-top:1px solid var(--line);padding-top:1rem}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-center{content:counter(page) ' / ' counter(pages);font:8pt sans-serif;color:#444}}
@media print{
:root{--ground:#fff;--ink:#000;--muted:#444;--line:#bbb;--wash:#eee;--link:#000}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
html{font-size:10pt}
body{padding:0;max-width:none}
nav ol{display:block;columns:3;margin:.75rem 0 0;list-style:decimal inside}
thead button::after{display:none}
details>summary{list-style:none}
details::details-content{content-visibility:visible;height:auto;break-before:avoid}
.skip,.source .id,.index,.intervals .wide,aside>p a{display:none}
.intervals .narrow{display:block}
.print{display:block}
main>section{margin-top:2rem}
main>section.first{display:grid;grid-template-columns:minmax(0,1fr) 13rem;gap:1.5rem 2rem}
.figure{font-size:4rem}
#evidence{break-before:page}
h2,h3,h4,h3+p,caption,thead,summary{break-after:avoid}
tr,figure,article{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
th,td{padding:.2rem .35rem .2rem 0}
.n{padding-left:0}
table{font-size:7.5pt}
thead th{max-width:none;overflow-wrap:anywhere;hyphens:auto}
tbody th{min-width:5rem}
td.words{min-width:0}
td small{display:block;min-width:0;font-size:inherit}
.panels,.panels.large,.sides{grid-template-columns:repeat(2,minmax(0,1fr))}
.sides{gap:0 2rem}
.cell .passage:nth-of-type(n+4){display:none}
a{text-decoration:none}
}
`;

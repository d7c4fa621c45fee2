/** The one style sheet of the report. A change of it changes {@link styleHash}: a test says the new one. */
export const style = `
:root{color-scheme:light;--bg:#fff;--soft:#f5f6f8;--text:#1b1f24;--muted:#5b636e;--line:#e3e6ea;--track:#dde0e5;--good:#0b62a8;--warning:#8a6d00;--bad:#a3123a;--neutral:#5b636e}
.dark{color-scheme:dark;--bg:#14171b;--soft:#1d232a;--text:#e8ebef;--muted:#a3acb8;--line:#2b3138;--track:#39404a;--good:#6fb7f2;--warning:#f0b255;--bad:#ff8a7d;--neutral:#a3acb8}
@media (prefers-color-scheme:dark){.auto{color-scheme:dark;--bg:#14171b;--soft:#1d232a;--text:#e8ebef;--muted:#a3acb8;--line:#2b3138;--track:#39404a;--good:#6fb7f2;--warning:#f0b255;--bad:#ff8a7d;--neutral:#a3acb8}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{max-width:66rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.2;margin:0}
h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.75rem 0 .35rem}
p{margin:.35rem 0}
.subtitle{color:var(--muted)}
#headline{margin-top:1.5rem;padding:.25rem 1.25rem 1rem;background:var(--soft);border-radius:.5rem}
#headline h2{margin-top:1rem;border:0}
ul{margin:.5rem 0;padding-left:1.25rem}
li{margin:.4rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.75rem 0;font-size:.92rem;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:normal}
th{font-weight:600}
thead th{color:var(--muted)}
tbody th{min-width:11rem}
td:last-child{min-width:7rem}
.n{text-align:right;white-space:nowrap}
.tone{font-weight:600;white-space:nowrap}
.good{color:var(--good)}.warning{color:var(--warning)}.bad{color:var(--bad)}.neutral{color:var(--neutral)}
svg{display:block;width:100%;height:auto;margin:.35rem 0}
.bullet{width:10rem;margin:.15rem 0 0}
.trajectory{max-width:40rem}
.track{fill:var(--track)}
.mark{stroke:var(--text);stroke-width:2}
.plan{fill:none;stroke:var(--muted);stroke-width:1.5;stroke-dasharray:4 3}
.path{fill:none;stroke:currentColor;stroke-width:2}
.bar,.dot{fill:currentColor}
.goal{stroke:var(--text);stroke-width:1.5}
.label{fill:var(--muted);font-size:12px;text-anchor:end}
@media print{:root,.dark,.auto{color-scheme:light;--bg:#fff;--soft:#f5f6f8;--text:#1b1f24;--muted:#5b636e;--line:#e3e6ea;--track:#dde0e5;--good:#0b62a8;--warning:#8a6d00;--bad:#a3123a;--neutral:#5b636e}body{font-size:11pt;print-color-adjust:exact}main{max-width:none;padding:0}table,svg,li{break-inside:avoid}h2,h3{break-after:avoid}.scroll{overflow:visible}}
@page{size:A4;margin:16mm}
`

/** SHA-256 of the style sheet, for the content security policy. */
export const styleHash = 'sha256-Q0Wzx2bq6idnUTtmhu75/Uk/CY79ftrcx1OGdRLxQLA='

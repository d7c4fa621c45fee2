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
thead .n{white-space:normal}
td:not(.n){min-width:6.5em}
td .tone{white-space:normal;display:inline-block;min-width:8.5em}
.n{text-align:right;white-space:nowrap}
.tone{font-weight:600;white-space:nowrap}
.good{color:var(--good)}.warning{color:var(--warning)}.bad{color:var(--bad)}.neutral{color:var(--neutral)}
svg{display:block;width:100%;height:auto;margin:.35rem 0}
.bullet,.span{width:10rem;margin:.15rem 0 0}
.control{width:13rem;margin:0}
.mean{fill:none;stroke:var(--muted);stroke-width:1}
.course{fill:none;stroke:var(--text);stroke-width:1.2}
.s1{background:rgba(91,155,217,.12)}.s2{background:rgba(91,155,217,.22)}.s3{background:rgba(91,155,217,.32)}.s4{background:rgba(91,155,217,.42)}.s5{background:rgba(91,155,217,.52)}
.trajectory{max-width:40rem}
.track{fill:var(--track)}
.mark{stroke:var(--text);stroke-width:2}
.plan{fill:none;stroke:var(--muted);stroke-width:1.5;stroke-dasharray:4 3}
.path{fill:none;stroke:currentColor;stroke-width:2}
.bar,.dot{fill:currentColor}
.goal{stroke:var(--text);stroke-width:1.5}
.label{fill:var(--muted);font-size:12px;text-anchor:end}
@media print{:root,.dark,.auto{color-scheme:light;--bg:#fff;--soft:#f5f6f8;--text:#1b1f24;--muted:#5b636e;--line:#e3e6ea;--track:#dde0e5;--good:#0b62a8;--warning:#8a6d00;--bad:#a3123a;--neutral:#5b636e}body{font-size:11pt;print-color-adjust:exact}main{max-width:none;padding:0}tr,svg,li{break-inside:avoid}table{font-size:8pt}th,td{padding-right:.5rem}tbody th{min-width:8rem}.control{width:8.5rem}.bullet,.span{width:6.5rem}h2,h3{break-after:avoid}.scroll{overflow:visible}}
@page{size:A4;margin:16mm}
`

/** SHA-256 of the style sheet, for the content security policy. */
export const styleHash = 'sha256-gg9v2jfdgGlMM5cn4pWT1B3Fs8NrY6VKm9uozOD+Ntg='

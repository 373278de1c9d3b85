/** How `/api/docs` looks: the platform's colours, light and dark as the system says. */
export const STYLE = `
:root { color-scheme: light dark; --text: light-dark(#1c1a18, #eceae7); --muted: light-dark(#6b6660, #a29d96); --line: light-dark(#e4e0db, #35322e); --surface: light-dark(#f6f4f1, #211f1c); --page: light-dark(#fff, #181614); --accent: light-dark(#b84300, #ff8a4c); }
* { box-sizing: border-box; }
body { margin: 0; display: flex; font: 15px/1.6 system-ui, sans-serif; color: var(--text); background: var(--page); }
nav { position: sticky; top: 0; flex: none; width: 190px; height: 100vh; overflow: auto; padding: 24px 16px; border-right: 1px solid var(--line); }
nav a { display: block; padding: 3px 8px; border-radius: 6px; color: var(--muted); text-decoration: none; }
nav a:hover { color: var(--text); background: var(--surface); }
nav .home { margin-bottom: 12px; color: var(--text); font-weight: 600; }
main { flex: 1; min-width: 0; max-width: 900px; padding: 24px 32px 96px; }
h1 { font-size: 24px; } h2 { margin: 40px 0 8px; font-size: 18px; } h3 { margin: 16px 0 4px; font-size: 14px; }
small { color: var(--muted); font-weight: 400; } a { color: var(--accent); }
details { border-bottom: 1px solid var(--line); padding: 0 0 0 2px; } details[open] { padding-bottom: 16px; }
summary { padding: 8px 0; cursor: pointer; overflow-wrap: anywhere; } summary span { color: var(--muted); margin-left: 8px; }
summary b { display: inline-block; width: 58px; font: 600 12px ui-monospace, monospace; color: var(--muted); }
summary b.delete { color: light-dark(#b3261e, #ff8a80); } summary b.post, summary b.put, summary b.patch { color: var(--accent); }
code, pre { font: 13px/1.5 ui-monospace, monospace; }
pre { margin: 4px 0; padding: 12px; overflow: auto; border-radius: 8px; background: var(--surface); }
dl { margin: 4px 0; display: grid; grid-template-columns: minmax(120px, auto) 1fr; gap: 4px 16px; } dd { margin: 0; overflow-wrap: anywhere; } p { margin: 8px 0; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
@media (max-width: 700px) { body { display: block; } nav { position: static; width: auto; height: auto; display: flex; flex-wrap: wrap; border-right: 0; border-bottom: 1px solid var(--line); padding: 12px; } nav .home { margin: 0; } main { padding: 16px; } summary span { display: block; margin: 2px 0 0 62px; } dl { grid-template-columns: 1fr; } }
`;

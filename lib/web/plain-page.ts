/** A page without Next.js, for when there is none to be had: one sentence and a way on, for a browser without script too. */

export type PlainPage = {
  readonly title: string;
  readonly what: string;
  /** The id of the request, where whoever runs the portal can find out more by it. */
  readonly report?: string | undefined;
  readonly again?: boolean;
};

/** The colours of app/globals.css. */
const STYLE = `body{margin:0;font:17px/1.5 "Atkinson Hyperlegible Next",system-ui,sans-serif;color:#14212b;background:#fff}
header{background:#0b4f55;color:#fff;padding:14px 20px;font-size:19px}main{padding:32px 20px;max-width:48rem}
h1{font-size:clamp(32px,5vw,40px);line-height:1.15;margin:0}a{color:#0e6e76}
header a{color:inherit;text-decoration:none}a:focus-visible{outline:3px solid #ffbf1f;outline-offset:2px}`;

export function plainPage({ title, what, report, again }: PlainPage, nonce: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/icon.svg">
<title>${title} – SEND partnership portal</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header><a href="/">SEND partnership portal</a></header>
<main>
<h1>${title}</h1>
<p>${what}</p>
${report ? `<p>If you report it, give this number: ${report}</p>` : ""}
<p>${again ? '<a href="">Try again</a>, or go' : "Go"} to <a href="/">the first page</a>.</p>
</main>
</body>
</html>
`;
}

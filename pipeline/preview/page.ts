import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Language } from '../types.ts';

const BROWSER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'browser');

let made: string | undefined;

/** The script of the preview's page: what is under browser/, in one piece. */
function script(): string {
  made ??= buildSync({
    entryPoints: [path.join(BROWSER, 'main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    loader: { '.css': 'text' },
  })
    .outputFiles.map(({ text }) => text.trim())
    .join('');
  return made;
}

/** As in report.html, nothing is loaded from elsewhere; parts, facts, fonts and news come from this server alone. */
const policyOf = (text: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "font-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The page of the preview, empty: its script fetches what it shows. */
export function previewPage(language: Language): Readonly<{ html: string; policy: string }> {
  const text = script().replaceAll('</script', '<\\/script');
  const sheet = readFileSync(path.join(BROWSER, 'sheets.css'), 'utf8');
  const html = `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<title>Preview</title>
<link rel="icon" href="data:,">
<style id="fonts"></style>
<style id="print"></style>
<style>${sheet}</style>
</head>
<body>
<preview-desk></preview-desk>
<main id="report"></main>
<script>${text}</script>
</body>
</html>
`;
  return { html, policy: policyOf(text) };
}

// Builds the page into the server's resources; called by scripts/build-web.sh.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const TARGET = '../src/main/resources/web';
const MAPLIBRE = 'node_modules/maplibre-gl/dist';

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
await build({
    entryPoints: { app: 'src/main.js', style: 'src/app.css' },
    outdir: TARGET,
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'eof',
});
copyFileSync(`${MAPLIBRE}/maplibre-gl-csp-worker.js`, `${TARGET}/maplibre-worker.js`);
copyFileSync('src/index.html', `${TARGET}/index.html`);

const sha256 = content => createHash('sha256').update(content).digest('hex');
const below = folder => readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
const sources = ['build.mjs', 'package.json', 'package-lock.json', ...below('src')].sort();
const lines = [
    ...sources.map(file => `source ${file} ${sha256(readFileSync(file))}`),
    ...readdirSync(TARGET).sort().map(file => `built ${file} ${sha256(readFileSync(join(TARGET, file)))}`),
];
// WebBundleTest holds this list against both, so that neither is changed without the other.
writeFileSync(`${TARGET}/bundle.txt`, lines.join('\n') + '\n');

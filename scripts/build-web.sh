#!/usr/bin/env bash
# Builds the web page from server/web into the server's resources. Needs Node 20 or newer; only who changes the page runs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../server/web"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
node build.mjs

#!/usr/bin/env node
const { join } = require('node:path');

const args = process.argv.slice(2);
// The language server is a program of its own, so that neither loads what only the other needs.
const isServer = args[0] === 'lsp' && !args.some((word) => word === '-h' || word === '--help');
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  // What is asked most often, by other programs, loads nothing.
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  require('../dist/start.cjs').start(join(__dirname, '../dist'), args[0]);
  require(isServer ? '../dist/lsp.cjs' : '../dist/cli.cjs').main();
}

#!/usr/bin/env node
const { join } = require('node:path');

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  // What is asked most often, by other programs, loads nothing.
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  require('../dist/start.cjs').start(join(__dirname, '../dist'));
  require('../dist/cli.cjs').main();
}

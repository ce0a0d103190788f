import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell';

export const hasBrowser = existsSync(executablePath);
if (!hasBrowser)
  process.stdout.write(`\nSKIPPED: there is no browser at ${executablePath}. Install chromium-headless-shell or set CHROMIUM_PATH.\n`);

export const launchBrowser = () => chromium.launch({ executablePath, args: ['--no-sandbox'] });

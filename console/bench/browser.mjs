/** Drives a headless Chromium over its debugging pipe: no library, no open port. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'];

export class Browser {
  #next = 1;
  #waiting = new Map();
  #listeners = new Map();
  #rest = '';

  /** Starts it; `flags` are added to the command line. */
  constructor({ executable = process.env.WATCHFLOOR_CHROMIUM ?? '/usr/bin/chromium', flags = [] } = {}) {
    this.profile = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
    const args = [...FLAGS, ...flags, '--remote-debugging-pipe', `--user-data-dir=${this.profile}`, 'about:blank'];
    this.process = spawn(executable, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.process.stdio[4].setEncoding('utf8').on('data', (text) => this.#read(text));
  }

  #read(text) {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop();
    for (const part of parts) {
      const message = JSON.parse(part);
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error) waiting?.fail(new Error(message.error.message));
      else if (waiting) waiting.done(message.result);
      else this.#listeners.get(message.method)?.(message.params);
    }
  }

  on(method, listener) {
    this.#listeners.set(method, listener);
  }

  /** A command of the DevTools protocol. */
  send(method, params = {}, sessionId) {
    const id = this.#next++;
    this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, fail) => this.#waiting.set(id, { done, fail }));
  }

  /** A page of its own, this big. */
  async page(width = 1440, height = 900) {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new BrowserPage(this, sessionId);
    const size = { width, height, deviceScaleFactor: 1, mobile: false };
    await page.send('Emulation.setDeviceMetricsOverride', size);
    for (const domain of ['Page', 'Runtime']) await page.send(`${domain}.enable`);
    return page;
  }

  async close() {
    const ended = new Promise((done) => this.process.once('exit', done));
    await this.send('Browser.close').catch(() => {});
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

class BrowserPage {
  constructor(browser, sessionId) {
    this.browser = browser;
    this.sessionId = sessionId;
  }

  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  goto(url) {
    return this.send('Page.navigate', { url });
  }

  /** Value of an expression in the page; a promise is awaited. */
  async evaluate(expression) {
    const answer = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? expression);
    return answer.result.value;
  }

  /** Returns once the expression is true in the page, which may still be loading. */
  async until(expression, millis = 20_000) {
    const end = Date.now() + millis;
    while (!(await this.evaluate(`Boolean(${expression})`).catch(() => false))) {
      if (Date.now() > end) throw new Error(`not within ${millis} ms: ${expression}`);
      await new Promise((later) => setTimeout(later, 50));
    }
  }

  async screenshot() {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }
}

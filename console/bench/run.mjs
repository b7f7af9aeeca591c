#!/usr/bin/env node
/**
 * Measures the console in headless Chromium with a made-up picture of 2,000 incidents and 5,000 people:
 * how soon the first picture is there, and what its main thread does while 1,000 things change each second.
 *
 *   node console/bench/run.mjs [--incidents 2000] [--people 5000] [--per-second 1000] [--seconds 10]
 */

import { Browser } from './browser.mjs';
import { Scene } from './scene.mjs';
import { leafletFolder, Stage } from './stage.mjs';
import { percentile, readTrace } from './trace.mjs';

const TICKS_PER_SECOND = 10;
const CATEGORIES = 'toplevel,disabled-by-default-devtools.timeline,devtools.timeline';

const options = { incidents: 2000, people: 5000, 'per-second': 1000, seconds: 10 };
for (let i = 2; i < process.argv.length; i += 2) options[process.argv[i].replace(/^--/, '')] = Number(process.argv[i + 1]);

const pause = (millis) => new Promise((done) => setTimeout(done, millis));

/** Milliseconds from asking for the page until rows and markers were painted. */
async function firstPicture(browser, address) {
  const page = await browser.page(1920, 1080);
  await page.goto(`${address}/?lang=zh`);
  const painted = `new Promise((done) => {
    const look = () => document.querySelector('[data-testid=incident-list] .row')
      ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
      : requestAnimationFrame(look);
    look();
  })`;
  await page.until("document.querySelector('#attention')");
  return { page, millis: await page.evaluate(painted) };
}

/** Times between frames while `work` is under way. */
const COUNT_FRAMES = `window.frames = []; (function next(last) {
  requestAnimationFrame((now) => { window.frames.push(now - last); next(now); });
})(performance.now());`;

async function underChange(browser, page, stage) {
  const events = [];
  browser.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const complete = new Promise((done) => browser.on('Tracing.tracingComplete', done));
  await page.evaluate(COUNT_FRAMES);
  await browser.send('Tracing.start', { categories: CATEGORIES, transferMode: 'ReportEvents' });
  const perTick = options['per-second'] / TICKS_PER_SECOND;
  const changed = Math.round(perTick * 0.05);
  for (let i = 0; i < options.seconds * TICKS_PER_SECOND; i++) {
    stage.send(stage.scene.step({ moved: perTick - changed, changed }));
    await pause(1000 / TICKS_PER_SECOND);
  }
  await browser.send('Tracing.end');
  await complete;
  return { events, frames: (await page.evaluate('window.frames')).sort((a, b) => a - b) };
}

const round = (value) => Math.round(value * 10) / 10;

async function main() {
  const stage = new Stage(leafletFolder(), new Scene({ ...options, alerts: 8 }));
  const address = await stage.open();
  const browser = new Browser();
  try {
    await firstPicture(browser, address);
    const { page, millis } = await firstPicture(browser, address);
    await pause(2_000);
    const { events, frames } = await underChange(browser, page, stage);
    const trace = readTrace(events);
    console.log(`${options.incidents} incidents, ${options.people} people, ${options['per-second']} changes a second`);
    console.log(`first picture            ${Math.round(millis)} ms`);
    console.log(`frames                   ${frames.length} in ${options.seconds} s`);
    console.log(`frame p50 / p95 / max    ${[0.5, 0.95, 1].map((share) => round(percentile(frames, share))).join(' / ')} ms`);
    console.log(`main thread processor    ${round(trace.cpuMillis / (options.seconds * 10))} % of one core`);
    console.log(`longest task             ${round(trace.longest)} ms, ${round(trace.longestCpu)} ms of processor time`);
    console.log(`tasks over 50 ms         ${trace.long}, ${trace.longByCpu} by processor time`);
    console.log(`the longest did, ms      ${trace.parts.join(', ')}`);
  } finally {
    await browser.close();
    stage.close();
  }
}

await main();

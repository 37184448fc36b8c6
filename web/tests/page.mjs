// What the tests share: a browser that opens the page from its file, and sees what leaves.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PAGE = pathToFileURL(join(ROOT, "web/dist/ogi.html")).href;
const PICTURES = process.env.PICTURES;
const AXE = readFileSync(fileURLToPath(new URL("../node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");

/** The program, to compare with. */
export const OGI = process.env.OGI ?? join(ROOT, "target/release/ogi");

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** A page without a network. What it asks for beside its own file is kept in `left`, what it complains of in `errors`. */
export async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...options });
  await context.setOffline(true);
  const page = await context.newPage();
  const left = [];
  const errors = [];
  page.on("request", (it) => {
    if (it.url() !== PAGE && !it.url().startsWith("blob:")) left.push(it.url());
  });
  page.on("pageerror", (it) => errors.push(String(it)));
  page.on("console", (it) => {
    if (it.type() === "error" || /Content Security Policy/i.test(it.text())) errors.push(it.text());
  });
  await page.goto(PAGE);
  return { page, context, left, errors };
}

export const way = (page, key) => page.click(`[data-way=${key}]`);
const input = (page, drop, n = 0) => page.locator(`[data-drop=${drop}] input[type=file]`).nth(n);

/** Gives files to a place: paths, or `{name, mimeType, buffer}`. */
export const give = (page, drop, files) => input(page, drop).setInputFiles(files);
export const giveFolder = (page, drop, folder) => input(page, drop, 1).setInputFiles(folder);
/** Drops files or folders, by their paths, as a hand does. */
export async function drop(page, place, paths) {
  const cdp = await page.context().newCDPSession(page);
  const { x, y } = await page.locator(place).boundingBox();
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await cdp.send("Input.dispatchDragEvent", { type, x: x + 20, y: y + 10, data });
  }
}

export const file = (name, text) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });

/** Waits for a report to be checked, or refused. */
export async function checked(page) {
  await page.waitForSelector(".verdict, .report-view .failed", { timeout: 60_000 });
  return page.evaluate(() => ({
    verdict: document.querySelector(".verdict .chip")?.textContent ?? null,
    failure: document.querySelector(".report-view .failed span")?.textContent ?? null,
  }));
}

/** Closes what is open. */
export const close = (page) => page.locator(".report-view .bar button", { hasText: /换一份|返回总览|Another|Back/ }).click();

/** Saves, and gives the bytes and the name. */
export async function save(page, to) {
  const menu = page.locator("details.menu");
  if (!(await menu.evaluate((it) => it.open))) await menu.locator("summary").click();
  return download(page, () => page.click(`[data-save=${to}]`));
}

export async function download(page, act) {
  // Of more than ten downloads within a second Chromium drops the eleventh and says nothing: no hand is that quick.
  await page.waitForTimeout(120);
  const [it] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: it.suggestedFilename(), bytes: readFileSync(await it.path()) };
}

/** What the program prints, run where the file is, so that it is called the same. */
export const program = (path, ...args) => run(path, args).stdout;

/** What it complains of. */
export const complaint = (path, ...args) => run(path, args).stderr.toString();

function run(path, args) {
  const done = spawnSync(OGI, args, { cwd: dirname(path), maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  return done;
}

export const check = (path, ...more) => program(path, "check", "--no-settings", "--format", "json", ...more, basename(path));

/** axe: no violation. */
export async function accessible(page, state) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((it) => `${state}: ${it.id}: ${it.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
}

/** A picture, if they are wanted. */
export async function picture(page, name, options = {}) {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(join(PICTURES, `${name}.png`), await page.screenshot({ fullPage: false, ...options }));
}

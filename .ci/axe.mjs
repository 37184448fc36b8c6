// Checks pages for accessibility with axe-core, in Chromium, on a desktop and a telephone, in light and dark:
//
//   npm install --no-save axe-core playwright-core
//   CHROMIUM=$(command -v chromium) node .ci/axe.mjs PAGE.html...
//
// Ends with 1 if there is a violation.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import axe from "axe-core";

const sizes = [{ width: 1200, height: 900 }, { width: 390, height: 844 }];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
let failed = false;
for (const path of process.argv.slice(2)) {
  for (const viewport of sizes) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ viewport, colorScheme });
      await page.goto(pathToFileURL(path).href);
      await page.evaluate(axe.source);
      const { violations, passes, incomplete } = await page.evaluate(() => axe.run());
      const undecided = incomplete.map((it) => it.id).join(" ") || "none";
      console.log(`${path} ${viewport.width}px ${colorScheme}: ${violations.length} violations, ` +
        `${passes.length} rules passed, undecided: ${undecided}`);
      for (const it of violations) {
        failed = true;
        console.log(`  ${it.id} (${it.impact}): ${it.help}`);
        for (const node of it.nodes.slice(0, 5)) console.log(`    ${node.target}`);
      }
      await page.close();
    }
  }
}
await browser.close();
process.exitCode = failed ? 1 : 0;

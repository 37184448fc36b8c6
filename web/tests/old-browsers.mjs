// Whether the built page speaks what browsers of 2020 understand: the syntax of its scripts, the policy, and that nothing is
// loaded from elsewhere. What the module uses is checked where it is built.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { parse } from "acorn";

const path = new URL("../dist/ogi.html", import.meta.url);
const html = readFileSync(path, "utf8");
const fail = (why) => {
  console.error(`old browsers: ${why}`);
  process.exit(1);
};

const scripts = [...html.matchAll(/<script type="module"[^>]*>([\s\S]*?)<\/script>/g)].map((it) => it[1]);
if (scripts.length !== 1) fail(`${scripts.length} scripts`);
const worker = (source) => {
  // The worker's script is a text in the page's.
  const texts = [];
  const walk = (node) => {
    if (!node || typeof node !== "object") return;
    if (node.type === "Literal" && typeof node.value === "string") texts.push(node.value);
    if (node.type === "TemplateElement") texts.push(node.value.cooked);
    for (const it of Object.values(node)) (Array.isArray(it) ? it : [it]).forEach(walk);
  };
  walk(source);
  return texts.filter((it) => it.includes("WebAssembly"));
};
const page = parse(scripts[0], { ecmaVersion: 2020, sourceType: "module" });
const workers = worker(page);
if (workers.length === 0) fail("the worker was not found");
for (const it of workers) parse(it, { ecmaVersion: 2020, sourceType: "script" });

// Methods and styles that came after Chromium 86.
const code = scripts[0] + workers.join("\n");
const later = [
  /\bstructuredClone\(/, /\.findLast\(/, /\.at\(-?\d/, /Object\.hasOwn\(/, /randomUUID/, /\.replaceAll\(.*\.toSorted\(/, /\.toSorted\(/,
];
for (const it of later) if (it.test(code)) fail(`${it} came later`);
const style = html.match(/<style[^>]*>([\s\S]*?)<\/style>/)[1];
for (const it of [/:has\(/, /:is\(/, /:where\(/, /color-mix/, /@layer/, /@container/, /inset-inline/, /aspect-ratio/, /(^|[{;])inset:/, /\bdvh\b/]) {
  if (it.test(style)) fail(`${it} in the styles came later`);
}
const policy = html.match(/Content-Security-Policy" content="([^"]+)"/)?.[1] ?? "";
for (const it of ["default-src 'none'", "connect-src 'none'"]) if (!policy.includes(it)) fail(`no ${it}`);
const loads = html.replace(/<script[\s\S]*?<\/script>/g, "").match(/\b(src|href)="(?!#)[^"]*"/);
if (loads) fail(`it loads ${loads[0]}`);
console.log(`${html.length} bytes in one file, ${gzipSync(html, { level: 9 }).length} packed; syntax of 2020, nothing loaded`);

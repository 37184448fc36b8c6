/** The worker: it holds the module, and answers one request after another. What happens to it harms no page. */
import { answer, initSync } from "../../built/ogi_wasm.js";

/** What the page sends: the packed module once, then requests. */
export type ToWorker =
  | { kind: "start"; module: string }
  | { kind: "ask"; id: number; request: string; files: Uint8Array[] };

export type FromWorker =
  | { kind: "ready" }
  | { kind: "broken"; id: number | null; message: string }
  | { kind: "answer"; id: number; json: string; bytes: Uint8Array; memory: number };

let memory: WebAssembly.Memory | undefined;
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
};

scope.onmessage = ({ data }) => {
  if (data.kind === "start") void start(data.module);
  else ask(data.id, data.request, data.files);
};

async function start(packed: string): Promise<void> {
  try {
    const text = atob(packed);
    const bytes = new Uint8Array(text.length);
    for (let n = 0; n < text.length; n += 1) bytes[n] = text.charCodeAt(n);
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const module = await new Response(unpacked).arrayBuffer();
    memory = initSync({ module: new WebAssembly.Module(module) }).memory;
    scope.postMessage({ kind: "ready" });
  } catch (error) {
    scope.postMessage({ kind: "broken", id: null, message: String(error) });
  }
}

function ask(id: number, request: string, files: Uint8Array[]): void {
  try {
    const done = answer(request, joined(files));
    const { json, bytes } = done;
    done.free();
    const message: FromWorker = { kind: "answer", id, json, bytes, memory: memory?.buffer.byteLength ?? 0 };
    scope.postMessage(message, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    // A panic, a stack or a memory that is full: the module is not to be trusted any more.
    scope.postMessage({ kind: "broken", id, message: String(error) });
  }
}

function joined(files: Uint8Array[]): Uint8Array {
  const [first] = files;
  if (files.length === 1 && first) return first;
  const all = new Uint8Array(files.reduce((sum, it) => sum + it.length, 0));
  let at = 0;
  for (const it of files) {
    all.set(it, at);
    at += it.length;
  }
  return all;
}

/** Files that were dropped or chosen, and files to keep. */
import type { Source } from "./engine/schema";

/** Longer files are not even read: no report is so long, and the module would refuse it. */
export const MOST_BYTES = 64 << 20;

/** What may hold a report, by the names of files: what else lies in a folder is passed over. */
const DOCUMENTS =
  /\.(txt|md|json|html?|shtml|mht|mhtml|eml|docx?|wps|rtf|odt|fodt|xlsx?|et|ods|fods|pdf|ofd|zip|csv)$/i;

export interface Found {
  path: string;
  file: File;
}

/** The files of a drop, those inside folders too. */
export async function dropped(transfer: DataTransfer): Promise<{ found: Found[]; hasFolder: boolean }> {
  const entries = Array.from(transfer.items)
    .filter((it) => it.kind === "file")
    .map((it) => it.webkitGetAsEntry?.() ?? null);
  if (entries.length === 0 || entries.some((it) => it === null)) {
    return { found: Array.from(transfer.files, (file) => ({ path: file.name, file })), hasFolder: false };
  }
  const found: Found[] = [];
  for (const it of entries) if (it) await collect(it, found);
  return { found, hasFolder: entries.some((it) => it?.isDirectory) };
}

async function collect(entry: FileSystemEntry, found: Found[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    found.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return;
    for (const it of some) await collect(it, found);
  }
}

/** The files of an input; of a folder with their paths in it. */
export function chosen(input: HTMLInputElement): Found[] {
  const files = Array.from(input.files ?? []);
  input.value = "";
  return files.map((file) => ({
    path: (file as File & { webkitRelativePath?: string }).webkitRelativePath || file.name,
    file,
  }));
}

/** Those that may be reports, in the order of their names, and the names of the others. */
export function documents(found: Found[]): { found: Found[]; skipped: string[] } {
  const isTheirs = (path: string) => /(^|\/)(\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(path);
  const isWanted = (it: Found) => DOCUMENTS.test(it.path) && !isTheirs(it.path);
  const order = (a: Found, b: Found) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return {
    found: found.filter(isWanted).sort(order),
    skipped: found.filter((it) => !isWanted(it)).map((it) => it.path),
  };
}

export async function read({ path, file }: Found): Promise<Source> {
  if (file.size > MOST_BYTES) {
    // One byte more than the module takes: it says itself how much that is.
    return { path, bytes: new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer()) };
  }
  return { path, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export function ofText(path: string, text: string): Source {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** What was copied: the page with its tables if it has any, else the text. */
export function copied(data: DataTransfer, name: string): Source | null {
  const html = data.getData("text/html");
  if (/<table\b/i.test(html)) return ofText(`${name}.html`, html);
  const text = data.getData("text/plain");
  return text.trim() ? ofText(`${name}.txt`, text) : null;
}

/** Puts a file where the browser keeps downloads. */
export function keep(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const link = document.createElement("a");
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "_");
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The name of a file without folders and ending. */
export function stem(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/\.[^.]+$/, "") || name;
}

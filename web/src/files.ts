/** Files that were dropped or chosen, and files to keep. */
import { Refused } from "./engine/engine";
import type { Source } from "./engine/schema";
import { WORDS } from "./words";

/** Longer files are not even read: no report is so long, and the module would refuse it. */
export const MOST_BYTES = 64 << 20;

/** What may hold a report, by the names of files: what else lies in a folder is passed over. */
const DOCUMENTS =
  /\.(txt|md|json|html?|shtml|mht|mhtml|eml|docx?|wps|rtf|odt|fodt|xlsx?|et|ods|fods|pdf|ofd|zip|csv)$/i;

export interface Found {
  path: string;
  file: File;
}

/** The newer way into a folder that is dropped, which the types of TypeScript do not know. */
interface Dropped extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** The files of a drop, those inside folders too. */
export async function dropped(transfer: DataTransfer): Promise<{ found: Found[]; hasFolder: boolean }> {
  // All is taken at once: after the event a drop holds nothing.
  const taken = Array.from(transfer.items).filter((it) => it.kind === "file").map((it: Dropped) => {
    const entry = it.webkitGetAsEntry?.() ?? null;
    const isFolder = entry?.isDirectory ?? false;
    // In a page that was opened from a folder, Chromium lets handles be read and refuses entries; in one of a server without
    // encryption there are no handles.
    const handle = isFolder ? it.getAsFileSystemHandle?.().catch(() => null) : undefined;
    return { entry, isFolder, handle, file: it.getAsFile() };
  });
  const found: Found[] = [];
  for (const { entry, isFolder, handle, file } of taken) {
    const folder = await handle;
    if (folder) await inHandle(folder, folder.name, found);
    else if (entry && isFolder) await inEntry(entry, found);
    else if (file) found.push({ path: file.name, file });
  }
  const hasFolder = taken.some((it) => it.isFolder);
  if (hasFolder && found.length === 0) throw new Refused({ kind: "empty-folder", ...WORDS.emptyFolder });
  return { found, hasFolder };
}

const isHidden = (name: string) => name.startsWith(".");

async function inHandle(handle: FileSystemHandle, path: string, found: Found[]): Promise<void> {
  if (handle.kind === "file") {
    found.push({ path, file: await (handle as FileSystemFileHandle).getFile() });
    return;
  }
  for await (const it of (handle as FileSystemDirectoryHandle).values()) {
    if (it.kind === "file" || !isHidden(it.name)) await inHandle(it, `${path}/${it.name}`, found);
  }
}

async function inEntry(entry: FileSystemEntry, found: Found[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    found.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // It gives some at a time, and none when it has given all.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return;
    for (const it of some) if (it.isFile || !isHidden(it.name)) await inEntry(it, found);
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

/**
 * Those that may be reports, in the order of their names, and the names of the others. As in the program, hidden folders and
 * settings in a folder are not worth a word.
 */
export function documents(found: Found[]): { found: Found[]; skipped: string[] } {
  const isTheirs = (path: string) => /(^|\/)(\.|~\$|Thumbs\.db$|desktop\.ini$)[^/]*$/i.test(path);
  const isSilent = (path: string) => /\/\.[^/]*\/|\/[^/]*\.toml$/i.test(path);
  const isWanted = (it: Found) => DOCUMENTS.test(it.path) && !isTheirs(it.path);
  const order = (a: Found, b: Found) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  const seen = found.filter((it) => !isSilent(it.path)).sort(order);
  return { found: seen.filter(isWanted), skipped: seen.filter((it) => !isWanted(it)).map((it) => it.path) };
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

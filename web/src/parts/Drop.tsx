/** Where files are given: dropped, chosen, pasted. */
import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { failureOf } from "../engine/context";
import type { Failure, Source } from "../engine/schema";
import { type Found, chosen, copied, dropped, ofText } from "../files";
import { useWords } from "../language";
import { Failed } from "./Failed";

interface Props {
  title: string;
  hint?: string;
  /** Whether several files are wanted, and folders. */
  many?: boolean;
  /** Whether one is what is usually given. */
  oneIsUsual?: boolean;
  small?: boolean;
  given: string;
  onFiles(found: Found[], hasFolder: boolean): void;
  children?: ComponentChildren;
}

export function Drop({ title, hint, many, oneIsUsual, small, given, onFiles, children }: Props) {
  const say = useWords();
  const [isOver, setOver] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [files, folder] = [useId(), useId()];
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    setFailure(null);
    if (!event.dataTransfer) return;
    try {
      const { found, hasFolder } = await dropped(event.dataTransfer);
      if (found.length > 0) onFiles(found, hasFolder);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <div
      class={`drop ${small ? "small" : ""} ${isOver ? "over" : ""}`}
      data-drop={given}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p class="drop-title">{title}</p>
      {hint && <p class="hint">{hint}</p>}
      <div class="buttons">
        <label class="button primary" for={files}>
          {say(many && !oneIsUsual ? "chooseMany" : "choose")}
          <input id={files} type="file" multiple={many} onChange={(event) => {
            const found = chosen(event.currentTarget);
            if (found.length > 0) onFiles(found, false);
          }} />
        </label>
        {many && (
          <label class="button" for={folder}>
            {say("chooseFolder")}
            <input id={folder} type="file" {...{ webkitdirectory: true }} onChange={(event) => {
              const found = chosen(event.currentTarget);
              if (found.length > 0) onFiles(found, true);
            }} />
          </label>
        )}
        {children}
      </div>
      {failure && <Failed failure={failure} />}
    </div>
  );
}

/** A place to paste a report into: its tables come along if it is copied from a page or a document. */
export function Paste({ onPasted }: { onPasted(source: Source): void }) {
  const say = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  return (
    <details class="paste">
      <summary class="button">{say("paste")}</summary>
      <label for={id}>{say("pasteHint")}</label>
      <textarea id={id} ref={area} rows={8} onPaste={(event) => {
        const source = event.clipboardData && copied(event.clipboardData, say("pasted"));
        if (!source?.path.endsWith(".html")) return;
        event.preventDefault();
        onPasted(source);
      }} />
      <button type="button" class="primary" onClick={() => {
        const text = area.current?.value ?? "";
        if (text.trim()) onPasted(ofText(`${say("pasted")}.txt`, text));
      }}>
        {say("pasteCheck")}
      </button>
    </details>
  );
}

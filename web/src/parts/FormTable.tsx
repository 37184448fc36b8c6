/** A table of the form: every figure can be chosen and typed over. */
import { useRef } from "preact/hooks";
import type { Cell, Figure, Part } from "../engine/schema";
import { useWords } from "../language";

interface Props {
  part: Part;
  selected: string | null;
  /** The cells that the chosen finding counts in. */
  involved: Set<string>;
  /** What is being typed and not yet answered for. */
  typing: Map<string, string>;
  onSelect(cell: string): void;
  onType(figure: Figure, text: string): void;
}

export function isFigure(cell: Cell): cell is Figure {
  return cell.kind === "figure" && cell.id !== undefined;
}

export function FormTable({ part, ...props }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const rows = part.rows ?? [];
  return (
    <div class="scroll" role="region" aria-label={part.heading} tabIndex={0}>
      <table ref={table} class={`form ${part.key}`} onKeyDown={(event) => move(event, table.current)}>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>{row.map((cell, m) => <CellOf key={cell.id ?? m} cell={cell} {...props} />)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellOf({ cell, ...props }: Omit<Props, "part"> & { cell: Cell }) {
  const span = { rowSpan: cell.rows ?? 1, colSpan: cell.columns ?? 1 };
  if (isFigure(cell)) return <FigureOf figure={cell} {...props} span={span} />;
  if (cell.kind === "corner") return <td {...span} />;
  return <th {...span} scope={cell.kind === "head" ? "col" : "row"} class={cell.kind}>{cell.text}</th>;
}

function FigureOf({ figure, span, selected, involved, typing, onSelect, onType }: Omit<Props, "part"> & {
  figure: Figure;
  span: { rowSpan: number; colSpan: number };
}) {
  const say = useWords();
  const text = typing.get(figure.id) ?? figure.text ?? "";
  const classes = [
    "figure",
    figure.severity ?? "",
    figure.suspected ? "suspected" : "",
    !figure.severity && involved.has(figure.id) ? "involved" : "",
    figure.id === selected ? "selected" : "",
    figure.is_changed ? "changed" : "",
    figure.is_total ? "total" : "",
    text === "" ? "blank" : "",
  ];
  const place = figure.place ? `\n${say("inSource")}：${say(figure.place)}` : "";
  const isWrong = figure.severity === "error";
  return (
    <td {...span} class={classes.filter(Boolean).join(" ")}>
      <input
        id={figure.id}
        data-cell={figure.id}
        value={text}
        size={Math.max(2, Math.min(text.length, 12))}
        autocomplete="off"
        aria-label={say(figure.name)}
        aria-invalid={isWrong}
        placeholder={text === "" && figure.implied ? `=${figure.implied}` : ""}
        title={say(figure.name) + place}
        onFocus={() => onSelect(figure.id)}
        onInput={(event) => onType(figure, event.currentTarget.value)}
      />
      {text !== "" && figure.implied && figure.severity && (
        <span class="implied">{say("addsTo")} {figure.implied}</span>
      )}
    </td>
  );
}

/** The arrows up and down, and Enter, go to the figure above or below, as in a workbook. */
function move(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const step = { ArrowUp: -1, ArrowDown: 1, Enter: event.shiftKey ? -1 : 1 }[event.key];
  const from = event.target;
  if (step === undefined || !table || !(from instanceof HTMLInputElement)) return;
  event.preventDefault();
  const box = from.getBoundingClientRect();
  const middle = (it: DOMRect) => it.left + it.width / 2;
  const inputs = Array.from(table.querySelectorAll("input"));
  const beyond = inputs.filter((it) => {
    const other = it.getBoundingClientRect();
    return Math.abs(middle(other) - middle(box)) < box.width && (other.top - box.top) * step > 2;
  });
  const next = step > 0 ? beyond[0] : beyond[beyond.length - 1];
  next?.focus();
  next?.select();
}

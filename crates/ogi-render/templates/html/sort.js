for (const table of document.querySelectorAll("table.list")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const first = head.classList.contains("count") ? "descending" : "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      const order = before === first ? other : first;
      for (const it of heads) it.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", order);
      const sign = order === "ascending" ? 1 : -1;
      const key = (row) => row.cells[column].dataset.key;
      const rows = [...table.tBodies[0].rows];
      // What has no value stays at the end.
      rows.sort((a, b) => (key(a) === "") - (key(b) === "") ||
        sign * key(a).localeCompare(key(b), "zh-CN", { numeric: true }));
      table.tBodies[0].append(...rows);
    });
  });
}

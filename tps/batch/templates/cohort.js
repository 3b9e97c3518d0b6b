"use strict";
// Tables of this page: a click on a heading sorts, the fields above filter.  Without scripts they are plain tables.
(() => {
  const number = (cell) => {
    const text = cell.dataset.value ?? cell.textContent;
    const value = Number.parseFloat(text.replace("\u2212", "-"));
    return Number.isNaN(value) ? null : value;
  };
  const compare = (column, numeric, up) => (a, b) => {
    const [x, y] = [a.cells[column], b.cells[column]];
    if (!numeric) return (up ? 1 : -1) * x.textContent.localeCompare(y.textContent);
    const [p, q] = [number(x), number(y)];
    // What has no value stands last, whichever way.
    if (p === null || q === null) return (p === null) - (q === null);
    return (up ? 1 : -1) * (p - q);
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    const headings = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
    headings.forEach((heading, column) => {
      heading.tabIndex = 0;
      heading.setAttribute("aria-sort", "none");
      const sort = () => {
        const up = heading.getAttribute("aria-sort") !== "ascending";
        headings.forEach((other) => other.setAttribute("aria-sort", "none"));
        heading.setAttribute("aria-sort", up ? "ascending" : "descending");
        body.append(...[...body.rows].sort(compare(column, !heading.classList.contains("text"), up)));
      };
      heading.addEventListener("click", sort);
      heading.addEventListener("keydown", (event) => event.key === "Enter" && sort());
    });
    const panel = document.querySelector(`[data-filters="${table.id}"]`);
    if (!panel) continue;
    panel.hidden = false;
    const fields = [...panel.querySelectorAll("input, select")];
    const shown = panel.querySelector("output");
    const filter = () => {
      let left = 0;
      for (const row of body.rows) {
        const fits = fields.every((field) => {
          if (!field.value) return true;
          if (field.dataset.below) {
            const value = number(row.cells[Number(field.dataset.below)]);
            return value !== null && value < Number(field.value);
          }
          if (field.dataset.is) return row.cells[Number(field.dataset.is)].textContent === field.value;
          return row.textContent.toLowerCase().includes(field.value.toLowerCase());
        });
        row.hidden = !fits;
        left += fits;
      }
      shown.value = `${left} / ${body.rows.length}`;
    };
    fields.forEach((field) => field.addEventListener("input", filter));
    filter();
  }
})();

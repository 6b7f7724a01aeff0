
"use strict";
document.querySelectorAll("table.sortable").forEach(function (table) {
  var body = table.tBodies[0];
  var heads = Array.from(table.tHead.rows[0].cells);

  function compare(a, b, column, direction) {
    var x = a.cells[column];
    var y = b.cells[column];
    var numeric = heads[column].classList.contains("number");
    if (!numeric) {
      return direction * x.textContent.localeCompare(y.textContent, "en", { numeric: true });
    }
    var known = x.hasAttribute("data-value");
    if (known !== y.hasAttribute("data-value")) {
      return known ? -1 : 1;
    }
    return known ? direction * (x.getAttribute("data-value") - y.getAttribute("data-value")) : 0;
  }

  heads.forEach(function (head, column) {
    function sort() {
      var direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      Array.from(body.rows)
        .sort(function (a, b) { return compare(a, b, column, direction); })
        .forEach(function (row) { body.appendChild(row); });
    }
    head.classList.add("sorter");
    head.tabIndex = 0;
    head.title = "Sort by this column";
    head.addEventListener("click", sort);
    head.addEventListener("keydown", function (event) {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        sort();
      }
    });
  });
});

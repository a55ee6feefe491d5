"use strict";
const pieces = [...document.querySelectorAll("[data-of]")];

function numbers(piece) {
  return piece.dataset.of.split(" ");
}

function columns(piece) {
  return piece.closest(".columns");
}

function show(within, number) {
  for (const piece of within.querySelectorAll("[data-of]")) piece.classList.toggle("on", numbers(piece).includes(number));
  for (const item of within.querySelectorAll("[data-number]")) item.classList.toggle("on", item.dataset.number === number);
  return within.querySelector(`[data-number="${number}"]`);
}

function chosen(within) {
  return within.querySelector("[data-number].on")?.dataset.number;
}

for (const piece of pieces) {
  piece.addEventListener("click", () => {
    const within = columns(piece);
    const of = numbers(piece);
    const at = of.indexOf(chosen(within));
    const number = of[(at < 0 ? of.length : at) - 1] ?? of[of.length - 1];
    const item = show(within, number);
    history.replaceState(null, "", `#${item.id}`);
    item.scrollIntoView({ block: "nearest" });
  });
}

for (const item of document.querySelectorAll("[data-number]")) {
  item.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    const within = item.closest(".columns");
    show(within, item.dataset.number);
    within.querySelector(".text .on")?.scrollIntoView({ block: "nearest" });
  });
}

function byAddress() {
  const item = document.getElementById(location.hash.slice(1));
  if (item?.dataset.number) {
    show(item.closest(".columns"), item.dataset.number);
    item.focus({ preventScroll: true });
  }
}

addEventListener("hashchange", byAddress);
byAddress();

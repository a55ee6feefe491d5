"use strict";
const waiting = document.querySelector("[data-waits]");

async function counted() {
  const answer = await fetch(waiting.dataset.waits);
  if (!answer.ok) return;
  const page = await fetch("/", { headers: { accept: "text/html" } });
  const made = new DOMParser().parseFromString(await page.text(), "text/html");
  const cards = made.querySelector(".cards");
  if (!cards) return;
  waiting.replaceWith(cards);
  document.querySelector(".numbers").replaceWith(made.querySelector(".numbers"));
}

if (waiting) counted().catch(() => {});

"use strict";
const waiting = document.querySelector("[data-waits]");
if (waiting) {
  fetch(waiting.dataset.waits).then((answer) => {
    if (answer.ok) location.reload();
  }, () => {});
}

"use strict";
const form = document.getElementById("give");
const drop = document.getElementById("drop");
const text = document.getElementById("text");

function dropped(given) {
  if (given.files.length) {
    document.getElementById("file").files = given.files;
  } else {
    text.value = (given.getData("text/uri-list").split(/\r?\n/).find((line) => line && !line.startsWith("#")) || given.getData("text/plain")).trim();
  }
}

for (const name of ["dragover", "dragleave", "drop"]) {
  form.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", name === "dragover");
    if (name === "drop") dropped(event.dataTransfer);
  });
}

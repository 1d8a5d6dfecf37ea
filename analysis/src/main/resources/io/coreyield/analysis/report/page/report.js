addEventListener("beforeprint", () => {
  if (document.getElementById("whole")?.checked === false) return;
  for (const d of document.querySelectorAll("details:not([open])")) {
    d.open = true;
    d.dataset.folded = "";
  }
});
addEventListener("afterprint", () => {
  for (const d of document.querySelectorAll("details[data-folded]")) {
    d.open = false;
    delete d.dataset.folded;
  }
});

(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const HELP = "Point at the map, or focus it and use the arrow keys, for exact figures; Page Up and Page Down step through trials, Enter or a click zooms to the trial, Escape goes back.";

  const clock = seconds => {
    const tenths = Math.round(seconds * 10);
    const s = Math.floor(tenths / 10) % 60;
    return `${Math.floor(tenths / 600)}:${String(s).padStart(2, "0")}.${tenths % 10}`;
  };

  function picture(load, cells) {
    const canvas = document.createElement("canvas");
    canvas.width = load.columns;
    canvas.height = load.rows.length;
    const context = canvas.getContext("2d");
    const image = context.createImageData(canvas.width, canvas.height);
    for (let i = 0; i < cells.length; i += 4) {
      if (cells[i] === 255) {
        image.data.set([...load.uncounted, 255], i);
        continue;
      }
      let all = 0;
      const mean = [0, 0, 0];
      for (let kind = 0; kind < 4; kind++) {
        const share = load.hues[kind] ? cells[i + kind] : 0;
        all += share;
        for (let c = 0; share && c < 3; c++) mean[c] += share * load.hues[kind][c];
      }
      for (let c = 0; all && c < 3; c++) image.data[i + c] = mean[c] / all;
      image.data[i + 3] = Math.min(255, all * 255 / 200);
    }
    context.putImageData(image, 0, 0);
    return canvas.toDataURL("image/png");
  }

  function explore(root) {
    const load = JSON.parse(root.querySelector("script").textContent);
    const cells = Uint8Array.from(atob(load.cells), c => c.charCodeAt(0));
    const view = root.querySelector(".view");
    const svg = view.querySelector("svg");
    const image = svg.querySelector("image");
    const readout = root.querySelector(".readout");
    const zoomBar = root.querySelector(".zoom");
    const top = +image.getAttribute("y");
    const height = +image.getAttribute("height") / load.rows.length;
    const whole = image.getAttribute("href");
    let fine = null, zoomed = null, column = 0, row = 0;

    const add = (name, css) => {
      const made = svg.appendChild(document.createElementNS(SVG, name));
      made.setAttribute("class", css);
      made.setAttribute("visibility", "hidden");
      return made;
    };
    const moment = add("line", "moment");
    const cursor = add("rect", "cursor");
    const trialAt = share => load.trials.find(t => t[0] <= share && share < t[1]);
    const middle = () => (column + 0.5) / load.columns;

    function figures() {
      const at = 4 * (row * load.columns + column);
      if (cells[at] === 255) return "not known";
      const part = kind => cells[at + kind] / 2;
      const idle = Math.max(0, 100 - part(0) - part(1) - part(2) - part(3));
      return `user ${part(0)} %, system ${part(1)} %, waiting ${part(2)} %, stolen ${part(3)} %, idle ${idle} %`;
    }

    function show() {
      column = Math.max(0, Math.min(load.columns - 1, column));
      row = Math.max(0, Math.min(load.rows.length - 1, row));
      const x = `${100 * column / load.columns}%`, centre = `${100 * middle()}%`;
      const set = (node, values) => {
        for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
      };
      set(cursor, {x, y: top + row * height, width: `${100 / load.columns}%`, height, visibility: "visible"});
      set(moment, {x1: centre, x2: centre, y1: 0, y2: top + height * load.rows.length, visibility: "visible"});
      const step = load.seconds / load.columns, trial = trialAt(middle());
      const name = document.createElement("b");
      name.textContent = load.rows[row];
      readout.replaceChildren(
        name, `, ${clock(column * step)} to ${clock((column + 1) * step)}: ${figures()}. `,
        load.trials.length ? (trial ? `In ${trial[2]}.` : "Between trials.") : "");
    }

    function zoom(trial) {
      if (!trial) return back();
      const pad = 0.15 * (trial[1] - trial[0]);
      const from = Math.max(0, trial[0] - pad), to = Math.min(1, trial[1] + pad);
      fine ??= picture(load, cells);
      image.setAttribute("href", fine);
      svg.style.width = `${100 / (to - from)}%`;
      svg.style.marginLeft = `${-100 * from / (to - from)}%`;
      zoomBar.hidden = false;
      zoomBar.querySelector("span").textContent =
        `Zoomed to ${trial[2]}, from ${clock(trial[0] * load.seconds)} to ${clock(trial[1] * load.seconds)}`;
      zoomed = trial;
    }

    function back() {
      image.setAttribute("href", whole);
      svg.style.width = svg.style.marginLeft = "";
      zoomBar.hidden = true;
      zoomed = null;
    }

    function step(by) {
      const starts = load.trials.map(t => (t[0] + t[1]) / 2).sort((a, b) => a - b);
      const next = by > 0 ? starts.find(s => s > middle() + 0.5 / load.columns)
        : starts.findLast(s => s < middle() - 0.5 / load.columns);
      if (next === undefined) return;
      column = Math.floor(next * load.columns);
      if (zoomed) zoom(trialAt(middle()) ?? zoomed);
    }

    const keys = {
      ArrowLeft: e => { column -= e.shiftKey ? 10 : 1; },
      ArrowRight: e => { column += e.shiftKey ? 10 : 1; },
      ArrowUp: () => { row--; },
      ArrowDown: () => { row++; },
      Home: () => { column = 0; },
      End: () => { column = load.columns - 1; },
      PageUp: () => step(-1),
      PageDown: () => step(1),
      Enter: () => zoom(trialAt(middle())),
      Escape: back,
    };
    view.addEventListener("keydown", e => {
      if (!Object.hasOwn(keys, e.key) || e.ctrlKey || e.altKey || e.metaKey) return;
      keys[e.key](e);
      e.preventDefault();
      show();
    });

    const point = e => {
      const box = svg.getBoundingClientRect();
      column = Math.floor((e.clientX - box.left) / box.width * load.columns);
      row = Math.floor((e.clientY - box.top - top) / height);
      show();
    };
    view.addEventListener("pointermove", point);
    view.addEventListener("click", e => {
      point(e);
      const trial = trialAt(middle());
      zoomed && trial === zoomed ? back() : zoom(trial);
    });
    view.addEventListener("focus", () => view.matches(":focus-visible") && show());
    zoomBar.querySelector("button").addEventListener("click", () => { back(); view.focus(); });

    view.tabIndex = 0;
    view.setAttribute("role", "application");
    view.setAttribute("aria-label", `${svg.getAttribute("aria-label")} ${HELP}`);
    readout.hidden = false;
    readout.textContent = HELP;
  }

  document.querySelectorAll(".explore").forEach(explore);
})();

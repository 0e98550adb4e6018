// Runs one task with citeproc-js and prints its least time in seconds: node citeproc_js.cjs JOB.json
"use strict";
const fs = require("fs");
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const CSL = require(job.module);
CSL.debug = () => {};
const print = console.log;
console.log = () => {};

const items = new Map(job.items.map((item) => [item.id, item]));
const ids = job.items.map((item) => item.id);
const xml = fs.readFileSync(job.style, "utf8");
const locales = new Map();
const system = {
  retrieveItem: (id) => structuredClone(items.get(id)),
  retrieveLocale: (tag) => {
    if (!locales.has(tag)) {
      const path = `${job.locales}/locales-${tag}.xml`;
      locales.set(tag, fs.existsSync(path) ? fs.readFileSync(path, "utf8") : false);
    }
    return locales.get(tag);
  },
};
const engine = () => new CSL.Engine(system, xml, "en-US", true);

// Each action gives what is timed; what comes before it is not.
const actions = {
  load: () => () => engine(),
  bibliography: () => {
    const ready = engine();
    return () => { ready.updateItems(ids); return ready.makeBibliography()[1]; };
  },
  append: () => {
    const ready = engine();
    return () => {
      const before = [];
      ids.forEach((id, i) => {
        const citation = { citationItems: [{ id, locator: "12" }], properties: { noteIndex: i + 1 } };
        ready.processCitationCluster(citation, before, []);
        before.push([citation.citationID, i + 1]);
      });
    };
  },
  disambiguate: () => {
    const ready = engine();
    const citations = ids.map((id) => ({ citationID: id, citationItems: [{ id }], properties: { noteIndex: 0 } }));
    return () => ready.rebuildProcessorState(citations, "html", []);
  },
};

let least = Infinity;
for (let i = 0; i < job.repeats; i += 1) {
  const action = actions[job.kind]();
  const start = process.hrtime.bigint();
  action();
  least = Math.min(least, Number(process.hrtime.bigint() - start) / 1e9);
}
print(least);

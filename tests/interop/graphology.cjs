// What graphology, the graph of Sigma.js and Gephi Lite, reads of a GEXF or GraphML file on standard input, as JSON.
const { readFileSync } = require("node:fs");
const { MultiDirectedGraph } = require("graphology");
const readers = { gexf: require("graphology-gexf"), graphml: require("graphology-graphml") };

const graph = readers[process.argv[2]].parse(MultiDirectedGraph, readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(graph.export()));

// Reads a GraphML or GEXF file with the libraries of Gephi Lite and prints nodes, edges and all attributes as JSON.
import {readFileSync} from 'node:fs';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

const path = process.argv[2];
const graph = (path.endsWith('.gexf') ? gexf : graphml).parse(Graph, readFileSync(path, 'utf-8'));
process.stdout.write(JSON.stringify({
  nodes: graph.mapNodes((node, attributes) => [node, attributes]),
  edges: graph.mapEdges((edge, attributes, source, target) => [edge, source, target, attributes]),
}));

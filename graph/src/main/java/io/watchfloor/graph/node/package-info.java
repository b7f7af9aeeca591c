/**
 * Messages of the contract as the properties of their nodes, and back: one class for each kind of node that more than one
 * package reads or writes.
 *
 * <p>Start at {@link io.watchfloor.graph.node.IncidentNode}. The other modules have no use for any of this.
 */
package io.watchfloor.graph.node;

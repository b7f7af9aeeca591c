/** Counts reports at each stage of their way, and feeds again what was acknowledged and is not in the graph. */
package io.watchfloor.gateway.ledger;

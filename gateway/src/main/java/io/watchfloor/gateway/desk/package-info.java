/** The way to the duty desk: blocking calls on a bounded pool, and the relay of what was decided. */
package io.watchfloor.gateway.desk;

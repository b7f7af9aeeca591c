/**
 * What a console is told over its WebSocket: a {@link io.watchfloor.contract.live.LiveMessage} after another, first a
 * snapshot, then deltas.
 */
package io.watchfloor.contract.live;

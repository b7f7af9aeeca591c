/**
 * Keeps every console up to date: a snapshot first, then what changed, a tick's changes written once for all consoles
 * ({@link io.watchfloor.gateway.push.LiveHub}).
 */
package io.watchfloor.gateway.push;

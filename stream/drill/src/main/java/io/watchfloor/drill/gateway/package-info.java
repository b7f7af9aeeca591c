/** The way to the gateway: requests, and the live picture over a WebSocket that comes back after a drop. */
package io.watchfloor.drill.gateway;

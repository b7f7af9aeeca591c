/** Knows which of the parts the gateway depends on answer, and how far behind they are. */
package io.watchfloor.gateway.health;

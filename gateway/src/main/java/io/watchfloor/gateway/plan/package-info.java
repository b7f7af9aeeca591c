/**
 * The joint plan, live: made again whenever something that matters has happened, shown, and sent by an officer's click or,
 * where an area is set so, by itself.
 */
package io.watchfloor.gateway.plan;

/** Everything that outsiders may send and must not: never a 5xx, never a stack trace, never a stream that stands still. */
package io.watchfloor.gateway.bad;
